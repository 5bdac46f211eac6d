import type { AgentDefinition, Source } from '../core/definition/agent-definition.ts';
import { bodyStart, withTextLater } from '../core/definition/kept-text.ts';
import type { ListedRow } from '../core/definition/listed-row.ts';
import { knownProblemCount, learnProblemCount } from '../core/definition/problem-count.ts';
import { OFF_ENDING } from '../core/definition/switched-off.ts';
import { parseDefinition } from '../core/reading/parse-definition.ts';
import { once } from '../kit/once.ts';
import type { FileSystem, ListOutcome } from '../ports/file-system.ts';
import type { LibraryStore } from '../ports/library-store.ts';
import {
  type Answers,
  type KeptDefinition,
  type KeptFields,
  type KeptHead,
  type KeptListing,
  type KeptRest,
  keptAnswers,
  keptRest,
  listedJson,
} from './kept-answers.ts';
import { listedRow } from './listed-row.ts';
import { type ReadLibrary, readLibrary } from './load-library.ts';

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
  const before = store && (await keptAnswers(files, sources, store));
  const restored = store && before && restoredLibrary(store, keptRest(store, sources, before.answers));
  if (!store || !before || !restored) return readAndKept(files, sources, store);
  const counted = countedIn(restored);
  return {
    ...restored,
    settle: () => {
      if (countedIn(restored) > counted) keepRest(store, sources, before.answers, restored);
    },
  };
}

/** The names of the agents alone, in the order of the library: the rest of it need not be looked at. */
export async function keptNames(
  files: FileSystem,
  sources: readonly Source[],
  store: LibraryStore | null,
): Promise<readonly string[]> {
  const before = store && (await keptAnswers(files, sources, store));
  if (before) return before.names;
  const library = await readAndKept(files, sources, store);
  library.settle();
  return namesIn(library);
}

async function readAndKept(
  files: FileSystem,
  sources: readonly Source[],
  store: LibraryStore | null,
): Promise<KeptLibrary> {
  if (store === null) return { ...(await readLibrary(files, sources)), settle: () => {} };
  const answers: Answers = { lists: [], paths: [], states: [] };
  const library = await readLibrary(recording(files, store, answers), sources);
  const canKeep =
    answers.paths.length <= MOST_FILES && answers.states.every((state) => state === null || store.isSettled(state));
  return {
    ...library,
    settle: () => {
      if (!canKeep) return;
      keepRest(store, sources, answers, library);
      const names = namesIn(library);
      store.keep(`answers ${JSON.stringify(sources)}`, '', encoded({ answers, names } satisfies KeptHead));
    },
  };
}

/** Of more files, what is kept would take more room than it is worth: some 2 kB for each. */
const MOST_FILES = 20_000;

const namesIn = ({ definitions }: ReadLibrary): readonly string[] => definitions.map(({ name }) => name);

function recording(files: FileSystem, store: LibraryStore, { lists, paths, states }: Answers): FileSystem {
  return {
    ...files,
    list: async (folder, endings, recursive, isOnce) => {
      // What is switched off is kept too, so that a list need not look for it again.
      const extensions = [...endings, OFF_ENDING];
      const outcome = await files.list(folder, extensions, recursive, isOnce);
      lists.push({ asked: { folder, extensions, recursive, isOnce }, listed: listedJson(outcome) });
      return outcome.kind === 'files' ? withoutOff(outcome, folder) : outcome;
    },
    read: (path) => {
      // Before it is read: what changes it meanwhile is seen the next time.
      paths.push(path);
      states.push(store.stateOf(path));
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

/** The library is of these answers and no others: what was written beside it by another run does not fit. */
function keepRest(store: LibraryStore, sources: readonly Source[], answers: Answers, library: ReadLibrary): void {
  const rest: KeptRest = {
    definitions: library.definitions.map(keptDefinition),
    others: library.others.map(keptDefinition),
    problems: library.problems,
    aside: library.aside,
  };
  const origin = JSON.stringify(answers);
  store.keep(`library ${JSON.stringify(sources)}`, origin, encoded(rest));
  const rows = knownRows(library.definitions);
  if (rows === null) return;
  const others = library.others.map(({ kind }) => ({ kind }));
  const listing: KeptListing = { rows, others, problems: library.problems, aside: library.aside };
  store.keep(`listing ${JSON.stringify(sources)}`, origin, encoded(listing));
}

/** What a list says of definitions whose problems are counted already; `null` where those of one are not. */
function knownRows(definitions: readonly AgentDefinition[]): readonly ListedRow[] | null {
  return definitions.every((one) => knownProblemCount(one) !== null) ? definitions.map(listedRow) : null;
}

/** JSON in ASCII, which is made a text, and that read, in half the time. */
function encoded(value: unknown): Uint8Array {
  const json = JSON.stringify(value).replace(
    /[\u0080-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new TextEncoder().encode(json);
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
  };
}

const IN_TEXT: ReadonlySet<string> = new Set(['body', 'frontmatter', 'frontmatterRaw']);

function restoredLibrary(store: LibraryStore, rest: KeptRest | null): ReadLibrary | null {
  if (rest === null) return null;
  const { definitions, others, problems, aside } = rest;
  const restored = ({ fields, start, count }: KeptDefinition): AgentDefinition => {
    const { path } = fields;
    const text = once(() => store.textOf(path) ?? '');
    const parse = once(() => parseDefinition(text(), path));
    const definition = withTextLater(fields, { text, parse }, start);
    if (count !== null) learnProblemCount(definition, count);
    return definition;
  };
  return { definitions: definitions.map(restored), others: others.map(restored), problems, aside };
}
