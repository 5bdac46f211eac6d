import { renderToString } from 'ink';
import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import type { Model } from '../../../src/app/model/model.ts';
import { createPaint } from '../../../src/ui/paint.ts';
import { AppScreen } from '../../../src/ui/views/app-screen.tsx';
import type { RecomposedFile } from '../../../src/usecases/recompose-definition.ts';
import { afterActions, aModel, libraryFrom } from '../../support/a-model.ts';
import { NOW } from '../../support/fake-ports.ts';
import { afterKeys } from '../../support/journey.ts';
import { savableDraft } from '../../support/savable-draft.ts';

const PAINT = createPaint(false);
const SMALL = { columns: 80, rows: 24 };

const screen = (model: Model): readonly string[] => {
  const view = createElement(AppScreen, { model, paint: PAINT, dimmed: PAINT });
  return renderToString(view, { columns: model.size.columns })
    .replace(/\u001B\[[0-9;]*m/g, '')
    .split('\n');
};

describe('on the smallest usual screen', () => {
  test('drafts with long names are told with how old they are', () => {
    const { fields } = savableDraft();
    const drafts = ['a', 'b'].map((id) => ({
      id,
      savedAt: NOW.at - 3 * 3_600_000,
      draft: savableDraft({ fields: { ...fields, name: `${id}-name-that-is-longer-than-any-other-of-them` } }),
    }));
    const found = afterActions(aModel({ size: SMALL }), { type: 'draftsFound', drafts, problems: [], now: NOW });
    const opened = afterActions(afterKeys(found, 'D'), { type: 'draftsFound', drafts, problems: [], now: NOW });
    const rows = screen(opened).filter((line) => line.includes('-name-that'));
    expect(rows.filter((line) => /(?:ago|now) │/.test(line))).toHaveLength(2);
  });

  test('a topic that no column in view has is named, with who has it', () => {
    const library = libraryFrom({
      one: '---\nname: one\n---\n## Anvil\n\nStrike.\n',
      two: '---\nname: two\n---\n## Anvil\n\nStrike hard.\n',
      zero: '---\nname: zero\n---\n## Threads\n\nCount them.\n',
    });
    const comparing = afterKeys(aModel({ library, size: SMALL }), 'tab tab tab d');
    expect(screen(comparing).join('\n')).toMatch(/– only \d: Threads/);
  });

  test.each([24, 40, 80, 120])(
    'of what is read the name is told on %i columns, and where there is room the line',
    (columns) => {
      const lines = screen(afterKeys(aModel({ size: { columns, rows: 12 } }), 'tab enter'));
      expect(lines[0]).toMatch(columns < 40 ? /^ agents › read {2}d/ : /^ agents › read {2}data-k/);
      if (columns >= 80) expect(lines[0]).toMatch(/rendered · line 1 of \d+ *$/);
    },
  );

  test('a draft is told with the time of day at which it was kept, and with of how many agents it is', () => {
    const large = { columns: 120, rows: 36 };
    const composing = afterKeys(aModel({ size: large }), 'tab tab tab c M');
    const kept = afterActions(composing, {
      type: 'draftKept',
      id: composing.kept.id,
      now: { at: 139 * 60_000, utcOffset: 0 },
    });
    expect(screen(kept)[0]).toMatch(/ draft of [a-z-]+ and 2 more .* · kept at 2:19 *$/);
    expect(screen({ ...kept, size: SMALL })[0]).toMatch(/ · kept at 2:19 *$/);
  });

  describe('the save form', () => {
    const agent = (model: string, color: string) =>
      `---\nname: threat-modelling-${model}\ndescription: ${'Long words of what it is for. '.repeat(6)}${model}\nmodel: ${model}\ncolor: ${color}\n---\n## Rules\n\n- Be ${model}\n`;
    const library = libraryFrom({ one: agent('opus', 'red'), two: agent('haiku', 'red') });
    const form = afterKeys(aModel({ library, size: { columns: 120, rows: 36 } }), 'tab tab c g M ctrl+s');

    test('shows in an empty field what it is for, and where its agents differ', () => {
      expect(screen(form).join('\n')).toMatch(/❯ name +a name, such as my-agent/);
      expect(screen(form).join('\n')).toMatch(/ model +not stated: haiku or opus\? /);
      expect(screen(form).join('\n')).toMatch(/ color +red/);
      const wide = afterKeys({ ...form, size: { columns: 200, rows: 60 } }, 'down down');
      expect(screen(wide).join('\n')).toMatch(/its agents differ · Ctrl-T: 3 choices/);
    });

    test('cuts no name among the choices, and of where one is from nothing', () => {
      const names = screen(afterKeys(form, 'ctrl+t'));
      for (const words of ['my-threat-modelling-opus', 'after threat-modelling-haiku', 'as that agent is called'])
        expect(names.join('\n')).toContain(`${words} `);
      const descriptions = screen(afterKeys(form, 'down ctrl+t'));
      expect(descriptions.filter((line) => /│ {5}threat-modelling-(?:opus|haiku) +│ {4}│/.test(line))).toHaveLength(2);
      expect(descriptions.filter((line) => /│ [❯ ] Long words of what it is for/.test(line))).toHaveLength(2);
    });
  });

  test('nothing found leaves no rule over an empty pane', () => {
    const lines = screen(afterKeys(aModel({ size: SMALL }), '/ "zzzz"'));
    expect(lines.filter((line) => line.startsWith('─'))).toHaveLength(1);
  });

  test('problems have their signs in the box, and the line below says what those mean', () => {
    const library = libraryFrom({ mute: '---\nname: mute\n---\n## Anvil\n\nStrike.\n' });
    const lines = screen({ ...aModel({ library, size: SMALL }), dialog: { kind: 'problems', scroll: 0, cursor: 0 } });
    expect(lines.join('\n')).toMatch(/│ ❯ ✗ \d+:\d+ +The file states no description/);
    expect(lines.at(-2)).toContain('✗ error');
  });

  test('also in a box that shows what would change', () => {
    const file = { path: '/p/x.md', before: 'old\n' } as RecomposedFile;
    const lines = screen({ ...aModel({ size: SMALL }), dialog: { kind: 'recompose', file, text: 'new\n', scroll: 0 } });
    expect(lines.join('\n')).toMatch(/│ - old/);
    expect(lines.at(-2)).toMatch(/^ \+ new {2}- gone *$/);
  });

  test('the table says what its numbers count', () => {
    expect(screen(afterKeys(aModel({ size: SMALL }), 'tab tab d m')).at(-2)).toContain('¶ paragraphs');
  });

  test('who has nothing of his own yet is told what to do first', () => {
    const model = aModel({ size: SMALL });
    const definitions = model.library.definitions.map((one) => ({ ...one, scope: 'bundled' as const }));
    const first = { ...model, library: { ...model.library, definitions, agents: definitions } };
    expect(screen(first).at(-2)).toContain('1 type to find');
    expect(screen(model).at(-2)).not.toContain('1 type to find');
  });
});
