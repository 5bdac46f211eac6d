import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import { bodyStart, withTextLater } from '../core/definition/kept-text.ts';
import type { ListedRow } from '../core/definition/listed-row.ts';
import { knownProblemCount, learnProblemCount } from '../core/definition/problem-count.ts';
import { OFF_ENDING } from '../core/definition/switched-off.ts';
import { placeMark } from '../core/library/placed-file.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import { descriptionTokensOf } from '../core/tokens/definition-tokens.ts';
import { once } from '../kit/once.ts';
import { finish } from '../kit/run-steps.ts';
import type { FileSystem, ListOutcome } from '../ports/file-system.ts';
import type { KeptPart, LibraryStore } from '../ports/library-store.ts';
import { encodedAtOnce, encodedJson } from './encoded-json.ts';
import { inSlicesAtOnce } from './in-slices.ts';
import { keepText } from './keep-text.ts';
import {
  type Answers,
  changedAnswers,
  isSameState,
  type KeptDefinition,
  type KeptFields,
  type KeptHead,
  type KeptLines,
  type KeptListing,
  type KeptRest,
  keptAnswers,
  keptRest,
  listedJson,
} from './kept-answers.ts';
import { listedRow } from './listed-row.ts';
import { type ReadLibrary, readLibrary } from './load-library.ts';
import { MOST_PATCHED, patchedLibrary } from './patch-library.ts';

/** A library that was read, or is what was read in an earlier run of the very same files. */
export interface KeptLibrary extends ReadLibrary {
  /** Keep for the next run what is known by now and was not kept before. */
  readonly settle: () => void;
}

/**
 * The library of some sources, read only where something on the disk is not as it was when it was kept.
 *
 * A library depends on what the disk answers alone: which files the folders hold, and what each file says. So what was
 * asked while it was read is kept with it, and asked again: folders are listed anew, and of each file is looked at whether it
 * is the same, by its state. If one answer differs all is read anew.
 *
 * @param store `null` for nowhere.
 */
export async function keptLibrary(
  files: FileSystem,
  sources: readonly Source[],
  store: LibraryStore | null,
): Promise<KeptLibrary> {
  if (store === null) return { ...(await readLibrary(files, sources)), settle: () => {} };
  const known = await knownLibrary(files, sources, store);
  if (!known) return readAndKept(files, sources, store);
  const { answers, isPatched, library, stamp } = known;
  if (isPatched) return { ...library, settle: () => keepAll(store, sources, answers, library) };
  const counted = countedIn(library);
  return {
    ...library,
    settle: () => {
      if (countedIn(library) > counted) finish(restParts(sources, stamp, library)).forEach(store.keep);
    },
  };
}

function keepAll(store: LibraryStore, sources: readonly Source[], answers: Answers, library: ReadLibrary): void {
  if (canKeep(store, answers)) finish(keptParts(store, sources, answers, library)).forEach(store.keep);
}

/** A library that was read in an earlier run. */
export interface KnownLibrary {
  readonly library: ReadLibrary;
  /** What the disk was asked then, and answers now. */
  readonly answers: Answers;
  /** Of what is kept. */
  readonly stamp: string;
  /** Whether some files were read anew, so that something else is kept. */
  readonly isPatched: boolean;
}

/**
 * The library of some sources as it was kept, if the disk holds the same files. No file is opened for it but those that have
 * changed, and only where nothing has changed but what each says by itself.
 */
export async function knownLibrary(
  files: FileSystem,
  sources: readonly Source[],
  store: LibraryStore,
): Promise<KnownLibrary | null> {
  const before = await changedAnswers(files, sources, store, MOST_PATCHED);
  const kept = before && keptRest(store, sources, before.head);
  if (!kept) return null;
  const { changed, head } = before;
  const { answers, stamp } = head;
  const library = await inSlicesAtOnce(restored(store, kept, answers));
  if (changed.size === 0) return { library, answers, stamp, isPatched: false };
  const paths = [...changed.keys()].map((at) => answers.paths[at] ?? '');
  const patched = await patchedLibrary(files, sources, library, paths);
  const states = answers.states.map((state, at) => (changed.has(at) ? (changed.get(at) ?? null) : state));
  return patched && { library: patched, answers: { ...answers, states }, stamp, isPatched: true };
}

/** The names of the agents alone, in the order of the library: the rest of it need not be looked at. */
export async function keptNames(
  files: FileSystem,
  sources: readonly Source[],
  store: LibraryStore | null,
): Promise<readonly string[]> {
  const before = store && (await keptAnswers(files, sources, store));
  if (before) return before.names;
  const library = await keptLibrary(files, sources, store);
  library.settle();
  return namesIn(library);
}

async function readAndKept(files: FileSystem, sources: readonly Source[], store: LibraryStore): Promise<KeptLibrary> {
  const recorder = recordedFiles(files, store);
  const library = await readLibrary(recorder.files, sources);
  const answers = recorder.answers();
  return { ...library, settle: () => keepAll(store, sources, answers, library) };
}

/** Files that it is known of what they were asked, and what they answered. */
export interface RecordedFiles {
  readonly files: FileSystem;
  /** Ends the record, and gives it. */
  readonly answers: () => Answers;
}

/** A record of what a disk answers, to keep it with the library that is read. */
export function recordedFiles(files: FileSystem, store: LibraryStore): RecordedFiles {
  const answers: Answers = { lists: [], paths: [], states: [] };
  let isOver = false;
  return {
    files: recording(files, store, answers, () => isOver),
    answers: () => {
      isOver = true;
      return answers;
    },
  };
}

/** Whether what was answered can be told from what will be, and is not too much. */
export const canKeep = (store: LibraryStore, { paths, states }: Answers): boolean =>
  paths.length <= MOST_FILES && states.every((state) => state === null || store.isSettled(state));

/**
 * Makes what is kept of a library that was read.
 *
 * @param answers What the disk answered then.
 * @returns The work, in steps of a millisecond or two; its result is to be kept in this order.
 */
export function* keptParts(
  store: LibraryStore,
  sources: readonly Source[],
  answers: Answers,
  library: ReadLibrary,
): Generator<void, readonly KeptPart[]> {
  const stamp = store.stamp();
  const rest = yield* restParts(sources, stamp, library);
  const head = yield* encodedJson({ stamp, answers, names: namesIn(library) } satisfies KeptHead);
  return [...rest, { name: `answers ${JSON.stringify(sources)}`, origin: '', bytes: head }];
}

/** Of more files, what is kept would take more room than it is worth: some 2 kB for each. */
const MOST_FILES = 120_000;

const namesIn = ({ definitions }: ReadLibrary): readonly string[] => definitions.map(({ name }) => name);

function recording(
  files: FileSystem,
  store: LibraryStore,
  { lists, paths, states }: Answers,
  isOver: () => boolean,
): FileSystem {
  return {
    ...files,
    list: async (folder, endings, recursive, isOnce) => {
      if (isOver()) return files.list(folder, endings, recursive, isOnce);
      // What is switched off is kept too, so that a list need not look for it again.
      const extensions = [...endings, OFF_ENDING];
      const outcome = await files.list(folder, extensions, recursive, isOnce);
      lists.push({ asked: { folder, extensions, recursive, isOnce }, listed: listedJson(outcome) });
      return outcome.kind === 'files' ? withoutOff(outcome, folder) : outcome;
    },
    read: (path) => {
      // Before it is read: what changes it meanwhile is seen the next time.
      if (!isOver()) {
        paths.push(path);
        states.push(store.stateOf(path));
      }
      return files.read(path);
    },
  };
}

/** What was listed, but for what is switched off, unless that was asked for by its own path. */
function withoutOff(listed: ListOutcome & { readonly kind: 'files' }, folder: string): ListOutcome {
  const isOn = (path: string): boolean => path === folder || !path.endsWith(OFF_ENDING);
  return {
    ...listed,
    paths: listed.paths.filter(isOn),
    skipped: listed.skipped.filter(({ path }) => isOn(path)),
  };
}

/** @param stamp Of what the disk answered: what was written beside that by another run does not fit. */
function* restParts(
  sources: readonly Source[],
  stamp: string,
  library: ReadLibrary,
): Generator<void, readonly KeptPart[]> {
  const { definitions, others, problems, aside } = library;
  const head: KeptRest = { definitions: definitions.length, others: others.length, problems, aside };
  const lines = [encodedAtOnce(head)];
  const all = [...definitions, ...others];
  for (let at = 0; at < all.length; at += KEPT_AT_ONCE) {
    lines.push(NEW_LINE, encodedAtOnce(all.slice(at, at + KEPT_AT_ONCE).map(keptDefinition)));
    yield;
  }
  const parts = [{ name: `library ${JSON.stringify(sources)}`, origin: stamp, bytes: Buffer.concat(lines) }];
  const rows = knownRows(definitions);
  if (rows === null) return parts;
  const kinds = others.map(({ kind }) => ({ kind }));
  const listing = yield* encodedJson({ rows, others: kinds, problems, aside } satisfies KeptListing);
  return [...parts, { name: `listing ${JSON.stringify(sources)}`, origin: stamp, bytes: listing }];
}

const NEW_LINE = new Uint8Array([0x0a]);
/** So many are a line, and made a text, or of it, in a millisecond or two. */
const KEPT_AT_ONCE = 128;

/** What a list says of definitions whose problems are counted already; `null` where those of one are not. */
function knownRows(definitions: readonly AgentDefinition[]): readonly ListedRow[] | null {
  return definitions.every((one) => knownProblemCount(one) !== null) ? definitions.map(listedRow) : null;
}

const countedIn = ({ definitions, others }: ReadLibrary): number =>
  [...definitions, ...others].filter((one) => knownProblemCount(one) !== null).length;

function keptDefinition(definition: AgentDefinition): KeptDefinition {
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(definition)) {
    if (!IN_TEXT.has(name)) fields[name] = definition[name as keyof AgentDefinition];
  }
  return {
    fields: fields as unknown as KeptFields,
    start: bodyStart(definition),
    count: knownProblemCount(definition),
    tokens: descriptionTokensOf.known(definition),
    mark: placeMark(definition),
  };
}

const IN_TEXT: ReadonlySet<string> = new Set(['body', 'frontmatter', 'frontmatterRaw']);

function* restored(
  store: LibraryStore,
  { head, lines }: KeptLines,
  { paths, states }: Answers,
): Generator<void, ReadLibrary> {
  const stateOf = new Map(paths.map((path, at) => [path, states[at] ?? null]));
  const definition = ({ fields, start, count, tokens, mark }: KeptDefinition): AgentDefinition => {
    const { path } = fields;
    const kept = once(() => keepText(store.textOf(path) ?? ''));
    const text = () => kept()();
    const parse = once(() => parseDefinition(text(), path));
    const isAsKept = once(() => {
      kept();
      return isSameState(store.stateOf(path), stateOf.get(path) ?? null);
    });
    const whole = withTextLater(fields, { text, parse, start, isAsKept });
    if (count !== null) learnProblemCount(whole, count);
    if (tokens !== undefined) descriptionTokensOf.learn(whole, tokens);
    placeMark.learn(whole, mark);
    return whole;
  };
  const all: AgentDefinition[] = [];
  for (const line of lines) {
    for (const kept of JSON.parse(line) as readonly KeptDefinition[]) all.push(definition(kept));
    yield;
  }
  const { definitions, problems, aside } = head;
  return { definitions: all.slice(0, definitions), others: all.slice(definitions), problems, aside };
}
