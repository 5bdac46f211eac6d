import type { Format } from './agent-definition.ts';
import { harnessFormat } from './formats/formats.ts';
import { bareIdentity, foldedIdentity, fullIdentity } from './formats/identity.ts';
import { placeOf } from './formats/place-of.ts';
import { type Contestant, compareContestants, winnerOver } from './formats/precedence.ts';
import { whyNotLoaded } from './formats/why-not-loaded.ts';
import type { SourceFile } from './source-file.ts';

/** A file with the harness whose rules it follows. */
export interface FormattedFile extends SourceFile {
  readonly format: Format;
  /** Number of its source among the sources in use. */
  readonly sourceOrder: number;
}

/** A file's part in the contest for a name; `null` if it takes none. */
export interface Claim<File extends SourceFile = SourceFile> extends Contestant {
  readonly file: File;
  /** What files of the same harness compete for. */
  readonly name: string;
}

/**
 * What a file claims, whatever others there are. Files that its harness does not load take no part; nor do collections,
 * bundled or added. What a harness reads of another one's folders does not count here, so that a definition is shadowed,
 * or not, by the rules of its own format alone.
 */
export function claimOf<File extends FormattedFile>(file: File): Claim<File> | null {
  const harness = harnessFormat(file.format);
  const found = placeOf(harness, { ...file.source, format: file.format });
  const bare = found === null ? null : bareIdentity(harness, file);
  if (found === null || bare === null || whyNotLoaded(harness, file, found) !== null) return null;
  const name = `${file.format} ${foldedIdentity(harness, bare)}`;
  return { ...found, file, name, sourceOrder: file.sourceOrder, identity: fullIdentity(bare, file) };
}

/**
 * Who shadows whom: each harness loads one of several files of a name.
 *
 * @param claims In any order.
 * @returns For each shadowed file the one that is loaded in its place.
 */
export function shadowing<File extends FormattedFile>(
  claims: readonly (Claim<File> | null)[],
): ReadonlyMap<File, File> {
  const byName = new Map<string, Claim<File>[]>();
  for (const claim of claims) {
    if (claim === null) continue;
    const others = byName.get(claim.name);
    if (others) others.push(claim);
    else byName.set(claim.name, [claim]);
  }
  const shadowed = new Map<File, File>();
  for (const rivals of byName.values()) {
    if (rivals.length > 1) noteLosers(rivals, shadowed);
  }
  return shadowed;
}

function noteLosers<File extends FormattedFile>(rivals: readonly Claim<File>[], shadowed: Map<File, File>): void {
  const [first] = rivals;
  if (first === undefined) return;
  const harness = harnessFormat(first.file.format);
  const inOrder = [...rivals].sort((a, b) => compareContestants(harness, a, b));
  for (const [at, entry] of inOrder.entries()) {
    const winner = winnerOver(inOrder, at);
    if (winner !== null) shadowed.set(entry.file, winner.file);
  }
}
