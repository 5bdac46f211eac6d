import type { AgentDefinition, ParsedDefinition } from '../../definition/agent-definition.ts';
import { fileName, pathInside } from '../../definition/file-name.ts';
import type { SourceFile } from '../../definition/source-file.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import type { Treatment } from '../harness/reading-rule.ts';
import { isPassedOver } from './file-rule.ts';
import { bareIdentity } from './identity.ts';
import { type FoundPlace, isWithinReach } from './place-of.ts';
import { refusedField } from './refused-field.ts';
import { refusedName } from './refused-name.ts';

/**
 * Why a harness does not load a file of one of its places, or of a place it reads for compatibility.
 *
 * @returns The first reason as a clause, or `null` if it loads the file as far as we know: where the vendor does not say
 *   what becomes of a flaw, the file counts as loaded.
 */
export function whyNotLoaded(harness: HarnessFormat, file: SourceFile, { place }: FoundPlace): string | null {
  if (!isWithinReach(place, file.source)) {
    return place.reach === 'working-directory'
      ? `${harness.title} looks in the working directory only, not in the folders above`
      : `${harness.title} looks at the root of the workspace only`;
  }
  return (
    fileProblem(harness, file) ??
    syntaxProblem(harness, file) ??
    requiredProblem(harness, file.parsed) ??
    nameProblem(harness, file) ??
    refusedField(harness, file.parsed) ??
    promptProblem(harness, file.parsed)
  );
}

/** Whether a harness may drop a definition's fields and load its text all the same, as Claude Code does in plugins. */
export function losesFields({ id }: HarnessFormat, { parsed, source }: SourceFile): boolean {
  return id === 'claude' && source.plugin !== undefined && parsed.repairs.some((repair) => !isColon(repair));
}

function fileProblem({ title, files }: HarnessFormat, { path, source }: SourceFile): string | null {
  if (isPassedOver(files, path)) return `${title} passes over files called ${fileName(path)}`;
  const isDeeper = pathInside(path, source.folder).includes('/');
  return isDeeper && files.recursive === false ? `${title} does not look into folders below the place` : null;
}

function syntaxProblem(harness: HarnessFormat, file: SourceFile): string | null {
  const { reading } = harness;
  const { parsed } = file;
  if (parsed.frontmatterRaw.startsWith('\ufeff')) {
    const problem = refusal(harness, reading.byteOrderMark, 'starts with a byte order mark');
    if (problem !== null) return problem;
  }
  if (isWithoutFrontmatter(parsed)) return refusal(harness, reading.noFrontmatter, 'has no frontmatter');
  const [repair] = parsed.repairs;
  if (repair === undefined || losesFields(harness, file)) return null;
  if (parsed.repairs.every(isColon)) {
    const isCrlf = parsed.frontmatterRaw.includes('\r\n');
    const treatment = isCrlf ? reading.colonInValueWithCrlf : reading.colonInValue;
    return refusal(harness, treatment, `has frontmatter that is not YAML (${repair.field}: ${repair.reason})`);
  }
  const broken = parsed.repairs.find((one) => !isColon(one)) ?? repair;
  const syntax = harness.files.syntax === 'toml' ? 'TOML' : 'YAML';
  const what = `has ${syntax === 'TOML' ? 'text' : 'frontmatter'} that is not ${syntax}`;
  return refusal(harness, reading.brokenSyntax, `${what} (${broken.field}: ${broken.reason})`);
}

function requiredProblem(harness: HarnessFormat, parsed: ParsedDefinition): string | null {
  // Without frontmatter there is nothing to require of it; whether that is allowed was asked before.
  if (isWithoutFrontmatter(parsed)) return null;
  const { reading } = harness;
  return (
    (parsed.nameInferred ? refusal(harness, reading.missingName, 'states no name') : null) ??
    (parsed.descriptionInferred ? refusal(harness, reading.missingDescription, 'states no description') : null)
  );
}

function nameProblem(harness: HarnessFormat, file: SourceFile): string | null {
  const name = bareIdentity(harness, file);
  return name === null ? null : refusedName(harness, name);
}

function promptProblem({ title, prompt }: HarnessFormat, { body }: ParsedDefinition): string | null {
  if (prompt.min === null || body.trim().length >= prompt.min) return null;
  const where = prompt.field === null ? 'prompt' : prompt.field;
  return prompt.min === 1 ? `its ${where} is empty` : `${title} wants a ${where} of ${prompt.min} characters or more`;
}

function isWithoutFrontmatter({ nameInferred, descriptionInferred, frontmatter }: ParsedDefinition): boolean {
  return nameInferred && descriptionInferred && Object.keys(frontmatter).length === 0;
}

/** What our reader says of the flaw that Claude Code's second reader forgives. */
function isColon({ reason }: AgentDefinition['repairs'][number]): boolean {
  return reason.startsWith('it holds ": "');
}

function refusal({ title }: HarnessFormat, treatment: Treatment, flaw: string): string | null {
  if (treatment === 'ignored') return `it ${flaw}, and ${title} passes over such a file without a word`;
  return treatment === 'rejected' ? `it ${flaw}, and ${title} refuses such a file` : null;
}
