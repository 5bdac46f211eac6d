import type { ParsedDefinition, Source } from '../../definition/agent-definition.ts';
import type { Refusal } from '../../definition/refusal.ts';
import type { SourceFile } from '../../definition/source-file.ts';
import { grantsAll, INHERIT, type Tools } from '../../definition/tools.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { grantedTools } from './granted-tools.ts';
import { bareIdentity, foldedIdentity, fullIdentity, shownName } from './identity.ts';
import { placeOf } from './place-of.ts';
import { type Contestant, compareContestants, whyShadowed, winnerOver } from './precedence.ts';
import { flawsFor, losesMetadata, whyNotLoaded } from './why-not-loaded.ts';

/** What one harness makes of one file, whatever others there are; `null` where it does not look at all. */
export type FileVerdict =
  | {
      readonly kind: 'loads';
      readonly claim: Omit<Contestant, 'file' | 'sourceOrder'>;
      /** What it goes by without its plugin, and what it is listed as. */
      readonly name: string;
      readonly shownAs: string;
      /** Whether its fields are dropped. */
      readonly isBare: boolean;
      /** Why it loads only where another of its name gives what it leaves out. */
      readonly needsAnother: Refusal | null;
    }
  | { readonly kind: 'refused'; readonly name: string | null; readonly refusal: Refusal };

/** What a harness makes of a file among others. */
export type Verdict<File extends SourceFile> = {
  readonly file: File;
  /** What the harness calls it, with its plugin; `null` if it gives it no name. */
  readonly name: string | null;
} & (
  | {
      readonly kind: 'loaded';
      readonly claim: Claim<File>;
      /** What it is listed as, where that is not its name. */
      readonly shownAs: string;
      readonly tools: Tools;
      /** `null` for the harness's own choice. */
      readonly model: string | null;
      /** What to know about it, as a clause; `null` for nothing. */
      readonly remark: string | null;
      /** Whether a model may choose it: none of its fields switches that off, or leaves it to people. */
      readonly isOffered: boolean;
    }
  /** Another of its name is loaded instead. */
  | { readonly kind: 'shadowed'; readonly claim: Claim<File>; readonly by: File; readonly reason: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
);

/** Files with their places. */
export interface Tree<File extends SourceFile> {
  readonly files: readonly File[];
  /** The sources they come from, nearest first. */
  readonly sources: readonly Source[];
}

/**
 * Judge every file of a tree as a harness does: which it loads, under which name, with which tools and model, which of
 * several of a name wins, and why the others are not loaded. All else that says what a harness loads asks here.
 *
 * @returns A verdict for each file in a place where the harness looks, in the order of the tree. A file of another
 *   kind than it reads, in a folder of another harness, has none.
 */
export function judge<File extends SourceFile>(
  harness: HarnessFormat,
  { files, sources }: Tree<File>,
): readonly Verdict<File>[] {
  const order = new Map(sources.map(({ id }, at) => [id, at]));
  const verdicts = new Map<File, Verdict<File>>();
  const rivals = new Map<string, Claim<File>[]>();
  for (const file of files) {
    const verdict = judgeFile(harness, file);
    if (verdict === null) continue;
    if (verdict.kind === 'refused') {
      verdicts.set(file, { kind: 'refused', file, name: verdict.name, refusal: verdict.refusal });
      continue;
    }
    const sourceOrder = order.get(file.source.id) ?? sources.length;
    const claim = { ...verdict.claim, file, sourceOrder, needsAnother: verdict.needsAnother };
    verdicts.set(file, loaded(harness, claim, verdict));
    const name = foldedIdentity(harness, verdict.name);
    const claims = rivals.get(name);
    if (claims) claims.push(claim);
    else rivals.set(name, [claim]);
  }
  for (const claims of rivals.values()) {
    const { inOrder, leftOut } = settle(harness, claims);
    for (const { file, identity, needsAnother } of leftOut) {
      if (needsAnother !== null) verdicts.set(file, { kind: 'refused', file, name: identity, refusal: needsAnother });
    }
    for (const [at, loser] of inOrder.entries()) {
      const winner = winnerOver(inOrder, at);
      if (winner === null) continue;
      const reason = whyShadowed(harness, winner, loser);
      const { file, identity: name } = loser;
      verdicts.set(file, { kind: 'shadowed', file, name, claim: loser, by: winner.file, reason });
    }
  }
  return files.flatMap((file) => verdicts.get(file) ?? []);
}

/** Who takes part in a contest for a name. */
export interface Claim<File extends SourceFile> extends Contestant {
  readonly file: File;
  readonly needsAnother: Refusal | null;
}

/**
 * Files of one name in order of precedence, the one that a harness keeps first, without those that lack what no other
 * gives them.
 */
export function settle<One extends Claim<SourceFile>>(
  harness: HarnessFormat,
  claims: readonly One[],
): { readonly inOrder: readonly One[]; readonly leftOut: readonly One[] } {
  const all = [...claims].sort((a, b) => compareContestants(harness, a, b));
  const lastWhole = all.findLastIndex(({ needsAnother }) => needsAnother === null);
  const isIn = (one: One, at: number): boolean => one.needsAnother === null || at < lastWhole;
  return { inOrder: all.filter(isIn), leftOut: all.filter((one, at) => !isIn(one, at)) };
}

/** Judge one file by itself. */
export function judgeFile(harness: HarnessFormat, file: SourceFile): FileVerdict | null {
  const found = placeOf(harness, file.source);
  if (found === null) return null;
  // Another harness's file that this one could not even open is not worth a word.
  const isOwn = found.place.owner === harness.id;
  const { endings, anyCase } = harness.files;
  const path = anyCase ? file.path.toLowerCase() : file.path;
  if (!isOwn && !endings.some((ending) => path.endsWith(ending))) return null;
  const flaws = flawsFor(harness, file);
  const isBare = losesMetadata(harness, file, flaws);
  const refusal = whyNotLoaded(harness, file, found, flaws);
  const name = nameOf(harness, file, isBare);
  const identity = name === null ? null : fullIdentity(name, file);
  const isLeftOut = refusal?.code === 'description/missing' && !Object.hasOwn(file.parsed.frontmatter, 'description');
  const fills = harness.precedence.merges && isLeftOut;
  if (refusal !== null && !fills) return { kind: 'refused', name: identity, refusal };
  // A harness that takes the name from nowhere else passes over a file without one; where that is not known, ours stands.
  const known = name ?? file.parsed.name;
  return {
    kind: 'loads',
    claim: { ...found, identity: identity ?? known },
    name: known,
    shownAs: shownName(harness, file) ?? known,
    isBare,
    needsAnother: refusal,
  };
}

/** What a harness calls the agent in a file, apart from its plugin. */
function nameOf(harness: HarnessFormat, file: SourceFile, isBare: boolean): string | null {
  if (!isBare) return bareIdentity(harness, file);
  const from = harness.identity.from.filter((one) => one !== 'name');
  const identity = { ...harness.identity, from: from.length > 0 ? from : (['file-name'] as const) };
  return bareIdentity({ ...harness, identity }, file);
}

function loaded<File extends SourceFile>(
  harness: HarnessFormat,
  claim: Claim<File>,
  { shownAs, isBare }: Extract<FileVerdict, { kind: 'loads' }>,
): Verdict<File> {
  const { file, identity: name } = claim;
  const { field } = harness.models;
  return {
    kind: 'loaded',
    file,
    name,
    claim,
    shownAs,
    tools: isBare ? INHERIT : grantedTools(harness, file.parsed),
    model: isBare || field === null ? null : file.parsed.model,
    remark: isBare ? LOST_FIELDS : (notApplied(harness, file) ?? switched(harness, file)),
    isOffered: isBare || (switched(harness, file) === null && !isChosenByPeople(harness, file.parsed)),
  };
}

const LOST_FIELDS = 'its frontmatter is broken, so it loads without its fields, restrictions included';

/** A limit that is stated and limits nothing. */
function notApplied({ title, readOnly, tools }: HarnessFormat, { parsed }: SourceFile): string | null {
  if (tools?.notApplied !== undefined && !grantsAll(parsed.tools)) {
    return `its ${tools.field} limit nothing: ${title} ${tools.notApplied}`;
  }
  if (readOnly?.notApplied === undefined || parsed.frontmatter[readOnly.field] !== readOnly.value) return null;
  return `its ${readOnly.field} limits nothing: ${title} ${readOnly.notApplied}`;
}

/** Whether a field says that people alone choose it. */
export const isChosenByPeople = ({ fields }: HarnessFormat, { frontmatter }: ParsedDefinition): boolean =>
  fields.some(({ name, chosenByPeople }) => chosenByPeople !== undefined && frontmatter[name] === chosenByPeople);

function switched({ fields }: HarnessFormat, { parsed }: SourceFile): string | null {
  const rule = fields.find(({ name, switches }) => switches !== undefined && parsed.frontmatter[name] === true);
  return rule === undefined ? null : `its field ${rule.name} is true, so ${rule.switches}`;
}
