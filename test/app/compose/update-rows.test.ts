import { describe, expect, test } from 'vitest';
import { comparisonGrid } from '../../../src/app/compare/comparison-grid.ts';
import { composeTopics } from '../../../src/app/compose/compose-topics.ts';
import { joiningHere, whyNotApart, whyNotJoined } from '../../../src/app/compose/joining.ts';
import { type Model, screenOf } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { parseDraft, serialiseDraft } from '../../../src/core/draft/draft-file.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const library = libraryFrom({
  keeper: '## Guards\n\n- Check every token\n\n## Tone\n\n- Be brief\n',
  warden: '## Guards\n\n- Check every token\n\n## Voice\n\n- Speak plainly\n',
});
const COMPARING = afterKeys(aModel({ library }), 'tab tab d n');
const COMPOSING = afterKeys(aModel({ library }), 'tab tab c');

/** The rows of the screen, each as its sections by column. */
const rows = (model: Model) =>
  (screenOf(model) === 'compare' ? comparisonGrid(model) : composeTopics(model)).topics
    .map(({ cells }) => cells.map((cell) => cell?.id ?? '–').join(' '))
    .filter((row) => row !== '– –');
const here = (model: Model) =>
  screenOf(model) === 'compare'
    ? comparisonGrid(model).topics[model.compare.topic]?.cells[model.compare.pane]?.id
    : composeTopics(model).topics[model.compose.row]?.cells[model.compose.column]?.id;

describe.each([
  ['comparing', COMPARING, 'n'],
  ['composing', COMPOSING, 'j'],
])('what the user says about rows while %s', (_, start, next) => {
  test('takes a section out of its row, with the cursor on it, and back', () => {
    expect(rows(start)).toEqual(['guards guards', 'tone –', '– voice']);
    const apart = afterKeys(start, '-');
    expect(rows(apart)).toEqual(['guards –', 'tone –', '– guards', '– voice']);
    expect(here(apart)).toBe('guards');
    expect(apart.notice?.text).toBe('Stands alone: Guards of keeper · u takes it back');
    expect(whyNotApart(apart)).toBe('It stands alone already');
    const back = afterKeys(apart, 'u');
    expect(rows(back)).toEqual(rows(start));
    expect(here(back)).toBe('guards');
    expect(back.notice?.text).toContain('Undone: hold Guards apart');
  });

  test('joins the one marked with the next one chosen, and takes that back', () => {
    const marked = afterKeys(start, `${next} =`);
    expect(marked.notice?.text).toBe('To be joined: Tone · = on a section of another agent joins the two');
    expect(joiningHere(marked)?.section.id).toBe('tone');
    const joined = afterKeys(marked, `${next} l =`);
    expect(rows(joined)).toEqual(['guards guards', 'tone voice']);
    expect(here(joined)).toBe('voice');
    expect(joined.notice?.text).toBe('In one row: Tone and Voice · u takes it back');
    expect(joiningHere(joined)).toBeNull();
    expect(rows(afterKeys(joined, 'u'))).toEqual(rows(start));
  });

  test('marks another of the same agent instead, or none with the same key again', () => {
    const other = afterKeys(start, `= ${next} =`);
    expect(joiningHere(other)?.section.id).toBe('tone');
    expect(joiningHere(afterKeys(other, '='))).toBeNull();
  });

  test('a section joined no longer stands alone, and one held apart is no longer joined', () => {
    const joined = afterKeys(start, `- = ${next} ${next} l =`);
    expect(rows(joined)).toEqual(['guards guards', 'tone –', '– voice']);
    expect(joined.draft.present.rows?.apart).toEqual([]);
    const apart = afterKeys(joined, '-');
    expect(rows(apart)).toContain('– guards');
    expect(apart.draft.present.rows?.together).toEqual([]);
  });

  test('has nothing to join where two stand in one row', () => {
    expect(whyNotJoined(afterKeys(start, '= l'))).toBe('They stand in one row already');
    expect(whyNotJoined(afterKeys(start, `${next} l`))).toBe('No section here');
  });
});

test('a section that goes on with a topic is taken, held apart and brought back by itself', () => {
  const agents = libraryFrom({
    keeper: '## Key Capabilities\n\n- Find slow queries\n\n## Core Competencies\n\n- Review schemas\n',
    warden: '## Capabilities\n\n- Find slow queries\n- Review schemas\n',
  });
  const start = afterKeys(aModel({ library: agents }), 'tab tab d n n');
  expect(rows(start)).toEqual(['key-capabilities capabilities', 'core-competencies –']);
  expect(here(start)).toBe('core-competencies');
  expect(afterKeys(start, 'space').draft.present.picks.map(({ title }) => title)).toEqual(['Core Competencies']);
  const merged = afterKeys(start, 'c j m m');
  expect(merged.draft.present.picks.map(({ title }) => title)).toEqual(['Capabilities']);
  expect(merged.notice?.text).toMatch(/^Merged: Capabilities, 3 versions/);
  const apart = afterKeys(start, '-');
  expect(comparisonGrid(apart).topics.some(({ goesOn }) => goesOn)).toBe(false);
  expect(whyNotApart(apart)).toBe('It stands alone already');
  expect(comparisonGrid(afterKeys(apart, 'u')).topics.some(({ goesOn }) => goesOn)).toBe(true);
});

test('what is said about rows is kept with the draft, and merged by', () => {
  const joined = afterKeys(COMPOSING, 'j = j l = M');
  const draft = joined.draft.present;
  expect(parseDraft(serialiseDraft(draft))).toEqual(draft);
  expect(draft.rows?.together).toHaveLength(1);
  expect(draft.picks.map(({ title }) => title)).toEqual(['Guards', 'Voice']);
  const apart = afterKeys(COMPOSING, '- M').draft.present;
  expect(apart.picks.map(({ title }) => title)).toEqual(['Guards', 'Tone', 'Guards', 'Voice']);
  const { effects } = update(afterKeys(COMPOSING, 'M'), { type: 'sectionHeldApart' });
  expect(effects).toContainEqual(
    expect.objectContaining({ type: 'keepDraft', draft: expect.objectContaining({ rows: expect.anything() }) }),
  );
});

test('the result has no rows', () => {
  expect(whyNotApart(afterKeys(COMPOSING, 'tab tab'))).toBe('No section here');
});
