import { describe, expect, test } from 'vitest';
import { currentDefinition, resultsOf, sortOf } from '../../../src/app/browse/browse-results.ts';
import { SORTS } from '../../../src/app/model/browse-state.ts';
import { type Model, screenOf } from '../../../src/app/model/model.ts';
import { textField } from '../../../src/app/model/text-field.ts';
import { update } from '../../../src/app/update.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { afterActions, aModel, definitionsFrom, libraryFrom, libraryOf, THREE_AGENTS } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const searching = (text: string) => aModel({ browse: { focus: 'search', query: textField(text) } });

const many = (count: number) => ({
  ...libraryOf(Array.from({ length: count }, (_, index) => aDefinition({ name: `agent-${1000 + index}` }))),
});

const marks = ({ browse }: Model) => browse.marked.map((id) => id.replace('project:', '')).join(' ');

describe('searching', () => {
  test('typing finds, and starts at the best match', () => {
    const model = afterKeys(aModel({ browse: { focus: 'search', cursor: 2 } }), '"watch"');
    expect(model.browse).toMatchObject({ cursor: 0, top: 0, query: { text: 'watch' } });
    expect(currentDefinition(model)?.name).toBe('night-watch');
  });

  test('Escape clears first, then goes to the list', () => {
    const cleared = afterKeys(searching('watch'), 'escape');
    expect(cleared.browse).toMatchObject({ focus: 'search', query: { text: '' } });
    expect(afterKeys(cleared, 'escape').browse.focus).toBe('list');
  });

  test('Enter goes to the list and keeps what was found', () => {
    expect(afterKeys(searching('watch'), 'enter').browse).toMatchObject({ focus: 'list', query: { text: 'watch' } });
  });

  test('a slash in the list goes back to the search line', () => {
    expect(afterKeys(aModel(), '/').browse.focus).toBe('search');
  });

  test('arrows and Ctrl-N move in the list without leaving the line', () => {
    expect(afterKeys(searching(''), 'down ctrl+n ctrl+p').browse).toMatchObject({ cursor: 1, focus: 'search' });
  });

  test('editing in the middle of the line searches anew', () => {
    expect(afterKeys(searching('watchx'), 'backspace').browse.query.text).toBe('watch');
    expect(afterKeys(searching('one'), 'home "z"').browse.query).toMatchObject({ text: 'zone', cursor: 1 });
  });

  test('moving the text cursor leaves the list where it is', () => {
    const query = textField('agent');
    const model = afterKeys(aModel({ library: many(3), browse: { focus: 'search', query } }), 'down left');
    expect(model.browse).toMatchObject({ cursor: 1, query: { cursor: 4 } });
  });
});

describe('marking', () => {
  test('Tab marks and goes on, Shift-Tab marks and goes back', () => {
    const model = afterKeys(aModel(), 'tab tab shift+tab');
    expect(marks(model)).toBe('api-smith data-keeper night-watch');
    expect(model.browse.cursor).toBe(1);
  });

  test('Space marks and unmarks in place', () => {
    const marked = afterKeys(aModel(), 'down space');
    expect([marks(marked), marked.browse.cursor]).toEqual(['data-keeper', 1]);
    expect(marks(afterKeys(marked, 'space'))).toBe('');
  });

  test('outlives a search', () => {
    expect(marks(afterKeys(aModel(), 'tab / "watch" tab'))).toBe('api-smith night-watch');
  });

  test('Escape in the list clears the marks, then the search', () => {
    const found = afterKeys(searching('watch'), 'tab enter escape');
    expect(found.browse).toMatchObject({ marked: [], query: { text: 'watch' } });
    const cleared = afterKeys(found, 'escape');
    expect(cleared.browse).toMatchObject({ focus: 'list', query: { text: '' } });
    expect(afterKeys(cleared, 'u').browse.query.text).toBe('watch');
    expect(afterKeys(cleared, 'escape').notice?.text).toBe('Nothing is marked, and nothing searched for');
  });

  test('Escape in the list takes all marks away', () => {
    expect(marks(afterKeys(aModel(), 'tab tab escape'))).toBe('');
  });
});

describe('the marked agents alone', () => {
  test('are listed by a key, in the order they were marked, whatever is searched for, until it is pressed again', () => {
    const before = afterKeys(searching(''), 'enter end tab g tab / "keeper" enter');
    const only = afterKeys(before, '*');
    expect(
      resultsOf(only)
        .slice()
        .map(({ definition }) => definition.name),
    ).toEqual(['night-watch', 'api-smith']);
    expect(only.notice?.text).toBe('Only the 2 marked agents · * lists all again');
    expect(
      resultsOf(afterKeys(only, '*'))
        .slice()
        .map(({ definition }) => definition.name),
    ).toEqual(['data-keeper']);
  });

  test('in the list of the marked a mark taken away can be brought back, the last one too', () => {
    const only = afterKeys(aModel(), 'tab tab *');
    const one = afterKeys(only, 'g space');
    expect([marks(one), one.notice?.text]).toEqual(['data-keeper', 'Mark of api-smith taken away · u brings it back']);
    const none = afterKeys(one, 'g space');
    expect(none.notice?.text).toBe('Mark of data-keeper taken away, the last: all are listed again · u brings it back');
    expect([none.browse.isMarkedOnly, marks(afterKeys(none, 'u')), marks(afterKeys(none, 'u u'))]).toEqual([
      false,
      'data-keeper',
      'api-smith data-keeper',
    ]);
  });

  test('end with the last mark, with another search, and with Escape, which leaves the marks', () => {
    const only = afterKeys(aModel(), 'tab tab *');
    expect(afterKeys(only, 'escape').browse).toMatchObject({ isMarkedOnly: false, marked: { length: 2 } });
    expect(afterKeys(only, 'space space').browse.isMarkedOnly).toBe(false);
    expect(afterKeys(only, '/ "w"').browse.isMarkedOnly).toBe(false);
    expect(afterKeys(only, '/').browse.isMarkedOnly).toBe(true);
  });

  test('are none where nothing is marked, which is said', () => {
    expect(afterKeys(aModel(), '*').notice?.text).toBe('Nothing is marked');
  });
});

describe('moving', () => {
  test('stays between the first and the last', () => {
    expect(afterKeys(aModel(), 'up').browse.cursor).toBe(0);
    expect(afterKeys(aModel(), 'down down down down').browse.cursor).toBe(2);
  });

  test('keeps the cursor on the screen', () => {
    const model = aModel({ library: many(100) });
    expect(afterKeys(model, 'G').browse).toMatchObject({ cursor: 99, top: 90 });
    expect(afterKeys(model, 'G g').browse).toMatchObject({ cursor: 0, top: 0 });
    expect(afterKeys(model, 'pagedown pagedown').browse).toMatchObject({ cursor: 18, top: 9 });
  });

  test('a smaller terminal scrolls to the cursor', () => {
    const model = afterKeys(aModel({ library: many(100) }), 'pagedown');
    expect(afterActions(model, { type: 'resized', size: { columns: 100, rows: 13 } }).browse.top).toBe(7);
  });

  test('in an empty list changes nothing', () => {
    expect(afterKeys(aModel({ library: libraryFrom({}) }), 'down G pageup').browse).toMatchObject({
      cursor: 0,
      top: 0,
    });
  });
});

describe('sorting', () => {
  test('goes round the orders, says which, and starts at the top', () => {
    const model = afterKeys(aModel(), 'down s');
    expect(model).toMatchObject({
      browse: { sort: 'source', cursor: 0 },
      notice: { text: 'Listed by source · u undoes it' },
    });
    expect(afterKeys(model, 's s s s')).toMatchObject({
      browse: { sort: 'match' },
      notice: { text: 'Listed by name · u undoes it' },
    });
  });

  test('is for all; what a search finds begins with the best match each time', () => {
    const sorted = afterKeys(aModel(), 's s');
    const found = afterKeys(sorted, '/ "keeper" enter');
    expect([sortOf(sorted), sortOf(found)]).toEqual(['model', 'match']);
    const named = afterKeys(found, 's');
    expect([sortOf(named), named.notice?.text]).toEqual(['name', 'Listed by name · u undoes it']);
    expect(sortOf(afterKeys(named, 'u'))).toBe('match');
    const cleared = afterKeys(named, '/ ctrl+u');
    expect(sortOf(cleared)).toBe('model');
    expect(sortOf(afterKeys(cleared, '"keeper"'))).toBe('match');
  });
});

describe('reading the library', () => {
  const read = (model: Model, texts: Readonly<Record<string, string>>, complete = true) =>
    afterActions(model, { type: 'libraryRead', definitions: definitionsFrom(texts), problems: [], complete });

  test('a file that went while it was marked is marked again when it comes back, unless the marks were cleared', () => {
    const { 'api-smith': gone, ...rest } = THREE_AGENTS;
    const marked = ({ browse }: Model) => browse.marked;
    const without = read(afterKeys(aModel(), 'space j space'), rest);
    expect([gone !== undefined, marked(without)]).toEqual([true, ['project:data-keeper']]);
    expect(marked(read(without, THREE_AGENTS))).toEqual(['project:data-keeper', 'project:api-smith']);
    expect(marked(read(afterKeys(without, 'escape'), THREE_AGENTS))).toEqual([]);
  });

  test('leaves the cursor on the definition it was on', () => {
    const model = read(aModel({ browse: { cursor: 1 } }), { ...THREE_AGENTS, 'aaa-first': 'Hi.\n' });
    expect(currentDefinition(model)?.name).toBe('data-keeper');
  });

  test('leaves the cursor at the top where nobody has moved it', () => {
    expect(read(aModel(), { ...THREE_AGENTS, 'aaa-first': 'Hi.\n' }).browse.cursor).toBe(0);
  });

  test('forgets marks of what is gone, once all is read', () => {
    const marked = afterKeys(aModel(), 'tab tab');
    const { 'api-smith': kept = '' } = THREE_AGENTS;
    expect(marks(read(marked, { 'api-smith': kept }, false))).toBe('api-smith data-keeper');
    expect(marks(read(marked, { 'api-smith': kept }))).toBe('api-smith');
  });

  test('leaves cursor and mark on the one that was switched off, though another has its id then', () => {
    const one = aDefinition({ id: 'user:keel', name: 'keel', path: '/u/keel.md' });
    const other = aDefinition({ id: 'user:keel~2', name: 'keel', path: '/u/more/keel.md', shadowedBy: 'user:keel' });
    const first = aDefinition({ id: 'user:hull', name: 'hull', path: '/u/hull.md' });
    const before = afterKeys(
      afterActions(aModel(), { type: 'libraryRead', definitions: [first, one, other], problems: [], complete: true }),
      'down space',
    );
    const off = { ...one, id: 'user:keel@/u/keel.md.disabled', path: '/u/keel.md.disabled' };
    const now = [first, { ...other, id: 'user:keel', shadowedBy: null }, off];
    const after = afterActions(before, { type: 'libraryRead', definitions: now, problems: [], complete: true });
    expect([currentDefinition(before)?.path, before.browse.marked]).toEqual(['/u/keel.md', ['user:keel']]);
    expect([currentDefinition(after)?.path, after.browse.marked]).toEqual([off.path, [off.id]]);
  });

  test('puts the cursor on what a key made or brought back, once that was read', () => {
    const { 'api-smith': smith = '', ...others } = THREE_AGENTS;
    const before = read(aModel(), others);
    const path = definitionsFrom(THREE_AGENTS).find(({ name }) => name === 'api-smith')?.path ?? '';
    const there = afterKeys(before, 'end');
    const undone = afterActions(there, {
      type: 'filesUndone',
      words: 'remove api-smith',
      problem: null,
      paths: [path],
    });
    expect(currentDefinition(read(undone, others))).toEqual(currentDefinition(there));
    const back = read(undone, THREE_AGENTS);
    expect([currentDefinition(back)?.name, smith === '']).toEqual(['api-smith', false]);
    expect(currentDefinition(read(afterKeys(back, 'end'), THREE_AGENTS))?.name).not.toBe('api-smith');
  });

  test('is loading until all is read', () => {
    const { model, effects } = update(aModel(), { type: 'reloadRequested' });
    expect(model.library.loading).toBe(true);
    expect(effects).toEqual([{ type: 'readLibrary' }]);
    expect(read(model, THREE_AGENTS, false).library.loading).toBe(true);
    expect(read(model, THREE_AGENTS).library.loading).toBe(false);
  });

  test('again, where it was asked for, is told of with what it brought', () => {
    const asked = afterActions(aModel(), { type: 'reloadRequested' });
    expect(read(asked, THREE_AGENTS).notice?.text).toBe('Read 3 agents again: nothing changed');
    const { 'api-smith': smith = '', ...others } = THREE_AGENTS;
    const changed = { ...others, 'night-watch': `${smith}x`, newer: 'New' };
    expect(read(asked, changed).notice?.text).toBe('Read 3 agents again: 1 new, 1 changed, 1 gone');
    expect(read(aModel(), changed).notice).toBeNull();
  });

  test('leaves the news of the last key on the screen', () => {
    expect(read(afterKeys(aModel(), 's'), THREE_AGENTS).notice?.text).toBe('Listed by source · u undoes it');
  });
});

describe('going on from the list', () => {
  test('Enter reads, Escape comes back', () => {
    const reading = afterKeys(aModel(), 'down enter');
    expect([screenOf(reading), reading.reader.id]).toEqual(['reader', 'project:data-keeper']);
    expect(screenOf(afterKeys(reading, 'escape'))).toBe('browse');
  });

  test('d compares what is marked, in that order', () => {
    const model = afterKeys(aModel(), 'G tab g tab d');
    expect([screenOf(model), model.compare.ids]).toEqual(['compare', ['project:night-watch', 'project:api-smith']]);
  });

  test.each([
    ['d', 8, 'Only the 8 marked last of 9'],
    ['c', 8, 'Only the 8 marked last of 9'],
  ])('%s takes at most %i of many, and says so', (key, count, words) => {
    const model = afterKeys(aModel({ library: many(9) }), `${'tab '.repeat(9)}${key}`);
    expect(key === 'd' ? model.compare.ids : model.compose.ids).toHaveLength(count);
    expect(model.notice?.text).toBe(words);
  });

  test('c composes from what is marked, else from the one under the cursor', () => {
    expect(afterKeys(aModel(), 'tab tab c').compose.ids).toEqual(['project:api-smith', 'project:data-keeper']);
    expect(afterKeys(aModel(), 'down c').compose.ids).toEqual(['project:data-keeper']);
  });

  test('composing again from the same agents goes on where one was', () => {
    const model = afterKeys(aModel(), 'tab tab c down tab escape c');
    expect(model.compose).toMatchObject({ row: 1, pane: 'versions' });
    expect(afterKeys(model, 'escape tab c').compose).toMatchObject({ row: 0, pane: 'topics' });
  });

  test('e asks for the editor, y for the clipboard', () => {
    expect(update(aModel(), { type: 'editorRequested' }).effects).toEqual([
      {
        type: 'openEditor',
        path: '/p/agents/api-smith.md',
        words: 'edit api-smith.md',
        said: 'Edited agents/api-smith.md',
      },
    ]);
    expect(update(aModel(), { type: 'copyRequested' }).effects).toMatchObject([
      { type: 'copyText', what: 'the prompt of api-smith', text: expect.stringMatching(/^You forge/) },
    ]);
  });
});

describe('the definitions that come with agents', () => {
  const own = [aDefinition({ name: 'zither' })];
  const ours = [aDefinition({ name: 'anvil', scope: 'bundled' }), aDefinition({ name: 'bellows', scope: 'bundled' })];
  const read = (model: Model, definitions = [...own, ...ours]) =>
    update(model, { type: 'libraryRead', definitions, problems: [], complete: true }).model;
  const toggled = (model: Model) => update(model, { type: 'bundledToggled' });
  const names = (model: Model) =>
    resultsOf(model)
      .slice()
      .map(({ definition }) => definition.name);

  test.each(SORTS)('stand last in the order %s, and where all match alike', (sort) => {
    const model = aModel({ browse: { sort } });
    expect(names(read(model)).at(0)).toBe('zither');
  });

  test('can be hidden and are then found by nothing, until they are listed again', () => {
    const hidden = toggled(read(aModel()));
    expect(hidden.effects).toEqual([{ type: 'rememberBundled', listed: false }]);
    expect(hidden.model.notice?.text).toMatch(/are hidden$/);
    expect(names(hidden.model)).toEqual(['zither']);
    expect(names(afterActions(hidden.model, { type: 'fieldTyped', text: 'anvil' }))).not.toContain('anvil');
    const listed = toggled(hidden.model);
    expect(listed.effects).toEqual([{ type: 'rememberBundled', listed: true }]);
    expect(names(listed.model)).toEqual(['zither', 'anvil', 'bellows']);
  });

  test('stay hidden when the sources are read again', () => {
    const again = read(toggled(read(aModel())).model, [...own, aDefinition({ name: 'bow' }), ...ours]);
    expect(names(again)).toEqual(['bow', 'zither']);
  });

  test('are not hidden where there is nothing else', () => {
    const refused = afterKeys(read(aModel(), ours), ': "bundled" enter');
    expect(refused.notice?.text).toBe('There are no other agents to list');
    expect(names(refused)).toEqual(['anvil', 'bellows']);
  });
});

describe('skills and commands', () => {
  const own = definitionsFrom(THREE_AGENTS);
  const others = [aDefinition({ name: 'knots', kind: 'skill', id: 'added:skill/knots', scope: 'added' })];
  const model = update(aModel({ browse: { focus: 'search' } }), {
    type: 'libraryRead',
    definitions: own,
    others,
    problems: [],
    complete: true,
  }).model;
  const listed = (one: Model) =>
    resultsOf(one)
      .slice()
      .map(({ definition }) => definition.name);

  test('are not listed, until the query asks for kinds', () => {
    expect(listed(model)).not.toContain('knots');
    expect(listed(afterKeys(model, '"knots"'))).toEqual([]);
    const asked = afterKeys(model, '"kind:skill"');
    expect(listed(asked)).toEqual(['knots']);
    expect(listed(afterKeys(model, '"kind:agent | kind:skill"'))).toHaveLength(own.length + 1);
    expect(listed(afterKeys(asked, 'ctrl+u'))).toEqual(listed(model));
  });

  test('stay marked when they are no longer listed, and are compared with agents', () => {
    const marked = afterKeys(model, '"kind:skill" tab ctrl+u tab enter d');
    expect(screenOf(marked)).toBe('compare');
    expect(marked.compare.ids).toHaveLength(2);
    expect(marked.compare.ids[0]).toBe('added:skill/knots');
  });
});
