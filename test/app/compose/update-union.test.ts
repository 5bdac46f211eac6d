import { describe, expect, test } from 'vitest';
import { currentStop } from '../../../src/app/compose/compose-topics.ts';
import { composedResult, resultLines } from '../../../src/app/compose/composed-result.ts';
import { listedEntries } from '../../../src/app/compose/ledger-list.ts';
import { stoppedPassage } from '../../../src/app/compose/result-stops.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { pickWords } from '../../support/a-draft.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const LIBRARY = libraryFrom({
  a: '---\nname: a\n---\n## Security\n\n- Check every token\n- Limit rates\n\n## Style\n\nBe brief.\n',
  b: '---\nname: b\n---\n## Security\n\n- Check every token\n- Rotate keys\n',
  c: '---\nname: c\n---\n## Speed\n\n- Cache reads\n',
});

/** Composing from all three, the cursor on Security. */
const COMPOSING = afterKeys(aModel({ library: LIBRARY }), 'tab tab tab c g');
/** The union of Security, the cursor in the result. */
const UNITED = afterKeys(COMPOSING, 'm m');
const IN_RESULT = afterKeys(UNITED, 'shift+tab g');

const picks = ({ draft }: Model) => draft.present.picks.map(pickWords);
const text = ({ draft }: Model) => composedResult(draft.present.picks).text;
const stop = (model: Model) => stoppedPassage(model.draft.present.picks, currentStop(model))?.text ?? null;

describe('the union of a topic', () => {
  test('has every item once', () => {
    expect(picks(UNITED)).toEqual(['union(a b) Security']);
    expect(text(UNITED)).toBe('## Security\n\n- Check every token\n- Limit rates\n- Rotate keys\n');
    expect(UNITED.notice?.text).toBe('Merged: Security, 2 versions, 1 left out (x shows it) · u takes it back');
  });

  test('Space takes one agent out of it; what stood for another stays in that one’s words', () => {
    const model = afterKeys(UNITED, 'left left space');
    expect(picks(model)).toEqual(['union(b) Security']);
    expect(text(model)).toBe('## Security\n\n- Check every token\n- Rotate keys\n');
  });

  test('M takes the union of every topic in place of what is picked of them', () => {
    const model = afterKeys(COMPOSING, 'space M');
    expect(picks(model)).toEqual(['union(a b) Security', 'union(a) Style', 'union(c) Speed']);
    expect(picks(afterKeys(model, 'u'))).toEqual(['a Security']);
  });
});

describe('the result', () => {
  test('has a stop for each passage of a union', () => {
    const stops = ['', 'down', 'down down', 'G'].map((keys) => stop(afterKeys(IN_RESULT, keys)));
    expect(stops).toEqual([null, '- Check every token', '- Limit rates', '- Rotate keys']);
  });

  test('knows the passage of each line', () => {
    const lines = resultLines(UNITED.draft.present.picks, 40, null).map(({ line, passage }) => [
      lineText(line).trim(),
      passage,
    ]);
    expect(lines).toContainEqual(['• Limit rates', 4]);
  });

  test('Space takes a passage out, J and K move it among its own kind', () => {
    expect(text(afterKeys(IN_RESULT, 'down down space'))).toBe('## Security\n\n- Check every token\n- Rotate keys\n');
    const moved = afterKeys(IN_RESULT, 'down down K');
    expect(text(moved)).toBe('## Security\n\n- Limit rates\n- Check every token\n- Rotate keys\n');
    expect(stop(moved)).toBe('- Limit rates');
    expect(text(afterKeys(IN_RESULT, 'down K'))).toBe(text(IN_RESULT));
  });

  test('i rewords a passage; no words give its own back', () => {
    const reworded = afterKeys(IN_RESULT, 'down i ctrl+u "Trust nothing" enter');
    expect(text(reworded)).toContain('\n- Trust nothing\n- Limit rates');
    expect(text(afterKeys(reworded, 'i ctrl+u enter'))).toBe(text(IN_RESULT));
    expect(afterKeys(IN_RESULT, 'i').notice?.text).toContain('Only a merged passage');
  });

  test('> and < turn its title into a heading of another level', () => {
    expect(text(afterKeys(IN_RESULT, '> >'))).toMatch(/^### Security\n/);
    expect(text(afterKeys(IN_RESULT, '> > <'))).toMatch(/^## Security\n/);
    expect(text(afterKeys(IN_RESULT, '> < <'))).toBe(text(IN_RESULT));
  });
});

describe('passage by passage', () => {
  test('Space in a version takes one passage by itself', () => {
    const model = afterKeys(COMPOSING, 'tab down down space');
    expect([picks(model), text(model)]).toEqual([['a - Limit rates'], '- Limit rates\n']);
    expect(picks(afterKeys(model, 'space'))).toEqual([]);
  });

  test('i rewords a pick of one line over its own words', () => {
    const taken = afterKeys(COMPOSING, 'tab down down space tab');
    const reworded = afterKeys(taken, 'i ctrl+u "Be sparing" enter');
    expect(text(reworded)).toBe('- Be sparing\n');
    expect(text(afterKeys(reworded, 'E'))).toBe('- Limit rates\n');
    expect(afterKeys(taken, 'i enter').draft).toBe(taken.draft);
  });

  test('Space on a passage that the union left out puts it back in its own words', () => {
    const model = afterKeys(UNITED, 'tab right down space');
    expect(text(model)).toBe('## Security\n\n- Check every token\n- Check every token\n- Limit rates\n- Rotate keys\n');
    expect(text(afterKeys(model, 'space'))).toBe(text(UNITED));
  });
});

describe('what is left out', () => {
  test('opens over composing and goes back to it', () => {
    const model = afterKeys(UNITED, 'x');
    expect(model.trail).toEqual(['browse', 'compose', 'ledger']);
    expect(afterKeys(model, 'escape').trail).toEqual(['browse', 'compose']);
  });

  const listed = (model: Model) => listedEntries(model).map(({ state, passage }) => `${state} ${passage.text}`);

  test('x answers for the topic under the cursor, X for all; both count what the messages count', () => {
    expect(listed(afterKeys(UNITED, 'x'))).toEqual(['redundant - Check every token']);
    expect(listed(afterKeys(UNITED, 'X'))).toEqual([
      'dropped Be brief.',
      'dropped - Cache reads',
      'redundant - Check every token',
    ]);
    expect(listed(afterKeys(UNITED, 'x X'))).toEqual(listed(afterKeys(UNITED, 'X')));
    expect(listed(afterKeys(UNITED, 'x v'))).toHaveLength(4);
    expect(afterKeys(COMPOSING, 'M').notice?.text).toBe('Merged 3 topics, 1 left out (X shows it) · u takes it back');
  });

  test('what is said nowhere is not called the same words are there already', () => {
    const library = libraryFrom({
      a: '---\nname: a\n---\nYou are one.\n\n## Rules\n\n- Be kind\n',
      b: '---\nname: b\n---\nYou are two.\n\n## Rules\n\n- Be kind\n',
    });
    const model = afterKeys(aModel({ library }), 'tab tab c g M');
    expect(model.notice?.text).toBe(
      'Merged 2 topics, 2 left out, 1 said nowhere else (X shows them) · u takes it back',
    );
    const narrow = aModel({ library, size: { columns: 80, rows: 24 } });
    expect(afterKeys(narrow, 'tab tab c g M').notice?.text).toContain('2 left out, 1 said nowhere else (X) ·');
    expect(listed(afterKeys(model, 'X'))).toEqual(['dropped You are two.', 'redundant - Be kind']);
  });

  test('what nothing that is kept says stands first, but with what was kept all stands as it is said', () => {
    const library = libraryFrom({
      a: '---\nname: a\n---\n## Rules\n\n- Be kind\n',
      b: '---\nname: b\n---\n## Rules\n\n- Be kind\n- Be quick\n',
    });
    const model = afterKeys(aModel({ library }), 'tab tab c g space X');
    expect(listed(model)).toEqual(['dropped - Be quick', 'redundant - Be kind']);
    expect(listed(afterKeys(model, 'v'))).toEqual(['kept - Be kind', 'redundant - Be kind', 'dropped - Be quick']);
  });

  test('Space takes a passage that is said nowhere else', () => {
    const model = afterKeys(UNITED, 'X down space');
    expect(picks(model)).toEqual(['union(a b) Security', 'c - Cache reads']);
    expect(model.notice?.text).toBe('Taken: Cache reads · u takes it out again');
  });

  test('what stays whole is taken as a whole, and told so: how much, and of what', () => {
    const steps = (...words: string[]) => words.map((word, at) => `${at + 1}. ${word}\n`).join('');
    const library = libraryFrom({
      a: `---\nname: a\n---\n## Workflow\n\n${steps('Read the order', 'Cut the bar', 'Heat it', 'Draw it out')}`,
      b: `---\nname: b\n---\n## Workflow\n\n${steps('Ask who it is for', 'Sketch the tool', 'Make a model of clay')}`,
    });
    const model = afterKeys(aModel({ library }), 'tab tab c g M X');
    expect(listedEntries(model)).toHaveLength(3);
    const taken = afterKeys(model, 'down space');
    expect(listedEntries(taken)).toHaveLength(0);
    expect(taken.notice?.text).toBe('Taken: Workflow, 3 passages that stay together · u takes it out again');
    expect(taken.draft.past.at(-1)?.act).toBe('take Workflow');
  });

  test('takes the title over a whole document for what stands right under it', () => {
    const library = libraryFrom({ a: '---\nname: a\n---\n# A\n\nYou forge.\n\n## Fire\n\nDry coal.\n' });
    const model = afterKeys(aModel({ library }), 'tab c g down space up x v');
    expect(listedEntries(model).map(({ passage }) => passage.text)).toEqual(['You forge.']);
  });

  test('Enter goes to where a passage stands', () => {
    const model = afterKeys(UNITED, 'X down enter');
    expect(model.trail).toEqual(['browse', 'compose']);
    expect(model.compose).toMatchObject({ pane: 'versions', column: 2, line: 1 });
  });
});
