import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindingsOf } from '../../../src/app/keys/keymap.ts';
import { textField } from '../../../src/app/model/text-field.ts';
import { visibleText } from '../../../src/text/visible-text.ts';
import { LINEAR_SIZE } from '../../../src/ui/linear/line-display.ts';
import { firstLines, linesOf, whereLines, wholeLines } from '../../../src/ui/linear/lines-of.ts';
import { libraryFrom, THREE_AGENTS } from '../../support/a-model.ts';
import { aLinearModel, toldAfter } from '../../support/told-lines.ts';

const told = (...keys: readonly string[]): readonly string[] => toldAfter(aLinearModel(), ...keys).lines;
/** From the list to the two agents that both speak of security. */
const MARKED = ['tab', 'tab'] as const;
const COMPARED = [...MARKED, 'd'] as const;
const COMPOSED = [...MARKED, 'c'] as const;

describe('the list', () => {
  test('a row: what tells it from others, its signs as words, then what it is for', () => {
    expect(told('down')).toEqual(['2: data-keeper, project, opus. Keeps data whole.']);
    expect(told('down', 'down')).toEqual(['3, last: night-watch, project. Watches over what runs.']);
  });

  test('a mark is told with its number, and the row one goes on to', () => {
    expect(told('tab')).toEqual([
      'Marked: api-smith, project. 1 marked.',
      '2: data-keeper, project, opus. Keeps data whole.',
    ]);
    expect(told('space')).toEqual(['Marked: api-smith, project. 1 marked.']);
    expect(told('space', 'space')).toEqual(['No longer marked: api-smith, project. 0 marked.']);
    expect(told('tab', 'up')).toEqual(['1: api-smith, project, opus, marked. Forges interfaces.']);
  });

  test('what is found is told by numbers, and with its first row', () => {
    const search = aLinearModel({ browse: { focus: 'search' } });
    const { lines } = toldAfter(search, 'd', 'a', 't', 'a');
    expect(lines[0]).toMatch(/^1 of 3 for "data"\. /);
    expect(lines[0]).toContain('1: data-keeper, project, opus.');
    expect(toldAfter(search, 'z', 'z', 'z').lines).toEqual(['Nothing matches “zzz”. Esc clears the search.']);
  });

  test('the search line and the list are told apart, the row not once more', () => {
    expect(told('/')).toEqual(['Search line: empty. 1: api-smith, project, opus.']);
  });

  test('nothing of a library that still grows, unless something was typed', () => {
    const model = aLinearModel();
    const loading = { ...model, library: { ...model.library, loading: true } };
    const part = libraryFrom({ 'data-keeper': THREE_AGENTS['data-keeper'] ?? '' });
    const before = { ...model, library: { ...part, loading: true } };
    const found = { type: 'draftsFound', drafts: [], problems: [], now: { at: 0, utcOffset: 0 } } as const;
    expect(linesOf(before, loading, found)).toEqual([]);
    expect(linesOf(loading, model, found)).toEqual([
      '3 agents from 1 source. 1: api-smith, project, opus. Forges interfaces.',
    ]);
    const typed = { ...loading, browse: { ...loading.browse, query: textField('data') } };
    expect(linesOf(loading, typed, { type: 'fieldTyped', text: 'data' })[0]).toMatch(/^1 of 3 so far for "data"\./);
  });
});

describe('reading', () => {
  test('opens with what the file says besides its prompt', () => {
    const lines = told('enter');
    expect(lines.slice(0, 3)).toEqual([
      'Reading api-smith, project. 3 sections.',
      'About this agent.',
      'name: api-smith',
    ]);
    expect(lines).toContain('tools: Read, Grep');
  });

  test('Enter reads on by sections, an arrow by lines', () => {
    const { model, lines } = toldAfter(aLinearModel(), 'enter', 'enter', 'enter');
    expect(lines).toEqual(['Section 2 of 3: Security.', 'Check every token', 'Limit rates']);
    expect(toldAfter(model, 'down', 'down').lines).toEqual(['Check every token']);
    expect(toldAfter(model, 'space', 'p', 'n').lines[0]).toBe('Section 2 of 3: Security, taken.');
  });

  test('the last line is reached by the arrow', () => {
    const { lines } = toldAfter(aLinearModel(), 'enter', ...Array.from({ length: 40 }, () => 'down'));
    expect(lines).toEqual([]);
    const { model } = toldAfter(aLinearModel(), 'enter', 'G');
    expect(toldAfter(model, 'up', 'down').lines).toEqual(['Write the contract first.']);
  });
});

describe('comparing', () => {
  test('names the columns and how much of them is alike', () => {
    const lines = told(...COMPARED);
    expect(lines.slice(0, 3)).toEqual([
      'Comparing 2 agents.',
      '1 api-smith, project, the base.',
      expect.stringMatching(/^2 data-keeper, project, \d+ % alike\.$/),
    ]);
  });

  test('a topic column by column, with what is the same, alike, only here, or lacking', () => {
    const { model, lines } = toldAfter(aLinearModel(), ...COMPARED, 'right');
    expect(lines).toEqual([
      '2 data-keeper, project.',
      'alike: description: Keeps data whole',
      'same: model: opus',
      'lacks it: color: blue',
      'alike: tools: Read, Edit',
    ]);
    const topics = Array.from(
      { length: 5 },
      (_, at) => toldAfter(model, ...Array.from({ length: at + 1 }, () => 'n')).lines,
    );
    expect(topics.flat().join('\n')).toMatch(/Topic \d of \d: Storage\. 2 data-keeper, project\.\n.*only here: /);
  });

  test('a topic that takes long to line up is told by its name when it comes', () => {
    const { model } = toldAfter(aLinearModel(), ...COMPARED);
    const aligning = { ...model, topics: { ...model.topics, aligned: null } };
    const crowd = libraryFrom({
      ...THREE_AGENTS,
      ...Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`filler-${at}`, `Be number ${at}.`])),
    });
    const waiting = { ...aligning, library: crowd };
    expect(whereLines(waiting).join('\n')).toContain('Lining up the topics …');
    const action = { type: 'rowsJudged', definitions: [] } as const;
    expect(linesOf(waiting, model, action)[0]).toMatch(/^\d topics\. Topic 1 of \d: Frontmatter/);
  });

  test('the table of topics in numbers with what they count', () => {
    const lines = toldAfter(aLinearModel(), ...COMPARED, 'm', 'down', 'down', 'down', 'down').lines;
    expect(lines.join('\n')).toMatch(/^Topic \d of \d: \S+.*1, here: (\d+ \w+|lacks it)\. 2: (\d+ \w+|lacks it)\./);
  });
});

describe('composing', () => {
  test('says how to begin, and how each version stands to the draft', () => {
    const lines = told(...COMPOSED);
    expect(lines).toContain('1: api-smith, project.');
    expect(lines.join('\n')).toContain('Nothing taken yet. Space takes, ');
    expect(lines.at(-1)).toMatch(/^4 topics\. Topic 1 of 4: .* 1, here: not taken; 2: lacks it\.$/);
  });

  test('taking is told once, by its news', () => {
    expect(told(...COMPOSED, 'space')).toEqual([expect.stringMatching(/^Taken: .*, u takes it out again\.$/)]);
  });

  test('versions by passages, and the result by who says it', () => {
    const versions = toldAfter(aLinearModel(), ...COMPOSED, 'M', 'tab');
    expect(versions.lines[0]).toMatch(/^Versions\. 1 api-smith, project: .* 1 passage, taken\.$/);
    expect(toldAfter(versions.model, 'down').lines.join('\n')).toMatch(/^taken: /);
    expect(toldAfter(versions.model, 'tab').lines[0]).toMatch(/^Result\. line 1 of \d+, /);
  });

  test('what is left out, and what stands instead', () => {
    const lines = told(...COMPOSED, 'space', 'X');
    expect(lines.at(-1)).toMatch(/^1 of \d+: left out, said nowhere else\. In [12]: /);
  });

  test('Enter reads the whole of what the keys are on', () => {
    const { model } = toldAfter(aLinearModel(), ...COMPOSED, 'M', 'tab', 'tab');
    expect(wholeLines(model)).toEqual(
      expect.arrayContaining(['The result:', 'Write the contract first.', 'Prefer plain tables.']),
    );
  });
});

describe('the form', () => {
  const form = () => toldAfter(aLinearModel(), ...COMPOSED, 'M', 'ctrl+s').model;

  test('a field with its number, what it holds and what is said of it', () => {
    expect(toldAfter(form(), 'tab').lines[0]).toMatch(
      /^2 of 9, description: Forges interfaces\. .*Ctrl-T: 2 choices\.$/,
    );
  });

  test('what is typed by its words, what is deleted, and where the caret stands', () => {
    expect(toldAfter(form(), 'n', 'e', 'w').lines).toEqual(['new']);
    const { model } = toldAfter(form(), 'n', 'e', 'w', '-', 'o', 'n', 'e');
    expect(toldAfter(model, 'backspace').lines).toEqual(['deleted: e']);
    expect(toldAfter(model, 'home').lines).toEqual(['new']);
    expect(toldAfter(model, 'home', 'right').lines).toEqual(['e']);
    expect(toldAfter(model, 'left', 'right').lines).toEqual(['end']);
  });

  test('a field that is left before it was told is told then', () => {
    const before = form();
    const { model: typed } = toldAfter(before, 'o', 'w', 'l');
    const { model: left } = toldAfter(typed, 'tab');
    expect(linesOf(before, left, { type: 'fieldLeft', direction: 1 })[0]).toBe('name: owl.');
  });

  test('choices, each with where it comes from', () => {
    const { model, lines } = toldAfter(form(), 'tab', 'ctrl+t');
    expect(lines).toEqual([expect.stringMatching(/^Choices for description\. 1 of 2: Forges interfaces, api-smith/)]);
    expect(toldAfter(model, 'down').lines).toEqual([expect.stringMatching(/^2 of 2: Keeps data whole, data-keeper/)]);
  });
});

describe('dialogs', () => {
  test('help has every key by name, each on one line with what it does', () => {
    const lines = told('?');
    expect(lines[0]).toMatch(/^Keys in list\. Type to search all \d+\.$/);
    expect(lines).toContain('Shift-G or End: To the end');
    expect(lines).toContain('comma or Alt-comma: Say where one is, and what is marked or taken');
    expect(lines.filter((line) => line.startsWith('Enter: '))).toEqual(['Enter: Read it full screen']);
  });

  test('the palette tells the command under the cursor, and why it does nothing', () => {
    expect(told(':', ...'compare', 'down', 'down').join('\n')).toMatch(
      /^3 of 3: Compare the marked agents, d\. Not now: Mark two or more to compare: /,
    );
  });

  test('a file that is in the way is asked about with the answers and their keys', () => {
    const { model } = toldAfter(aLinearModel(), ...COMPOSED, 'space', 'ctrl+s', 'x');
    const action = { type: 'saveRefused', path: '/p/x.md', text: 'old\n', sha256: '' } as const;
    const asked = {
      ...model,
      dialog: { kind: 'overwrite', path: '/p/x.md', text: 'old\n', sha256: '', scroll: 0, answer: 0 } as const,
    };
    const lines = linesOf(model, asked, action);
    expect(lines[0]).toMatch(/^Replace x\.md\? 1 line would go, \d+ would come; Down reads them\.$/);
    expect(lines).toContain('Answer 1 of 3: Keep the file. Enter gives it, Right goes to the next.');
    expect(lines).toContain('y: Replace the file; a backup is kept.');
    expect(lines.at(-1)).toBe('gone: old');
    expect(toldAfter(asked, 'down').lines).toEqual(['new: ---']);
    expect(toldAfter(asked, 'right').lines[0]).toMatch(/^Answer 2 of 3: Replace it; a backup is kept \(y\)\./);
  });
});

test('where one is: the place, what the keys are on, what is marked and taken', () => {
  const { model } = toldAfter(aLinearModel(), ...COMPOSED, 'down', 'space');
  expect(whereLines(model)).toEqual([
    expect.stringMatching(/^agents, compose, draft of data-keeper, 1 section, /),
    expect.stringMatching(/^4 topics\. Topic 2 of 4: /),
    '2 marked: api-smith, project; data-keeper, project.',
    expect.stringMatching(/^1 taken: /),
  ]);
});

test('at first the keys that lead on, and what is wrong in the settings', () => {
  const notice = { text: 'config.json:1:1: no setting · ~2 wrong', tone: 'bad' } as const;
  const lines = firstLines(aLinearModel({ news: [notice], notice }));
  expect(lines[0]).toMatch(/^agents, in lines\. Type to search;/);
  expect(lines[1]).toBe('config.json:1:1: no setting, about 2 wrong.');
});

test('whatever files hold and whatever is pressed, lines are one line each and hide nothing', () => {
  const keys = [...new Set(bindingsOf(aLinearModel()).flatMap((binding) => binding.keys)), 'a', 'x'];
  const hostile = '\u001B[2J\u001B]0;x\u0007\u202E\u0000\r\n\u2028\u009B31m';
  const library = libraryFrom({
    ...THREE_AGENTS,
    hostile: `---\nname: "x${JSON.stringify(hostile).slice(1, -1)}"\ndescription: ${hostile}\n---\n# ${hostile}\n\n- ${hostile}\n- same\n\n## Security\n${hostile}\n`,
  });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 25 }), (pressed) => {
      const { lines, model } = toldAfter(
        aLinearModel({ library, size: LINEAR_SIZE }),
        'end',
        'space',
        'home',
        'space',
        ...pressed,
      );
      for (const line of [...lines, ...whereLines(model), ...wholeLines(model), ...firstLines(model)]) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(visibleText(line)).toBe(line);
      }
    }),
    { numRuns: 60 },
  );
});
