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

/**
 * Who shadows whom: each harness loads one of several files of a name. Files it does not load take no part; nor do
 * collections, bundled or added. What a harness reads of another one's folders does not count here, so that a
 * definition is shadowed, or not, by the rules of its own format alone.
 *
 * @returns The work, one file at a step; at its end for each shadowed file the one that is loaded in its place.
 */
export function* shadowing<File extends FormattedFile>(
  files: readonly File[],
): Generator<void, ReadonlyMap<File, File>> {
  const byName = new Map<string, Entry<File>[]>();
  for (const file of files) {
    yield;
    const harness = harnessFormat(file.format);
    const found = placeOf(harness, { ...file.source, format: file.format });
    const bare = found === null ? null : bareIdentity(harness, file);
    if (found === null || bare === null || whyNotLoaded(harness, file, found) !== null) continue;
    const entry = { ...found, file, sourceOrder: file.sourceOrder, identity: fullIdentity(bare, file) };
    const claim = `${file.format} ${foldedIdentity(harness, bare)}`;
    const entries = byName.get(claim);
    if (entries) entries.push(entry);
    else byName.set(claim, [entry]);
  }
  const shadowed = new Map<File, File>();
  for (const entries of byName.values()) {
    if (entries.length > 1) noteLosers(entries, shadowed);
  }
  return shadowed;
}

interface Entry<File extends FormattedFile> extends Contestant {
  readonly file: File;
}

function noteLosers<File extends FormattedFile>(entries: readonly Entry<File>[], shadowed: Map<File, File>): void {
  const [first] = entries;
  if (first === undefined) return;
  const harness = harnessFormat(first.file.format);
  const inOrder = [...entries].sort((a, b) => compareContestants(harness, a, b));
  for (const [at, entry] of inOrder.entries()) {
    const winner = winnerOver(inOrder, at);
    if (winner !== null) shadowed.set(entry.file, winner.file);
  }
}
