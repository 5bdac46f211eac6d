import { queryOf, resultsOf } from '../browse/browse-results.ts';
import type { BindingId } from '../keys/bindings.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Action } from '../model/actions.ts';
import { type Model, screenOf } from '../model/model.ts';

/** One step of the tour: the main job of the app, a key at a time. */
interface TourStep {
  /** What to do now, by the keys that do it where the user is. */
  readonly words: (model: Model) => string;
  /** What comes of it. */
  readonly about: string;
  readonly isDone: (model: Model) => boolean;
  /** What does it for one who comes back to a later step. */
  readonly acts: readonly Action[];
}

/** What the tour looks for: several of the agents that come with the program have much to say of it. */
const WANTED = 'backend';

const named =
  (id: BindingId, what: string) =>
  (model: Model): string =>
    `${keyOf(model, id)} ${what}`;

/** The steps in their order. All but the last end by what is done; the last by leaving. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    words: () => `Find: type ${WANTED}`,
    about: 'Words, parts of words and abbreviations find; the list follows every letter.',
    isDone: (model) => queryOf(model).length >= WANTED.length && resultsOf(model).length > 1,
    acts: [{ type: 'fieldTyped', text: WANTED }],
  },
  {
    words: (model) =>
      `Mark two agents: ${keyOf(model, model.browse.focus === 'list' ? 'list.mark-next' : 'search.mark')} marks and goes on`,
    about: 'What is marked is what you compare and compose; the preview tells more of each.',
    isDone: ({ browse }) => browse.marked.length > 1,
    acts: [
      { type: 'definitionMarked', move: 1 },
      { type: 'definitionMarked', move: 1 },
    ],
  },
  {
    words: named('list.compare', 'compares them'),
    about: 'Sections that speak of one thing come to stand side by side.',
    isDone: (model) => screenOf(model) === 'compare',
    acts: [{ type: 'listFocused' }, { type: 'compareOpened' }],
  },
  {
    words: named('compare.next', 'goes on to the next topic'),
    about: 'The signs tell the second from the first; the line over the keys explains them.',
    isDone: (model) => screenOf(model) === 'compare' && model.compare.topic > 0,
    acts: [{ type: 'topicChanged', direction: 1 }],
  },
  {
    words: named('compare.compose', 'composes a new agent from both'),
    about: 'Nothing of theirs is changed; what you take is kept as a draft.',
    isDone: (model) => screenOf(model) === 'compose',
    acts: [{ type: 'composeOpened' }],
  },
  {
    words: (model) =>
      `${keyOf(model, 'compose.pick')} takes a version of a topic, ${keyOf(model, 'compose.versions')} takes all, merged`,
    about: 'The arrows go to other topics and versions; the result shows what the file will say.',
    isDone: ({ draft }) => draft.present.picks.length > 0,
    acts: [{ type: 'sectionPicked' }],
  },
  {
    words: named('compose.save', 'saves; take more before, if you like'),
    about: 'It opens the form, with the fields of the agents it was made from.',
    isDone: (model) => screenOf(model) === 'save',
    acts: [{ type: 'saveOpened', field: 'name' }],
  },
  {
    words: (model) => `Type a name, then ${keyOf(model, 'save.save')} writes the file`,
    about: 'What is still open is asked about once; the same key again leaves it open.',
    isDone: (model) => model.landed !== null,
    acts: [],
  },
  {
    words: (model) => `A file of your own: ${keyOf(model, 'landed.done')} ends the tour`,
    about: 'It is an agent like any other now, listed first here.',
    isDone: () => false,
    acts: [],
  },
];

/** The tour for whoever has no screen to take it on: each step with what comes of it. */
export function tourLines(model: Model): readonly string[] {
  return TOUR_STEPS.flatMap(({ words, about }, at) => [`${at + 1}. ${words(model)}`, `   ${about}`]);
}
