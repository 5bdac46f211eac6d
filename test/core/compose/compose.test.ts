import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withPick } from '../../../src/core/compose/arrange-draft.ts';
import { composeBody, composeFile } from '../../../src/core/compose/compose.ts';
import { COLORS } from '../../../src/core/compose/validate-draft.ts';
import { INHERIT, NO_TOOLS, toolList } from '../../../src/core/definition/tools.ts';
import {
  type Draft,
  type DraftFields,
  EMPTY_DRAFT,
  pickOf,
  pickOfBody,
  type SectionPick,
} from '../../../src/core/draft/draft.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { aDefinition } from '../../support/a-definition.ts';

/** The picks of some sections of one body, by id. */
function picksFrom(body: string, ...ids: readonly string[]): readonly SectionPick[] {
  const definition = aDefinition({ body });
  const sections = flattenSections(sectionsOf(definition));
  return ids.flatMap((id) => {
    const section = sections.find((candidate) => candidate.id === id);
    return id === '*' ? [pickOfBody(definition)] : section ? [pickOf(definition, section)] : [];
  });
}

const composed = (body: string, ...ids: readonly string[]) => composeBody(picksFrom(body, ...ids)).text;

const renamed = (body: string, id: string, title: string) =>
  composeBody(picksFrom(body, id).map((pick) => ({ ...pick, title }))).text;

describe('putting picks together', () => {
  test('of nothing gives nothing', () => {
    expect(composeBody([])).toEqual({ text: '', parts: [] });
  });

  test('parts them by one blank line and ends with one line end', () => {
    expect(composed('## A\nx\n\n\n\n## B\n\ny\n\n', 'a', 'b')).toBe('## A\nx\n\n## B\n\ny\n');
  });

  test.each([
    ['stronger', '# T\n\n# A\n## B\n', 'a', '## A\n### B\n'],
    ['weaker', '# T\n#### A\n##### B\n', 't/a', '## A\n### B\n'],
    ['too deep', '## A\n###### B\n', 'a', '## A\n###### B\n'],
    ['at the right level', '# T\n## A\n### B\n', 't/a', '## A\n### B\n'],
  ])('starts headings that are %s at level 2', (_, body, id, expected) => {
    expect(composeBody([...picksFrom('Hi.\n', 'preamble'), ...picksFrom(body, id)]).text).toBe(`Hi.\n\n${expected}`);
  });

  test('lets a title that comes first be one', () => {
    expect(composed('# Title\nx\n## A\ny\n', 'title')).toBe('# Title\nx\n## A\ny\n');
  });

  test('finds the heading under a rule', () => {
    expect(composed('---\n#### A\n##### B\n', 'a')).toBe('---\n## A\n### B\n');
  });

  test('leaves headings in code alone', () => {
    expect(composed('#### A\n```sh\n# comment\n```\n', 'a')).toBe('## A\n```sh\n# comment\n```\n');
  });

  test('joins neighbouring items to one list and numbers it anew', () => {
    const body = 'Steps:\n3. **One**: a\n4. **Two**: b\n   - more\n5. **Three**: c\n';
    expect(composed(body, 'steps/three', 'steps/one', 'steps/two')).toBe(
      '1. **Three**: c\n2. **One**: a\n3. **Two**: b\n   - more\n',
    );
  });

  test('does not join bullets with numbers, nor items with text', () => {
    const body = 'Hi.\n\n- **A**: a\n\nBetween:\n1. **B**: b\n';
    expect(composed(body, 'a', 'between/b', 'preamble', 'a')).toBe('- **A**: a\n\n1. **B**: b\n\nHi.\n\n- **A**: a\n');
  });

  test('keeps labels that stood line under line labels', () => {
    expect(composed('**One:** a\n**Two:** b\n- c\n', 'two', 'one')).toBe('**Two:** b\n- c\n\n**One:** a\n');
  });

  test('takes an item out of the list it was inside', () => {
    expect(composed('- **Out**:\n    - **In**: a\n      more\n', 'out/in')).toBe('- **In**: a\n  more\n');
  });

  test('takes a section out of the tag it was inside', () => {
    const body = '<a1>\n    <b1>\n      ## C\n      x\n    </b1>\n</a1>\n';
    expect(composed(body, 'a1/b1/c')).toBe('## C\nx\n');
    expect(composed(body, 'a1/b1')).toBe('<b1>\n  ## C\n  x\n</b1>\n');
  });

  test('keeps the indentation of code that a text begins with', () => {
    expect(composed('    $ ls\n\nThat lists.\n', 'preamble')).toBe('    $ ls\n\nThat lists.\n');
  });

  test('turns line ends into line feeds', () => {
    expect(composed('## A\r\nx\r\n', 'a')).toBe('## A\nx\n');
  });

  test('leaves out what is blank', () => {
    const [blank, pick] = [...picksFrom(' \n\n', 'preamble'), ...picksFrom('## A\n', 'a')];
    expect(blank && pick && composeBody([blank, pick]).parts.map(({ pick: of }) => of.title)).toEqual(['A']);
  });
});

describe('renaming a pick', () => {
  test.each([
    ['heading', '## 🔒 Old title\nx\n', 'old-title', '## 🔒 New\nx\n'],
    ['bold line', '**Old title:**\n- a\n', 'old-title', '**New:**\n- a\n'],
    ['lead-in', 'Old title:\n- a\n', 'old-title', 'New:\n- a\n'],
    ['numbered item', '4. **Old title**: a\n', 'old-title', '1. **New**: a\n'],
    ['indented item', '- **Out**:\n  - **Old**: a\n', 'out/old', '- **New**: a\n'],
    ['label', '**Old title:** a\n**Other:** b\n', 'old-title', '**New:** a\n'],
    ['label with a sign', '✅ **Old** - a\n❌ **Other** - b\n', 'old', '✅ **New** - a\n'],
    ['item with a sign that its text goes on from', '→ **Old** is a\n→ **Other** is b\n', 'old', '→ **New** is a\n'],
    ['tag', '<old>\nx\n</old>\n', 'old', '<new>\nx\n</new>\n'],
    ['preamble', 'x\n', 'preamble', '## New\n\nx\n'],
    ['whole body', 'x\n\n## A\n', '*', '## New\n\nx\n\n## A\n'],
  ])('changes the words of a %s', (_, body, id, expected) => {
    expect(renamed(body, id, 'New')).toBe(expected);
  });
});

/** Lines that open, nest, fence and confuse sections. */
const LINES = [
  '# Title',
  '## Security 🔒',
  '  ### 安全设计',
  '###### Deep',
  '**Core areas:**',
  'Your duties include:',
  'Plain words, a hard break  ',
  '- plain',
  '- **Bold**: text',
  '  - **Inner**: text',
  '7. **Seven**: text',
  '    indented',
  '\tafter a tab',
  '```',
  '```sh',
  '# comment',
  '<role>',
  '</role>',
  '---',
  '日本語の行：',
  '👩‍💻 emoji',
  '',
  '',
];
const aBody = fc
  .tuple(fc.array(fc.constantFrom(...LINES), { maxLength: 24 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, eol]) => lines.map((line) => line + eol).join(''));

/** Sections of up to three bodies, taken the way a draft takes them. */
const somePicks = fc.array(fc.tuple(aBody, fc.array(fc.nat(), { maxLength: 6 })), { maxLength: 3 }).map((bodies) => {
  const draft = bodies.reduce<Draft>((all, [body, taken], index) => {
    const definition = aDefinition({ name: `agent-${index}`, body });
    const sections = flattenSections(sectionsOf(definition));
    return taken.reduce((before, at) => {
      const section = sections[at % Math.max(1, sections.length)];
      return section ? withPick(before, pickOf(definition, section)) : before;
    }, all);
  }, EMPTY_DRAFT);
  return draft.picks.filter((pick) => pick.kind === 'section');
});

/** Lines without what composing may change: `#` counts, a first number, and in an item indentation. */
function keptLines(text: string, isItem: boolean): readonly string[] {
  const lines = text
    .replace(/\r\n/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^( {0,3})#{1,6}(?= |$)/, '$1#'));
  return isItem ? lines.map((line) => line.trimStart().replace(/^\d+(?=\. )/, '1')) : lines;
}

const isItem = (text: string): boolean => /^\s*(?:-|\d+\.) /.test(text);

describe('laws of composing', () => {
  test('every pick is there line by line, in order, and between picks is nothing but line ends', () => {
    fc.assert(
      fc.property(somePicks, (picks) => {
        const { text, parts } = composeBody(picks);
        expect(parts.map(({ pick }) => pick)).toEqual(picks.filter((pick) => pick.text.trim() !== ''));
        let end = 0;
        for (const { pick, start, end: next } of parts) {
          if (pick.kind === 'union') throw new Error('only sections are picked');
          expect(text.slice(end, start)).toMatch(end === 0 ? /^$/ : /^\n{1,2}$/);
          const part = text.slice(start, next);
          expect(keptLines(part, isItem(pick.text))).toEqual(keptLines(pick.text, isItem(pick.text)));
          end = next;
        }
        expect(text.slice(end)).toBe(parts.length > 0 ? '\n' : '');
      }),
      { numRuns: 300 },
    );
  });

  test('no pick but a title at the start begins with a heading stronger than level 2', () => {
    fc.assert(
      fc.property(somePicks, (picks) => {
        const { text, parts } = composeBody(picks);
        for (const { start, end } of parts.slice(1)) {
          const level = /^ {0,3}(#{1,6}) /.exec(text.slice(start, end))?.[1]?.length ?? 2;
          expect(level).toBe(2);
        }
      }),
    );
  });

  test('composing what was composed changes nothing', () => {
    fc.assert(
      fc.property(somePicks, (picks) => {
        const { text } = composeBody(picks);
        // A fence or tag that one pick leaves open changes what is in the next.
        fc.pre(!/```|<role>/.test(text));
        expect(composeBody([pickOfBody(aDefinition({ body: text }))]).text).toBe(text);
      }),
    );
  });
});

describe('the file of a composition', () => {
  const someDraft = (fields: Partial<DraftFields>, picks = picksFrom('## A\nx\n', 'a')): Draft => ({
    ...EMPTY_DRAFT,
    picks,
    fields: { ...EMPTY_DRAFT.fields, name: 'new', description: 'Use it', ...fields },
  });

  test('is frontmatter, a blank line and the body', () => {
    const draft = someDraft({ tools: toolList(['Read', 'Bash(git diff:*)']), model: 'opus' });
    expect(composeFile(draft)).toMatchInlineSnapshot(`
      "---
      name: new
      description: Use it
      tools: Read, Bash(git diff:*)
      model: opus
      ---

      ## A
      x
      "
    `);
  });

  test('states no field that was left empty', () => {
    expect(composeFile(someDraft({ model: ' ' }))).toMatch(/^---\nname: new\ndescription: Use it\n---\n/);
  });

  test('law: reads back to the same fields, without a repair, and the body as composed', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.constantFrom('a: b', '- x', "'", 'yes', '1'),
    );
    const fields = fc.record({
      name: fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})?$/),
      description: words.filter((text) => text.trim() !== ''),
      model: fc.constantFrom('', 'opus', 'claude-opus-4[1m]', '1.10'),
      tools: fc.constantFrom(
        INHERIT,
        NO_TOOLS,
        toolList(['Read']),
        toolList(['Read', 'Bash(git diff:*)', 'mcp__a__b']),
        toolList(['Bash(a, b)', 'Edit']),
      ),
      color: fc.constantFrom('', ...COLORS),
    });
    fc.assert(
      fc.property(fields, somePicks, (typed, picks) => {
        const read = parseDefinition(composeFile({ ...EMPTY_DRAFT, picks, fields: typed }), '/p/other.md');
        expect(read).toMatchObject({
          name: typed.name,
          nameInferred: false,
          description: typed.description.trim(),
          descriptionInferred: false,
          model: typed.model || null,
          color: typed.color || null,
          tools: typed.tools,
          repairs: [],
          body: `\n${composeBody(picks).text}`,
        });
      }),
    );
  });
});
