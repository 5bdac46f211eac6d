import type { Format } from '../definition/agent-definition.ts';
import type { SourceFile } from '../definition/source-file.ts';
import { harnessFormat } from '../formats/harnesses/harnesses.ts';
import { foldedIdentity } from '../formats/loading/identity.ts';
import { type FileVerdict, judgeFile, type Claim as NamelessClaim, settle } from '../formats/loading/judge.ts';
import { winnerOver } from '../formats/loading/precedence.ts';

/** A file with the harness whose rules it follows. */
export interface FormattedFile extends SourceFile {
  readonly format: Format;
  /** Number of its source among the sources in use. */
  readonly sourceOrder: number;
}

/** A file's part in the contest for a name; `null` if it takes none. */
export interface Claim<File extends SourceFile = SourceFile> extends NamelessClaim<File> {
  /** What files of the same harness compete for. */
  readonly name: string;
}

/**
 * What a file claims, whatever others there are. Files that its harness does not load take no part; nor do collections,
 * bundled or added. What a harness reads of another one's folders does not count here, so that a definition is shadowed,
 * or not, by the rules of its own format alone.
 */
export function claimOf<File extends FormattedFile>(file: File, verdict = verdictOf(file)): Claim<File> | null {
  if (verdict?.kind !== 'loads') return null;
  const name = `${file.format} ${foldedIdentity(harnessFormat(file.format), verdict.name)}`;
  return { ...verdict.claim, file, name, sourceOrder: file.sourceOrder, needsAnother: verdict.needsAnother };
}

/** What a file's own harness makes of it; `null` for collections. */
export function verdictOf(file: FormattedFile): FileVerdict | null {
  const { path, parsed, format, link, encoding } = file;
  const source = { ...file.source, format };
  return judgeFile(harnessFormat(format), {
    path,
    parsed,
    source,
    ...(link && { link }),
    ...(encoding && { encoding }),
  });
}

/** Who shadows whom: each harness loads one of several files of a name. */
export interface Contest<File extends FormattedFile> {
  readonly enter: (files: readonly Claiming<File>[]) => void;
  readonly leave: (files: readonly Claiming<File>[]) => void;
  /** The file that is loaded in place of another; `null` if none is. */
  readonly winnerOver: (file: File) => File | null;
  /** Whether a file lacks something that no other of its name gives it. */
  readonly isLeftOut: (file: File) => boolean;
  /** All that compete for what a file claims, or would. */
  readonly rivalsOf: (file: Claiming<File>) => readonly File[];
}

type Claiming<File extends SourceFile> = File & { readonly claim: Claim<File> | null };

/** A contest that nobody takes part in. */
export function createContest<File extends FormattedFile>(): Contest<File> {
  const rivals = new Map<string, readonly Claim<File>[]>();
  const winners = new Map<File, File>();
  const leftOut = new Set<File>();

  const decide = (name: string, claims: readonly Claim<File>[]): void => {
    for (const { file } of rivals.get(name) ?? []) {
      winners.delete(file);
      leftOut.delete(file);
    }
    if (claims.length === 0) rivals.delete(name);
    else rivals.set(name, claims);
    noteLosers(claims, winners, leftOut);
  };

  return {
    enter: (files) => {
      for (const [name, claims] of claimsByName(files)) decide(name, [...(rivals.get(name) ?? []), ...claims]);
    },
    leave: (files) => {
      for (const [name, claims] of claimsByName(files)) {
        const leaving = new Set(claims);
        decide(
          name,
          (rivals.get(name) ?? []).filter((one) => !leaving.has(one)),
        );
      }
    },
    winnerOver: (file) => winners.get(file) ?? null,
    isLeftOut: (file) => leftOut.has(file),
    rivalsOf: ({ claim }) => (claim === null ? [] : (rivals.get(claim.name) ?? []).map(({ file }) => file)),
  };
}

/** What files claim, by the name they claim: each name is decided once, however many come or go. */
function claimsByName<File extends FormattedFile>(
  files: readonly Claiming<File>[],
): ReadonlyMap<string, readonly Claim<File>[]> {
  const byName = new Map<string, Claim<File>[]>();
  for (const { claim } of files) {
    if (claim === null) continue;
    const others = byName.get(claim.name);
    if (others) others.push(claim);
    else byName.set(claim.name, [claim]);
  }
  return byName;
}

function noteLosers<File extends FormattedFile>(
  rivals: readonly Claim<File>[],
  shadowed: Map<File, File>,
  leftOut: Set<File>,
): void {
  const [first] = rivals;
  if (first === undefined || (rivals.length === 1 && first.needsAnother === null)) return;
  const settled = settle(harnessFormat(first.file.format), rivals);
  for (const { file } of settled.leftOut) leftOut.add(file);
  for (const [at, entry] of settled.inOrder.entries()) {
    const winner = winnerOver(settled.inOrder, at);
    if (winner !== null) shadowed.set(entry.file, winner.file);
  }
}
