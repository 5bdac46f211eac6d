import { describe, expect, test } from 'vitest';
import { composeTopics, currentStop } from '../../../src/app/compose/compose-topics.ts';
import { stoppedPassage } from '../../../src/app/compose/result-stops.ts';
import type { Model } from '../../../src/app/model/model.ts';
import { composeBody } from '../../../src/core/compose/compose.ts';
import { aModel, libraryFrom } from '../../support/a-model.ts';
import { afterKeys } from '../../support/journey.ts';

const agent = (name: string, measure: string, cast: string) =>
  `---\nname: ${name}\ndescription: Casts bells ${name}\n---\n## Workflow\n\nIn this order:\n\n### Measure\n\n${measure}\n\n### Cast\n\n${cast}\n\n### Tune\n\n- File the rim of ${name}\n`;

const LIBRARY = libraryFrom({
  one: agent('one', '- Measure the tower\n- Ask for the weight', '- Heat the bronze'),
  two: agent('two', '- Measure the yoke\n- Ask for the weight', '- Dry the mould'),
});

/** Composing from both of a library, all topics merged, on the topic of a title. */
function mergedAt(title: string, library = LIBRARY): Model {
  const merged = afterKeys(aModel({ library }), 'tab tab c M');
  const row = composeTopics(merged).topics.findIndex((topic) => topic.title === title);
  return afterKeys(merged, ['g', ...Array.from({ length: row }, () => 'down')].join(' '));
}

const text = ({ draft }: Model): string => composeBody(draft.present.picks).text;

describe('m on a topic inside a merger of more', () => {
  test('leaves one version of it, where the topic stands', () => {
    const before = mergedAt('Cast');
    const after = afterKeys(before, 'm');
    expect(after.notice?.text).toBe('Taken: Cast, only the version of 1 one · u takes it back');
    expect(text(after)).toBe(text(before).replace('- Dry the mould\n', ''));
    expect(text(afterKeys(before, 'right m'))).toBe(text(before).replace('- Heat the bronze\n', ''));
  });

  test('and then merges them again, as they were', () => {
    const before = mergedAt('Measure');
    const one = afterKeys(before, 'm');
    expect(text(one)).not.toContain('yoke');
    expect(text(one)).toContain('Ask for the weight');
    expect(text(afterKeys(one, 'm'))).toBe(text(before));
    expect(text(afterKeys(one, 'right m'))).not.toContain('tower');
    expect(text(afterKeys(one, 'u'))).toBe(text(before));
  });

  test('does nothing where only one agent speaks of it, and says so', () => {
    const three = agent('three', '- Measure', '- Cast').replace('### Tune', '### Hang');
    const library = libraryFrom({ one: agent('one', '- Measure the tower', '- Heat'), three });
    const at = mergedAt('Hang', library);
    const after = afterKeys(at, 'm');
    expect(after.notice?.text).toBe('Only three speaks of this');
    expect(after.draft).toBe(at.draft);
  });

  test('keeps the line that announces a list, and goes back to what was merged', () => {
    const skills = (name: string, first: string, second: string) =>
      `---\nname: ${name}\ndescription: Casts bells ${name}\n---\n## Skills\n\n- **${first}:**\n  - Heat the bronze of ${name}\n  - Pour it slowly\n- **${second}:**\n  - File the rim of ${name}\n  - Listen to the tower\n`;
    const library = libraryFrom({
      one: skills('one', 'Bell Casting', 'Bell Tuning'),
      two: skills('two', 'Modern Bell Casting', 'Bell Tuning'),
    });
    const before = mergedAt('Bell Casting', library);
    const other = afterKeys(before, 'right m');
    expect(other.notice?.text).toMatch(/^Taken: .*Bell Casting, only the version of 2 two/);
    expect(text(other)).toMatch(
      /- \*\*(Modern )?Bell Casting:\*\*\n {2}- Heat the bronze of two\n {2}- Pour it slowly/,
    );
    expect(text(afterKeys(other, 'm'))).toBe(text(before));
  });

  test('in the result leaves the cursor on its passage', () => {
    const on = ({ draft, ...model }: Model) => {
      const stop = currentStop({ draft, ...model });
      return stop && stoppedPassage(draft.present.picks, stop)?.text;
    };
    let model = afterKeys(mergedAt('Measure'), 'shift+tab g');
    for (let down = 0; down < 20 && on(model) !== '- Measure the yoke'; down += 1) model = afterKeys(model, 'down');
    const below = afterKeys(model, 'up');
    expect(on(below)).toBe('- Ask for the weight');
    expect(on(afterKeys(below, 'm'))).toBe('- Ask for the weight');
  });
});
