import { describe, expect, test } from 'vitest';
import { currentStop, currentTopic } from '../../../src/app/compose/compose-topics.ts';
import { stoppedPassage } from '../../../src/app/compose/result-stops.ts';
import { resultWindow } from '../../../src/app/compose/result-window.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { titleClicked } from '../../../src/app/pointer.ts';
import { lineText } from '../../../src/text/styled-text.ts';
import { composePanes } from '../../../src/ui/views/compose/compose-screen.tsx';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const many = (word: string): string => Array.from({ length: 40 }, (_, at) => `- ${word} ${at}`).join('\n');
const LIBRARY = libraryFrom({
  a: `---\nname: a\n---\n# A\n\n## Security\n\n- Check every token\n\n## Speed\n\n${many('Cache')}\n`,
  b: '---\nname: b\n---\n## Security\n\n- Check every token\n- Rotate keys\n\n## Style\n\n- Be brief\n',
});

/** Every topic merged, the cursor on the first of them, of which nothing is in the result. */
const MERGED = afterKeys(aModel({ library: LIBRARY }), 'tab tab c g M');

const topic = (model: Model) => `${currentTopic(model)?.title} ${model.compose.column + 1}`;
const said = (model: Model) => stoppedPassage(model.draft.present.picks, currentStop(model))?.text ?? null;
const legend = (model: Model) => lineText({ spans: composePanes(model).legend ?? [] }).trim();
const position = (model: Model) => composePanes(model).panes.find(({ name }) => name === 'result')?.position;

describe('the topics beside the result', () => {
  test('are on what the cursor of the result is on, with the agent that says it', () => {
    const there = afterKeys(MERGED, 'tab tab g');
    const topics = ['', 'down', 'down down', 'down down down'].map((keys) => topic(afterKeys(there, keys)));
    expect(topics).toEqual(['Security 1', 'Security 1', 'Security 2', 'Style 2']);
    expect(topic(afterKeys(there, 'G'))).toBe('Speed 1');
  });

  test('stay there when the keys go to them, and what is left out is that of the topic', () => {
    const there = afterKeys(MERGED, 'tab tab G');
    expect(topic(afterKeys(there, 'tab'))).toBe('Speed 1');
    expect(afterKeys(there, 'shift+tab').compose).toMatchObject({ pane: 'versions', column: 0, line: 40 });
    expect(afterKeys(there, 'space').compose.row).toBe(there.compose.row);
  });

  test('lead to their place in the result, by keys and by a click on its title', () => {
    const style = afterKeys(MERGED, 'G');
    expect(topic(style)).toBe('Style 2');
    expect(said(afterKeys(style, 'tab tab down'))).toBe('- Be brief');
    expect(topic(titleClicked(style, 'result'))).toBe('Style 2');
    expect(said(afterKeys(titleClicked(style, 'result'), 'down'))).toBe('- Be brief');
    expect(said(afterKeys(afterKeys(style, 'tab down'), 'tab'))).toBe('- Be brief');
  });

  test('keep theirs when they are merged from the result', () => {
    const there = afterKeys(MERGED, 'tab tab G');
    expect(topic(afterKeys(there, 'M'))).toBe('Speed 1');
    expect(topic(afterKeys(there, 'm'))).toBe('Speed 1');
  });
});

describe('who says what the cursor of the result is on', () => {
  const merged = (...names: readonly string[]) => {
    const files = names.map((name) => [
      name.replace('/', '-'),
      `---\nname: ${name.split('/')[0]}\n---\n## Rules\n\n- Be kind\n`,
    ]);
    return afterKeys(aModel({ library: libraryFrom(Object.fromEntries(files)) }), 'tab tab c g M tab tab down');
  };

  test('is told by number and name, and where two are called the same by where they are from', () => {
    expect(legend(merged('one', 'two'))).toBe('2× said by 1 one, 2 two');
    expect(legend(merged('one/a', 'one/b'))).toMatch(/^2× said by 1 one \(.+\), 2 one \(.+\)$/);
    expect(legend(merged('one'))).toBe('said by 1 one');
  });
});

describe('the result beside the topics', () => {
  test('stands at the topic under the cursor, at its beginning where nothing of that and before it is taken', () => {
    expect(currentTopic(MERGED)?.title).toBe('A');
    expect([resultWindow(MERGED).top, position(MERGED)]).toEqual([0, 'line 1 of 51']);
    const none = resultWindow(MERGED).lines.filter(resultWindow(MERGED).isCurrent);
    expect(none).toEqual([]);
  });

  test('stands at the topic before one of which nothing is taken', () => {
    const model = afterKeys(aModel({ library: LIBRARY }), 'tab tab c g down m down');
    expect(currentTopic(model)?.title).toBe('Speed');
    expect(position(model)).toBe(position(afterKeys(model, 'up')));
  });

  test('counts the lines of the text, however many rows they take', () => {
    const long = `---\nname: a\n---\n## One\n\n${'word '.repeat(600)}\n\n## Two\n\nEnd.\n`;
    const model = afterKeys(aModel({ library: libraryFrom({ a: long }) }), 'tab c g M');
    expect(resultWindow(model).lines.length).toBeGreaterThan(8);
    expect(position(model)).toBe('line 1 of 7');
    expect(position(afterKeys(model, 'G'))).toBe('line 5 of 7');
    expect(position(afterKeys(model, 'shift+down'))).toBe('2–3 of 7');
  });
});
