import { compareText } from '../../kit/compare-text.ts';
import { addAll } from '../../kit/long-lists.ts';
import { partitionPoint } from '../../kit/partition-point.ts';
import { finish } from '../../kit/run-steps.ts';
import { insertInSteps, sortInSteps } from '../../kit/sort-in-steps.ts';
import type { AgentDefinition, Source } from '../definition/agent-definition.ts';
import type { FileProblem } from '../definition/file-problem.ts';
import type { SourceFile } from '../definition/source-file.ts';
import { isBundled, type Library } from './library.ts';
import { byPrecedence, definitionOf, freeId, inNameOrder, type PlacedFile, placedFile } from './placed-file.ts';
import { createContest } from './shadowing.ts';

/** Builds libraries of the same sources, one after the other, and remembers what it knows of their files. */
export interface LibraryBuilder {
  /**
   * Give files their place among each other: id, format, and who shadows whom. A definition that is as it was in the
   * library built before is the same object, so that what was computed of it stays known when others change.
   *
   * The first definition of a name in a scope gets the id `scope:name`, further ones `scope:name@path/in/source.md`.
   * First is by the order of the sources (for projects: nearest folder first), then by path.
   *
   * A harness loads one definition of a name, by rules of its own (`shadowing.ts`). A file of an added folder follows
   * the rules that its path and fields point to (`guess-format.ts`).
   *
   * One build is done to its end before the next begins.
   *
   * @param files In any order. Their sources must be among the builder's; others count as last.
   * @returns The work, in steps of less than a millisecond each.
   */
  readonly build: (files: readonly SourceFile[], problems: readonly FileProblem[]) => Generator<void, Library>;
  /**
   * The library built last with some files less and some more: what a build of them all would give, for the work that a
   * few files make.
   *
   * @param gone Files of that library.
   * @param come Files that are not in it.
   * @returns The work, in steps of a few milliseconds each at 100,000 files.
   */
  readonly change: (
    gone: readonly SourceFile[],
    come: readonly SourceFile[],
    problems: readonly FileProblem[],
  ) => Generator<void, Library>;
}

/** More files at a time are no few. */
const MOST_CHANGED = 256;
/** So many files are gone through in one step. */
const PART = 256;

/**
 * A builder that knows no file yet.
 *
 * @param sources In order of precedence within a scope.
 */
export function libraryBuilder(sources: readonly Source[]): LibraryBuilder {
  const rank = new Map(sources.map(({ id }, at) => [id, at]));
  let known = new Map<SourceFile, PlacedFile>();
  let byName: readonly PlacedFile[] = [];
  let contest = createContest<PlacedFile>();
  /** With an `@` in a name, ids of different names can be the same. */
  let hasOddNames = false;

  const placed = (file: SourceFile): PlacedFile => placedFile(file, rank.get(file.source.id) ?? sources.length);

  const define = (one: PlacedFile): void => {
    const leftOut = contest.isLeftOut(one) ? (one.claim?.needsAnother ?? null) : null;
    one.definition = definitionOf(one, contest.winnerOver(one)?.id ?? null, one.refusal ?? leftOut);
  };

  const build = function* (files: readonly SourceFile[], problems: readonly FileProblem[]): Generator<void, Library> {
    const next = new Map<SourceFile, PlacedFile>();
    for (const file of files) {
      const before = known.get(file);
      next.set(file, before ?? placed(file));
      if (before === undefined || next.size % PART === 0) yield;
    }
    known = next;
    const inOrder = yield* sortInSteps([...known.values()], byPrecedence);
    hasOddNames = inOrder.some(isOddlyNamed);
    yield* giveIds(inOrder);
    contest = createContest();
    contest.enter(inOrder);
    for (const [at, one] of inOrder.entries()) {
      define(one);
      if (at % PART === 0) yield;
    }
    byName = yield* sortInSteps(inOrder, inNameOrder);
    return libraryOf(byName, problems);
  };

  const change = function* (
    gone: readonly SourceFile[],
    come: readonly SourceFile[],
    problems: readonly FileProblem[],
  ): Generator<void, Library> {
    const left = gone.flatMap((file) => known.get(file) ?? []);
    const entered = come.map(placed);
    for (const file of gone) known.delete(file);
    for (const one of entered) known.set(one.file, one);
    const changed = [...left, ...entered];
    if (changed.length > MOST_CHANGED || hasOddNames || entered.some(isOddlyNamed)) {
      return yield* build([...known.keys()], problems);
    }
    const isGone = new Set(left);
    const touched = new Set([...entered, ...(yield* giveIdsAgain(byName, isGone, entered))]);
    contest.leave(left);
    contest.enter(entered);
    for (const rival of [...left, ...touched].flatMap(contest.rivalsOf)) touched.add(rival);
    for (const one of touched) define(one);
    yield;
    const others = byName.filter((one) => !isGone.has(one) && !touched.has(one));
    yield;
    byName = yield* insertInSteps(others, [...touched], inNameOrder);
    return libraryOf(byName, problems);
  };

  return { build, change };
}

/** Build one library at once: see {@link LibraryBuilder}. */
export function buildLibrary(
  files: readonly SourceFile[],
  sources: readonly Source[],
  problems: readonly FileProblem[] = [],
): Library {
  return finish(libraryBuilder(sources).build(files, problems));
}

function libraryOf(byName: readonly PlacedFile[], problems: readonly FileProblem[]): Library {
  const definitions: AgentDefinition[] = [];
  const others: AgentDefinition[] = [];
  for (const { definition } of byName) {
    if (definition !== null) (definition.kind === 'agent' ? definitions : others).push(definition);
  }
  return { definitions, others, problems };
}

/** @param files In order of precedence. */
function* giveIds(files: readonly PlacedFile[]): Generator<void, void> {
  const taken = new Set<string>();
  for (const [at, one] of files.entries()) {
    one.id = freeId(one, taken);
    taken.add(one.id);
    if (at % PART === 0) yield;
  }
}

/**
 * Give ids to those who have a name in common with files that left or entered.
 *
 * @returns Who got another one.
 */
function* giveIdsAgain(
  byName: readonly PlacedFile[],
  left: ReadonlySet<PlacedFile>,
  entered: readonly PlacedFile[],
): Generator<void, readonly PlacedFile[]> {
  const renamed: PlacedFile[] = [];
  for (const one of new Map([...left, ...entered].map((each) => [each.shortId, each])).values()) {
    const others = namesakes(byName, one).filter((each) => !left.has(each));
    const before = others.map(({ id }) => id);
    const own = entered.filter(({ shortId }) => shortId === one.shortId);
    yield* giveIds([...others, ...own].sort(byPrecedence));
    addAll(
      renamed,
      others.filter(({ id }, at) => id !== before[at]),
    );
  }
  return renamed;
}

const isOddlyNamed = ({ parsed }: PlacedFile): boolean => parsed.name.includes('@');

/** Those of a library that have a name in a scope. */
function namesakes(
  byName: readonly PlacedFile[],
  { shortId, foldedName, parsed, source }: PlacedFile,
): readonly PlacedFile[] {
  const compareNames = (one: PlacedFile): number =>
    Number(isBundled(one.source)) - Number(isBundled(source)) ||
    compareText(one.foldedName, foldedName) ||
    compareText(one.parsed.name, parsed.name);
  let at = partitionPoint(byName, (one) => compareNames(one) < 0);
  const found: PlacedFile[] = [];
  for (let one = byName[at]; one !== undefined && compareNames(one) === 0; one = byName[++at]) {
    if (one.shortId === shortId) found.push(one);
  }
  return found;
}
