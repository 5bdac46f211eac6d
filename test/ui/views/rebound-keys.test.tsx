import fc from 'fast-check';
import { renderToString } from 'ink';
import { describe, expect, test } from 'vitest';
import { helpEntries } from '../../../src/app/commands/help-search.ts';
import { listedDrafts } from '../../../src/app/drafts/draft-list.ts';
import { TYPING_CONTEXTS } from '../../../src/app/keys/binding.ts';
import { BINDINGS, type BindingId } from '../../../src/app/keys/bindings.ts';
import { keyLabel } from '../../../src/app/keys/key-labels.ts';
import { bindingsOf, getsThrough, keyContext } from '../../../src/app/keys/keymap.ts';
import { ownKeys } from '../../../src/app/keys/own-keys.ts';
import type { Action } from '../../../src/app/model/actions.ts';
import { focusedField } from '../../../src/app/model/focused-field.ts';
import { type Model, screenOf } from '../../../src/app/model/model.ts';
import { createPaint } from '../../../src/ui/paint.ts';
import { AppScreen } from '../../../src/ui/views/app-screen.tsx';
import { afterActions, aModel, libraryFrom, SURROUNDINGS } from '../../support/a-model.ts';
import { NOW } from '../../support/fake-ports.ts';
import { afterKeys } from '../../support/journey.ts';

// With other keys bound, whatever names a key names the one bound, and that key does what is said of it.

const PAINT = createPaint(false);

function screen(model: Model): string {
  const view = <AppScreen model={model} paint={PAINT} dimmed={PAINT} />;
  return renderToString(view, { columns: model.size.columns }).replace(/\u001b\[[0-9;]*m/g, '');
}

/** Keys that no field takes and nothing is bound to by default. */
const HELD = [
  ...['ctrl+', 'alt+', 'ctrl+alt+', 'alt+shift+', 'ctrl+shift+', 'ctrl+alt+shift+'].flatMap((held) =>
    Array.from({ length: 12 }, (_, at) => `${held}f${at + 1}`),
  ),
  ...Array.from({ length: 40 }, (_, at) => `alt+${String.fromCodePoint(0x3400 + at)}`),
];

/** Another key for each binding, no two the same: characters no agent of the tests has, where none are typed. */
const UNUSUAL: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  BINDINGS.map(({ id, context }, at) => {
    const isTyping = TYPING_CONTEXTS.has(context) || context === 'everywhere';
    const key = isTyping ? (HELD.shift() ?? '') : String.fromCodePoint(0x4e00 + at);
    return [id, id === 'everywhere.quit' ? [key, 'ctrl+c'] : [key]];
  }),
);

const KEYS = { 'the default keys': {}, 'other keys': UNUSUAL } as const;

/** Three agents of which two are at odds in model and colour, and two say one thing. */
const AGENTS = libraryFrom({
  forge:
    '---\nname: forge\ndescription: Forges\nmodel: opus\ncolor: blue\n---\n## Anvil\n\n- Strike hard\n- Cool slowly\n\n## Bellows\n\nBlow.\n',
  kiln: '---\nname: kiln\ndescription: Bakes\nmodel: sonnet\ncolor: red\n---\n## Anvil\n\n- Strike hard\n- Rest\n',
  loom: '---\nname: loom\ndescription: Weaves\n---\n## Threads\n\n- Count them\n',
});

const start = (keys: Readonly<Record<string, readonly string[]>>, focus: 'search' | 'list' = 'list'): Model =>
  aModel({
    library: AGENTS,
    size: { columns: 200, rows: 50 },
    browse: { focus },
    surroundings: { ...SURROUNDINGS, keys },
  });

/** The first key of a binding that does what it says where the user is. */
function keyFor(model: Model, id: string): string {
  const binding = bindingsOf(model).find((one) => one.id === id);
  return binding?.keys.find((key) => getsThrough(model, binding.context, key)) ?? '';
}

/** What a sentence calls it: by its key, or where it has none the palette. */
function named(model: Model, id: string): string {
  const key = keyFor(model, id);
  if (key !== '') return keyLabel(key);
  const title = bindingsOf(model).find((one) => one.id === id)?.title;
  return `“${title}” in the palette (${keyLabel(keyFor(model, 'everywhere.palette'))})`;
}

/** What is on the left of a screen as running text. */
const runningText = (text: string): string => text.replace(/ *(?:│[^\n]*)?\n */g, ' ');

/** The model after commands by name; text in double quotes is typed. */
function went(model: Model, way: string): Model {
  return (way.match(/"[^"]*"|\S+/g) ?? []).reduce(
    (before, step) => afterKeys(before, step.startsWith('"') ? step : keyFor(before, step)),
    model,
  );
}

const CONFLICT: Action = {
  type: 'recomposed',
  path: '/p/mine.md',
  result: {
    kind: 'conflict',
    path: '/p/mine.md',
    before: 'mine\n',
    chunks: [{ kind: 'conflict', ours: 'mine\n', base: 'base\n', theirs: 'new\n' }],
    changes: [],
    contradictions: [],
    // Not looked at before the file is written.
    recipe: {} as never,
  },
};
const NOTHING_COMPOSED: Action = { type: 'composedChecked', agents: [], problems: [] };
const UNSEEN: Action = { type: 'changesUnseen', reason: 'too many folders' };

function draftsFound(model: Model): Action {
  const draft = went(model, 'list.compose compose.pick').draft.present;
  const drafts = ['b', 'a'].map((id, at) => ({ id, draft, savedAt: 2 - at }));
  return { type: 'draftsFound', drafts, problems: [], now: NOW };
}

interface Saying {
  /** Where it is said, from a model with its keys. */
  readonly where: (model: Model) => Model;
  /** What is said, with the names of bindings in braces where it names their keys. */
  readonly words: string;
  /** What is pressed then, and what has to be so. */
  readonly press: string;
  readonly so: (model: Model, before: Model) => boolean;
}

const picks = ({ draft }: Model) => draft.present.picks.length;
const COMPOSING = 'list.mark list.down list.mark list.compose';
const UNITED = `${COMPOSING} compose.unite-all`;
const IN_RESULT = `${UNITED} compose.pane compose.pane`;
const SAVING = `${COMPOSING} compose.pick compose.right compose.pick compose.save "mine"`;

const SAYINGS: readonly Saying[] = [
  {
    where: (model) => went(model, 'list.compare'),
    words: 'Mark two or more to compare: {list.mark-next} or {list.mark}',
    press: 'list.mark-next list.mark list.compare',
    so: (model) => screenOf(model) === 'compare',
  },
  {
    where: (model) => went(model, 'list.search everywhere.palette "compare the marked" palette.run'),
    words: 'Mark two or more to compare: {search.mark}',
    press: 'search.mark search.mark',
    so: ({ browse }) => browse.marked.length === 2,
  },
  {
    where: (model) => went(model, 'list.search "zzzz"'),
    words: '{search.leave} clears the search.',
    press: 'search.leave',
    so: ({ browse }) => browse.query.text === '',
  },
  {
    where: (model) => went(model, 'list.search "zzzz" search.list'),
    words: '{list.clear-marks} clears the search.',
    press: 'list.clear-marks',
    so: ({ browse }) => browse.query.text === '',
  },
  {
    where: (model) => went(model, 'list.mark list.search "zzzz" search.list'),
    words: '{list.search} then {search.leave} clears the search.',
    press: 'list.search search.leave',
    so: ({ browse }) => browse.query.text === '',
  },
  {
    where: (model) => afterActions(model, draftsFound(model)),
    words: 'is back: {list.compose} opens it, {everywhere.drafts} lists all 2',
    press: 'list.compose',
    so: (model) => screenOf(model) === 'compose' && picks(model) === 1,
  },
  {
    where: (model) => afterActions(went(model, 'list.search'), draftsFound(model)),
    words: 'is back: {search.list} then {list.compose} opens it',
    press: 'search.list list.compose',
    so: (model) => screenOf(model) === 'compose' && picks(model) === 1,
  },
  {
    where: (model) => went(afterActions(model, draftsFound(model)), 'everywhere.drafts drafts.new'),
    words: 'A new draft: {everywhere.drafts} lists the others',
    press: 'everywhere.drafts',
    so: ({ dialog }) => dialog?.kind === 'drafts',
  },
  {
    where: (model) => went(afterActions(model, draftsFound(model)), 'everywhere.drafts drafts.discard'),
    words: '{drafts.undo} brings it back',
    press: 'drafts.undo',
    so: (model, before) => listedDrafts(model).length === listedDrafts(before).length + 1,
  },
  {
    where: (model) => afterActions(model, UNSEEN),
    words: 'too many folders; {list.reload} finds them',
    press: 'everywhere.palette "read all sources" palette.run',
    so: ({ dialog }) => dialog === null,
  },
  {
    where: (model) => went(model, 'list.compose'),
    words: '{compose.pick} takes what the cursor is on',
    press: 'compose.pick',
    so: (model) => picks(model) === 1,
  },
  {
    where: (model) => went(model, 'list.compose compose.save'),
    words: 'Nothing is taken yet: {compose.pick} takes a section',
    press: 'compose.pick',
    so: (model) => picks(model) === 1,
  },
  {
    where: (model) => went(model, 'list.compose compose.rename'),
    words: 'It is not taken yet: {compose.pick} takes it',
    press: 'compose.pick',
    so: (model) => picks(model) === 1,
  },
  {
    where: (model) => went(model, UNITED),
    words: 'left out ({compose.ledger-all} shows',
    press: 'compose.ledger-all',
    so: (model) => screenOf(model) === 'ledger',
  },
  {
    where: (model) => went(model, `${COMPOSING} compose.pick compose.pane compose.pane compose.pick`),
    words: 'Left out: Anvil · {compose.undo} brings it back',
    press: 'compose.undo',
    so: (model) => picks(model) === 1,
  },
  {
    where: (model) => went(model, `${IN_RESULT} compose.down compose.pick`),
    words: '{compose.undo} brings it back',
    press: 'compose.undo',
    so: (model, before) => model.draft.past.length === before.draft.past.length - 1,
  },
  {
    where: (model) =>
      went(
        afterActions(went(model, 'list.compose compose.pick'), { type: 'pickEdited', pick: 0, text: 'Mine' }),
        'compose.drop-edit',
      ),
    words: 'Edit taken back: Anvil · {compose.undo} takes it back',
    press: 'compose.undo',
    so: ({ draft }) => draft.present.picks[0]?.edited === 'Mine',
  },
  {
    where: (model) => went(model, 'list.compose compose.pick compose.reword'),
    words: 'taken by itself, can be reworded: {compose.pane} leads there',
    press: 'compose.pane compose.pane',
    so: ({ compose }) => compose.pane === 'result',
  },
  {
    where: (model) => went(model, 'list.compose compose.pick compose.pane-back compose.reword'),
    words: 'taken by itself, can be reworded: {compose.edit} edits the whole section',
    press: 'compose.edit',
    so: ({ notice }) => notice === null,
  },
  {
    where: (model) => went(model, `${SAVING} save.save`),
    words: '{save.choose} chooses, {save.save}',
    press: 'save.choose choices.down choices.take',
    so: ({ save }) => save.fields.model.text !== '',
  },
  {
    where: (model) => went(model, `${SAVING} save.previous`),
    words: '{save.choose}: 2 choices',
    press: 'save.choose choices.down',
    so: ({ save }) => save.fields.harness.text !== 'claude' || save.fields.folder.text.startsWith('~/'),
  },
  {
    where: (model) => went(model, `${SAVING} save.previous`),
    words: '{save.complete} saves',
    press: 'save.complete',
    so: ({ save }) => save.isTried,
  },
  {
    where: (model) => afterActions(went(model, 'everywhere.composed'), NOTHING_COMPOSED),
    words: 'Mark some agents with {list.mark}, then {list.compose} composes from them.',
    press: 'composed.back list.mark list.compose',
    so: (model) => screenOf(model) === 'compose',
  },
  {
    where: (model) => went(afterActions(model, CONFLICT), 'merge.done'),
    words: '1 conflict is open: {merge.take} takes a version',
    press: 'merge.take',
    so: ({ merge }) => merge?.choices[0] === 'ours',
  },
  {
    where: (model) => went(afterActions(model, CONFLICT), 'merge.take'),
    words: 'All decided: {merge.done} shows the file',
    press: 'merge.done',
    so: ({ dialog }) => dialog?.kind === 'recompose',
  },
  {
    where: (model) => ({ ...went(model, 'list.read'), library: libraryFrom({}) }),
    words: 'This agent is gone: {reader.back} goes back.',
    press: 'reader.back',
    so: (model) => screenOf(model) === 'browse',
  },
  {
    where: (model) => {
      const problems = [{ path: '/p/x.md', reason: 'permission denied', code: 'file/unreadable' as never }];
      return { ...model, library: { ...libraryFrom({}), problems } };
    },
    words: 'could not be read: {everywhere.problems} says why.',
    press: 'everywhere.palette "problems" palette.run',
    so: ({ dialog }) => dialog?.kind === 'problems',
  },
  {
    where: (model) => {
      const surroundings = { ...model.surroundings, settingsProblems: ['one', 'two'] };
      return afterActions({ ...model, surroundings }, { type: 'started' });
    },
    words: '2 settings are wrong: {everywhere.problems} says which',
    press: 'everywhere.palette "problems" palette.run',
    so: (model) => /Settings[\s│]+one[\s│]+two/.test(screen(model)),
  },
  {
    where: (model) => {
      const surroundings = { ...model.surroundings, settingsProblems: [`config.json:1:1: ${'long '.repeat(50)}`] };
      return afterActions({ ...model, surroundings }, { type: 'started' });
    },
    words: 'A setting is wrong: {everywhere.problems} says which',
    press: 'everywhere.palette "problems" palette.run',
    so: (model) => screen(model).includes('config.json:1:1: long'),
  },
];

test('other keys can be bound for everything', () => {
  expect(ownKeys(UNUSUAL, () => '')).toEqual({ keys: UNUSUAL, problems: [] });
});

describe.each(Object.entries(KEYS))('with %s', (_, keys) => {
  test.each(SAYINGS)('“$words” is said, and is so', ({ where, words, press, so }) => {
    const said = where(start(keys));
    const sentence = words.replace(/\{([^}]+)\}/g, (_match, id: string) => named(said, id));
    const shown = screen(said);
    expect(`${shown}\n${runningText(shown)}`).toContain(sentence);
    expect(went(said, press)).toSatisfy((model: Model) => so(model, said));
  });
});

/** Those of the default keys that are one character, escaped for a class. */
const CHARACTERS = BINDINGS.flatMap(({ keys }): readonly string[] => keys)
  .filter((key) => key.length === 1 && key !== 'a')
  .map((key) => key.replace(/[^a-zA-Z]/, String.raw`\$&`))
  .join('');

/** A default key where a screen names one: in the footer, in a sentence, or beside a command. */
const NAMES_DEFAULT = new RegExp(
  [
    String.raw`(?<![\w-])(?:Space|Tab|Enter|Esc|PgUp|PgDn|Home|End|Shift-Tab|Ctrl-[A-Z]|F1)(?![\w-])`,
    String.raw`(?<![\w-])(?:space|tab|enter|esc|pgup|pgdn|f1)(?= [a-z])`,
    String.raw`\^[a-z](?![a-z])|[↑↓←→]`,
    String.raw`(?<!\S)[${CHARACTERS}](?= [a-z])`,
    // In a sentence it is the article.
    '(?<= {2})a(?= [a-z])',
  ].join('|'),
);

describe('no default key is named', () => {
  test.each(SAYINGS)('where it says “$words”', ({ where }) => {
    expect(screen(where(start(UNUSUAL)))).not.toMatch(NAMES_DEFAULT);
  });

  test('though the same screens name them where they are bound', () => {
    for (const { where } of SAYINGS) expect(screen(where(start({})))).toMatch(NAMES_DEFAULT);
  });

  test('in help, but for those of text fields, which stay', () => {
    const keys = helpEntries(start(UNUSUAL)).filter(({ where }) => where !== 'Text fields' && where !== 'Search line');
    expect(keys.filter((entry) => NAMES_DEFAULT.test(entry.keys) && !entry.keys.endsWith('Ctrl-C'))).toEqual([]);
  });

  test('law: wherever one goes', () => {
    const leaving = new Set<BindingId>(['everywhere.help']);
    const step = fc.constantFrom(...BINDINGS.map(({ id }) => id).filter((id) => !leaving.has(id)), '"o"');
    const ways = fc.constantFrom(
      '',
      'list.search',
      'list.read',
      COMPOSING,
      UNITED,
      IN_RESULT,
      SAVING,
      `${UNITED} compose.ledger`,
    );
    fc.assert(
      fc.property(ways, fc.array(step, { maxLength: 12 }), (way, steps) => {
        const model = went(start(UNUSUAL), [way, ...steps].join(' '));
        // Neither the arrow between the two names of what was renamed nor the sign of what is the same is a key.
        const words = screen(model)
          .replaceAll('Ctrl-C', '')
          .replace(/= (?=(?:same|left out, same)\b)/g, '')
          .replace(/^ Renamed: .*$/m, '');
        expect(words).not.toMatch(NAMES_DEFAULT);
        expect(focusedField(model) !== null).toBe(TYPING_CONTEXTS.has(keyContext(model)));
      }),
      // Drawn by chance the ways are too many for a run; these are the same each time.
      { numRuns: 150, seed: 11 },
    );
  }, 60_000);
});
