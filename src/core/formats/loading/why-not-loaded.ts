import type { ParsedDefinition } from '../../definition/agent-definition.ts';
import type { Refusal } from '../../definition/refusal.ts';
import type { SourceFile } from '../../definition/source-file.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import type { Treatment } from '../harness/reading-rule.ts';
import { whyNotFound } from './file-rule.ts';
import { type FoundFlaw, flawsOf, isColon, NO_FRONTMATTER } from './flaws.ts';
import { bareIdentity } from './identity.ts';
import { readLiterally } from './literal-reading.ts';
import { type FoundPlace, isWithinReach } from './place-of.ts';
import { refusedField } from './refused-field.ts';
import { refusedName } from './refused-name.ts';

/**
 * Why a harness does not load a file of one of its places, or of a place it reads for compatibility.
 *
 * @returns The first reason, or `null` if it loads the file as far as we know: where the vendor does not say what becomes
 *   of a flaw, the file counts as loaded.
 */
export function whyNotLoaded(
  harness: HarnessFormat,
  file: SourceFile,
  { place }: FoundPlace,
  flaws = flawsFor(harness, file),
): Refusal | null {
  if (!isWithinReach(place, file.source)) {
    const where =
      place.reach === 'working-directory'
        ? 'looks in the working directory only, not in the folders above'
        : 'looks at the root of the workspace only';
    return { code: 'file/passed-over', reason: `${harness.title} ${where}` };
  }
  const notFound = whyNotFound(harness.files, file);
  if (notFound !== null) return { code: 'file/passed-over', reason: `${harness.title} ${notFound}` };
  return whyRefused(harness, file, flaws);
}

/** What is wrong with a file as a text, for a harness that reads it. */
export function flawsFor(
  { files, identity, reading }: HarnessFormat,
  file: Pick<SourceFile, 'parsed' | 'encoding'>,
): readonly FoundFlaw[] {
  const flaws = flawsOf({ ...file, isToml: files.syntax === 'toml', mendsColons: reading.mendsColons === true });
  if (!identity.literal) return flaws;
  // To one that reads lines, fences are where it finds them, and what is not YAML is none of its business.
  return readLiterally(file.parsed) === null
    ? [...flaws, NO_FRONTMATTER]
    : flaws.filter(({ code }) => !code.startsWith('frontmatter/'));
}

/** Why a harness does not load a file for what it says, wherever it lies. */
export function whyRefused(harness: HarnessFormat, file: SourceFile, flaws = flawsFor(harness, file)): Refusal | null {
  for (const flaw of flaws) {
    if (losesFields(harness, file) && (flaw.code === 'frontmatter/not-yaml' || flaw.code === 'frontmatter/unclosed'))
      break;
    const refused = takesFileName(harness, file) && flaw.flaw === 'missingName' ? null : refusal(harness, flaw);
    if (refused !== null) return refused;
  }
  // Where the fields are lost, or there are none, there is nothing to be refused in them.
  const isBare = flaws.some(({ flaw }) => flaw === 'noFrontmatter');
  if (isBare || losesMetadata(harness, file, flaws)) return promptProblem(harness, file.parsed);
  const refused = nameProblem(harness, file) ?? refusedField(harness, file.parsed);
  // Where we take the indented close for a part of the frontmatter, the prompt stands below it all the same.
  const isBelow = flaws.some(({ flaw }) => flaw === 'indentedClose');
  return refused ?? (isBelow ? null : promptProblem(harness, file.parsed));
}

/** Whether a harness drops a definition's fields and loads its text all the same. */
export function losesMetadata(harness: HarnessFormat, file: SourceFile, flaws: readonly FoundFlaw[]): boolean {
  const { reading } = harness;
  if (losesFields(harness, file) || flaws.some(({ flaw }) => reading[flaw] === 'loads-without-metadata')) return true;
  return reading.wrongValue === 'loads-without-metadata' && refusedField(harness, file.parsed) !== null;
}

/** In a plugin Claude Code takes the name of the file where none is stated. */
function takesFileName({ id }: HarnessFormat, { source }: SourceFile): boolean {
  return id === 'claude' && source.plugin !== undefined;
}

/** What Claude Code does with broken frontmatter in a plugin. */
function losesFields({ id }: HarnessFormat, { parsed, source }: SourceFile): boolean {
  return id === 'claude' && source.plugin !== undefined && parsed.repairs.some(({ reason }) => !isColon(reason));
}

function nameProblem(harness: HarnessFormat, file: SourceFile): Refusal | null {
  const name = bareIdentity(harness, file);
  return name === null ? null : refusedName(harness, name, file.parsed.frontmatter);
}

function promptProblem({ title, prompt, identity }: HarnessFormat, parsed: ParsedDefinition): Refusal | null {
  const { min, field } = prompt;
  const body = identity.literal && readLiterally(parsed)?.hasPrompt === false ? '' : parsed.body;
  if (min === null || body.trim().length >= min) return null;
  const where = field === null ? 'prompt' : field;
  return min === 1 || body.trim() === ''
    ? { code: 'body/empty', reason: `its ${where} is empty, and ${title} refuses such a file`, saysFate: true }
    : { code: 'body/short', reason: `${title} wants a ${where} of ${min} characters or more` };
}

function refusal({ title, reading }: HarnessFormat, { flaw, code, words }: FoundFlaw): Refusal | null {
  const fate = FATES[reading[flaw]];
  if (fate === undefined) return null;
  // What it means that a harness does not start is said of the file apart.
  const more = reading[flaw] === 'stops' ? ({ stops: true } as const) : ({ saysFate: true } as const);
  return { code, reason: `it ${words}, and ${title} ${fate}`, ...more };
}

const FATES: Partial<Readonly<Record<Treatment, string>>> = {
  ignored: 'passes over such a file without a word',
  rejected: 'refuses such a file',
  stops: 'does not start where such a file lies',
};
