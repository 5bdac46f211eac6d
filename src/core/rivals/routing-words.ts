import { once } from '../../kit/once.ts';
import { termOf } from '../passages/terms.ts';

/** Titles, which say nothing of what an agent is for, in its name either. */
const TITLES =
  'agent agents subagent assistant expert experts specialist specialists master pro ninja guru wizard elite senior experienced professional developer developers engineer engineers advanced modern new project projects';

/** What names have before a word of work, whatever that is done to. */
const WIDE = 'system software solution';

/** What nearly every description says besides, whatever its agent is for. */
const EMPTY =
  'use used using uses user users when whenever need needs needed expertise specializing specialized specialised proactively must should who which into across via than any all every can will not does help helps helping eg ie including include includes etc code coding task tasks work works working ensure ensures ensuring mastering masters mastery deep deeply best practice practices provide provides providing comprehensive based build builds building handle handles handling create creates creating development develop engineering skilled invoke invoked automatically immediately always focused focusing responsible complex robust efficient high quality production ready claude team activate spawned';

/** The kinds of work that set two agents of one subject apart, by the words that names have for them. */
const KINDS_OF_WORK = {
  judge:
    'reviewer review critic audit auditor compliance inspector checker validator verifier verify evaluator evaluate guardian sentinel scanner',
  mend: 'resolver fixer fix debugger debug troubleshooter troubleshooting detective repair',
  test: 'tester test testing qa',
  plan: 'planner plan planning',
  document: 'documenter docs documentation writer scribe transcriber',
  research: 'researcher research analyst analyzer lookup navigator',
  design: 'designer',
  lead: 'manager coordinator orchestrator commander lead watcher responder',
  operate: 'admin administrator dba operator',
  carryOut: 'executor runner generator mapper synthesizer',
} as const;

/** Words of a name that say that it makes something, as most do. */
const MAKING = 'architect builder optimizer optimization maker';

/** A kind of work, or `null` for making things. */
export type KindOfWork = keyof typeof KINDS_OF_WORK | null;

const titles = once(() => new Set(TITLES.split(' ')));
const wideWords = once(() => new Set(WIDE.split(' ')));
const emptyWords = once(() => new Set(EMPTY.split(' ')));
const makingWords = once(() => new Set(MAKING.split(' ')));
const workByWord = once(
  () =>
    new Map(
      Object.entries(KINDS_OF_WORK).flatMap(([kind, words]) =>
        words.split(' ').map((word) => [word, kind as keyof typeof KINDS_OF_WORK] as const),
      ),
    ),
);

const workTerms = once(
  () => new Map(Object.entries(KINDS_OF_WORK).map(([kind, words]) => [kind, new Set(words.split(' ').map(termOf))])),
);

/** Whether a word says nothing of what its agent is for; `modern` does not, `modernizer` does. */
export const isEmptyWord = (word: string): boolean => emptyWords().has(word) || isTitle(word);

/** Whether a word says nothing of what its agent is for in a name, where `build` and `code` do. */
export const isTitle = (word: string): boolean => titles().has(word);

/** Whether a word of a name sets no agent apart from others, as `system` in `system-architect`. */
export const isWide = (word: string): boolean => wideWords().has(word);

/** The terms by which a description speaks of a kind of work. */
export const termsOfWork = (kind: NonNullable<KindOfWork>): ReadonlySet<string> => workTerms().get(kind) ?? new Set();

/** Whether a word of a name says what is done, and not on what. */
export const isWordOfWork = (word: string): boolean => workByWord().has(word) || makingWords().has(word);

/** The kind of work that the words of a name speak of: the last of them that says one, as English names end in it. */
export function kindOfWork(words: readonly string[]): KindOfWork {
  const last = words.findLast((word) => workByWord().has(word));
  return (last !== undefined && workByWord().get(last)) || null;
}
