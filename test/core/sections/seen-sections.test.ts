import { describe, expect, test } from 'vitest';
import { passagesOf } from '../../../src/core/sections/passages-of.ts';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { splitSections } from '../../../src/core/sections/split-sections.ts';

/** Titles and plain items in document order, and the text put together again. */
function seen(body: string) {
  const sections = flattenSections(splitSections(body));
  return {
    titles: sections.filter(({ title }) => title !== '').map(({ title }) => title),
    items: sections.flatMap(({ items }) => items),
    text: sections.map(({ raw }) => raw).join(''),
  };
}

type Row = readonly [name: string, body: string, titles: readonly string[], items: readonly string[]];

function shows(rows: readonly Row[]): void {
  test.each(rows)('%s', (_name, body, titles, items) => {
    expect(seen(body)).toEqual({ titles, items, text: body });
  });
}

describe('bold labels, line under line', () => {
  shows([
    ['with the colon inside', '## F\n\n**Mail:** short\n**Post:** long\n', ['F', 'Mail', 'Post'], []],
    ['with the colon outside', '## F\n**Mail**: short\n**Post**: long\n', ['F', 'Mail', 'Post'], []],
    ['with a hyphen', '**High** - blocks\n**Low** - waits\n', ['High', 'Low'], []],
    ['with a dash', '**High** — blocks\n**Low** — waits\n', ['High', 'Low'], []],
    ['with brackets', '**High** (rare): blocks\n**Low** (common): waits\n', ['High', 'Low'], []],
    ['with signs before them', '✅ **Plan** - think\n✅ **Build** - small steps\n', ['Plan', 'Build'], []],
    ['in other scripts', '**目标：**缩短\n**范围**：全部\n', ['目标', '范围'], []],
    ['that go on in the next line', '**Mail:** short\nand plain\n**Post:** long\n', ['Mail', 'Post'], []],
    ['under a line of text', 'You write.\n**Mail:** short\n**Post:** long\n', ['Mail', 'Post'], []],
    ['with lists under them', '**Mail:** to\n- a\n- b\n**Post:** on\n- c\n', ['Mail', 'Post'], ['a', 'b', 'c']],
    ['of a dialogue', '## T\n\n**User:** "Who?"\n**Assistant:** three.\n', ['T'], []],
    ['of a dialogue in another language', '**Usuario:** ¿Quién?\n**Asistente:** tres.\n**Usuario:** Bien.\n', [], []],
    ['that name an agent and its model', '**Agent:** lead\n**Model:** small\n', ['Agent', 'Model'], []],
    [
      'inside a list item',
      '- a\n\n  **Mail:** short\n  **Post:** long\n',
      [],
      ['a\n\n  **Mail:** short\n  **Post:** long'],
    ],
    ['inside code', '```\n**Mail:** short\n**Post:** long\n```\n', [], []],
  ]);
});

describe('bold labels as paragraphs', () => {
  shows([
    ['with colons', '**One:** x\n\n**Two:** y\n\n**Three:** z\n', ['One', 'Two', 'Three'], []],
    ['that are sentences', '**Cut it.** Old costs.\n\n**Why so?** Trust.\n', ['Cut it.', 'Why so?'], []],
    ['with brackets inside', '**Rule 1 (think):** x\n\n**Rule 2 (act):** y\n', ['Rule 1 (think)', 'Rule 2 (act)'], []],
    ['with code between', '**One:** x\n\n```\ny\n```\n\n**Two:** z\n', ['One', 'Two'], []],
    ['with lists between', '**One:** x\n\n- **A**: y\n- b\n\n**Two:** z\n', ['One', 'A', 'Two'], ['b']],
    ['alone', 'Read.\n\n**Note:** it is shared.\n\nWrite.\n', [], []],
    ['with a paragraph between', '**Note:** x\n\nText.\n\n**Hint:** y\n', [], []],
    ['with a heading between', '**Note:** x\n\n## A\n\n**Hint:** y\n', ['A'], []],
  ]);

  test('run to the next label or to the first paragraph without one', () => {
    const sections = splitSections('**One:** x\n\n- a\n\n**Two:** y\n\nText.\n\nMore.\n');
    expect(sections.map(({ kind, raw }) => [kind, raw])).toEqual([
      ['item', '**One:** x\n\n- a\n\n'],
      ['item', '**Two:** y\n\n'],
      ['untitled', 'Text.\n\nMore.\n'],
    ]);
  });
});

describe('labels among bold titles', () => {
  const answer = '**Summary:** one line\n\n**Findings:**\n- a\n\n**Verdict:** yes or no\n';

  shows([
    ['are sections', answer, ['Summary', 'Findings', 'Verdict'], ['a']],
    ['are sections line under line', '**In**: x\n**Out**:\n- a\n', ['In', 'Out'], ['a']],
    ['beside a label with its text below are sections', '**In:**\nx\n\n**Out:** y\n', ['In', 'Out'], []],
    ['beside a bold line of a paragraph are not', '**Be kind**\nto all.\n\n**Note:** x\n', ['Be kind'], []],
    ['over a title with text are not', '**Summary:** one line\n\n**Findings**\n\nText.\n', ['Findings'], []],
    ['under a title with text are not', '**Findings**\n\nText.\n\n**Note:** x\n', ['Findings'], []],
  ]);

  test('have the rank of a label with its text below', () => {
    const levels = splitSections('**In:**\nx\n\n**Out:** y\n\n**End:** z\n').map(({ level, title }) => [level, title]);
    expect(levels).toEqual([
      [7, 'In'],
      [7, 'Out'],
      [7, 'End'],
    ]);
  });

  test('have their rank', () => {
    expect(splitSections(answer).map(({ kind, level, title }) => [kind, level, title])).toEqual([
      ['item', 7, 'Summary'],
      ['bold', 7, 'Findings'],
      ['item', 7, 'Verdict'],
    ]);
  });
});

describe('plain labels', () => {
  shows([
    [
      'make up a paragraph',
      'RED: a test\nGREEN: the code\nCLEAN: names\n',
      [],
      ['RED: a test', 'GREEN: the code', 'CLEAN: names'],
    ],
    ['of several words', 'Early exit: done\nScope of work: all\n', [], ['Early exit: done', 'Scope of work: all']],
    ['of four words', 'One two three four: a\nTwo: b\n', [], []],
    ['in other scripts', '红：测试失败\n绿：代码最少\n', [], ['红：测试失败', '绿：代码最少']],
    ['alone', 'Hint: a small one.\n\nUse it.\n', [], []],
    ['with other lines between', 'Hint: a\nand so on\nNote: b\n', [], []],
    ['that are addresses', 'https://a.test\nhttps://b.test\n', [], []],
    ['of a dialogue', 'User: Who?\nAssistant: I.\nUser: Good.\n', [], []],
    ['inside tags', '<spec>\nGoal: a\nDepth: b\n</spec>\n', ['spec'], ['Goal: a', 'Depth: b']],
  ]);

  test('end the list above them and the label', () => {
    expect(splitSections('Do:\n- a\n\nRED: b\nGREEN: c\n').map(({ title, items }) => [title, items])).toEqual([
      ['Do', ['a']],
      ['', ['RED: b', 'GREEN: c']],
    ]);
  });
});

describe('signs for bullets', () => {
  shows([
    ['emoji, of which each is its own', '✅ a plan\n✅ data\n❌ adverts\n', [], ['a plan', 'data', 'adverts']],
    ['ticks and crosses', '✓ Read\n✗ Guess\n', [], ['Read', 'Guess']],
    ['boxes', '☐ Read\n☑ Test\n', [], ['Read', 'Test']],
    ['dashes', '– first\n– second\n', [], ['first', 'second']],
    ['arrows', '→ first\n→ second\n', [], ['first', 'second']],
    ['keycaps', '1️⃣ first\n2️⃣ second\n', [], ['first', 'second']],
    ['with stressed words', '✅ **Always** test\n❌ **Never** guess\n', [], ['**Always** test', '**Never** guess']],
    ['with text that goes on', '✅ a plan\n   for two\n✅ data\n✅ more\n', [], ['data', 'more']],
    ['inside a list item', '- **A**: x\n  ✅ a\n  ✅ b\n', ['A'], ['a', 'b']],
    ['alone', '🌊 Master of cycles\n\nYou keep the rhythm.\n', [], []],
    ['of two kinds', '→ first\n✅ second\n', [], []],
    ['with a blank line between', '✅ a\n\n✅ b\n', [], []],
    ['that are dates and rights', '© 2020 A\n© 2021 B\n', [], []],
  ]);
});

describe('boxes of tasks', () => {
  shows([
    ['stand before a title', '- [ ] **Views:** none\n- [x] **State**: one\n', ['Views', 'State'], []],
    ['stand before text', '- [ ] Tests pass\n1. [X] Docs are right\n', [], ['Tests pass', 'Docs are right']],
    ['are not links', '- [x](a.md) is read\n- [ ]not\n', [], ['[x](a.md) is read', '[ ]not']],
  ]);
});

describe('bold runs at the start of an item', () => {
  shows([
    [
      'are stress',
      '- **Never** commit\n- **Always** test\n1. **Do not** push\n',
      [],
      ['**Never** commit', '**Always** test', '**Do not** push'],
    ],
    [
      'are stress with an apostrophe',
      '- **Don’t** push\n- **Must not** tag\n',
      [],
      ['**Don’t** push', '**Must not** tag'],
    ],
    [
      'are stress in other languages',
      '- **绝不**提交\n- **Nunca** envíes\n- **Никогда** не пиши\n',
      [],
      ['**绝不**提交', '**Nunca** envíes', '**Никогда** не пиши'],
    ],
    ['are letters of a word', '- **S**pecific\n- **M**easured\n', [], ['**S**pecific', '**M**easured']],
    ['are titles with a separator', '- **Always**: test\n- **Never** (ever) - push\n', ['Always', 'Never'], []],
    ['are titles as sentences', '- **Cite lines.** No claim without.\n- **Never.**\n', ['Cite lines.', 'Never.'], []],
    ['are titles as phrases', '- **Use partial indexes** to index less\n', ['Use partial indexes'], []],
    ['are titles alone', '- **Always**\n  - test\n', ['Always'], ['test']],
    ['are titles behind a picture of two characters', '- 🛠️ **Mend**: all\n- 1️⃣ **Test**: it\n', ['Mend', 'Test'], []],
    [
      'are stress behind a picture',
      '- ⚠️ **Never** push\n- **⚠️ Never** force\n',
      [],
      ['⚠️ **Never** push', '**⚠️ Never** force'],
    ],
  ]);
});

describe('bold statements', () => {
  shows([
    ['over a heading are text', '## P\n\nx\n\n**No proof, no merge.**\n\n## N\n\ny\n', ['P', 'N'], []],
    ['over a rule are text', '**No proof, no merge!**\n\n---\n\nx\n', [], []],
    ['at the end are text', 'x\n\n**没有证据就不合并。**\n', [], []],
    ['at the end of a tag are text', '<role>\n**Be kind.**\n</role>\n', ['role'], []],
    ['over a bold title are text', '**Think first.**\n\n**Actions:**\n- a\n', ['Actions'], ['a']],
    ['over such sentences are text', 'x\n\n**One.**\n\n**Two.**\n', [], []],
    [
      'over text are titles',
      '**Rule 1: give three.**\n\nThree.\n\n**Rule 2: rate.**\n\nHigh.\n',
      ['Rule 1: give three.', 'Rule 2: rate.'],
      [],
    ],
    ['are text of the title above', '**Limit:**\n**Never skip it.**\n\n## N\n', ['Limit', 'N'], []],
    ['without a full stop are text', '## P\n\n**Merge only what has proof**\n\n## N\n', ['P', 'N'], []],
    ['with signs around are text', '🔥 **KEEP EVERY LINE UNDER TEST** 🔥\n\n**Why:**\n- a\n', ['Why'], ['a']],
    ['in scripts without blanks are text', '**注意：只改必须改的那一行**\n\n## N\n', ['N'], []],
    [
      'that announce what follows are titles',
      '**Before you merge, ask three things:**\n\n### A\n',
      ['Before you merge, ask three things', 'A'],
      [],
    ],
    ['that are names are titles', '## P\n\n**Open**\n\n## N\n\n**第一阶段**\n', ['P', 'Open', 'N', '第一阶段'], []],
  ]);
});

describe('bold runs with brackets behind them', () => {
  const long = 'finds pages across several connected drives and boxes of mail';

  shows([
    [
      'are titles over a list',
      `**Wiki** (${long})\n- a\n\n**Chat** (talks)\n- b\n`,
      [`Wiki (${long})`, 'Chat (talks)'],
      ['a', 'b'],
    ],
    ['are titles over code', '**Run** (once):\n```\nx\n```\n', ['Run (once)'], []],
    ['are text over text', '**Wiki** (pages)\n\nText.\n', [], []],
  ]);
});

describe('lead-ins', () => {
  const wrapped = 'Before you touch a file that others write to,';

  shows([
    ['that are wrapped', `${wrapped}\nread who did:\n\n- a\n`, [`${wrapped} read who did`], ['a']],
    ['that are wrapped over code', `${wrapped}\nrun:\n\n\`\`\`\nls\n\`\`\`\n`, [`${wrapped} run`], []],
    ['that are wrapped over a paragraph are text', `${wrapped}\nread who did:\n\nGit knows.\n`, [], []],
    [
      'that are wrapped end with their list',
      `${wrapped}\nread:\n- a\n\nEnd.\n\n- b\n`,
      [`${wrapped} read`],
      ['a', 'b'],
    ],
    ['behind a line that is not full are text', 'Read all of it.\nThen do:\n- a\n', [], ['a']],
    ['behind a full stop are text', 'You are a reader of files that others write.\nThen do:\n- a\n', [], ['a']],
    ['with a line for each label are text', `${wrapped}\n**Mail:**\n- a\n`, [], ['a']],
    ['over labels', 'Return:\n\n**Status:** ok\n**Output:** files\n\nNo more.\n', ['Return', 'Status', 'Output'], []],
    ['right over labels', 'Return:\n**Status:** ok\n**Output:** files\n', ['Return', 'Status', 'Output'], []],
    ['over labels as paragraphs', 'Use these:\n\n**One:** x\n\n**Two:** y\n', ['Use these', 'One', 'Two'], []],
    ['over plain labels', 'The cycle:\nRED: a\nGREEN: b\n', ['The cycle'], ['RED: a', 'GREEN: b']],
    ['over signs', 'Call when:\n✅ a\n✅ b\n', ['Call when'], ['a', 'b']],
    ['without a colon over labels are text', 'You write\n\n**One:** x\n\n**Two:** y\n', ['One', 'Two'], []],
    [
      'end behind the labels',
      'Return:\n\n**Status:** ok\n**Output:** files\n\nText.\n\n- a\n',
      ['Return', 'Status', 'Output'],
      ['a'],
    ],
  ]);
});

describe('code, tags, scripts, rules and lists', () => {
  shows([
    [
      'code inside a longer fence',
      '````markdown\n## No\n```ts\n- no\n```\n````\n\n## After\n\n- a\n',
      ['After'],
      ['a'],
    ],
    ['code inside code of text', '```markdown\n# No\n```bash\nls\n```\n## No\n```\n\n## After\n', ['After'], []],
    [
      'code of an item',
      '1. Run:\n   ```sh\n   # no\n   ```\n2. Read\n',
      [],
      ['Run:\n   ```sh\n   # no\n   ```', 'Read'],
    ],
    ['tags', '<role>\nx\n</role>\n\n<rules>\n- a\n</rules>\n', ['role', 'rules'], ['a']],
    ['a tag that never closes', '<plan>\n## Steps\n\n1. Read\n', ['Steps'], ['Read']],
    [
      'tags in steps',
      '<a1>\n    <b1>\n      ## C\n\n      - d\n\n      **E:** f\n      **G:** h\n    </b1>\n</a1>\n',
      ['a1', 'b1', 'C', 'E', 'G'],
      ['d'],
    ],
    [
      'code inside tags in steps',
      '<a1>\n  <b1>\n    ```\n    # no\n    <c1>\n    </c1>\n    ```\n  </b1>\n</a1>\n',
      ['a1', 'b1'],
      [],
    ],
    ['code by its columns inside a tag', '<a1>\n    # no\n</a1>\n', ['a1'], []],
    ['names of HTML that prompts close', '<input>\n- a\n</input>\n', ['input'], ['a']],
    ['elements of HTML', '<br>\n\n<details>\n<summary>More</summary>\n\n- a\n\n</details>\n', [], ['a']],
    ['numbers', '# A\n## 1. Scope\n### 1.1 Files\n## 2) Output ##\n', ['A', 'Scope', 'Files', 'Output'], []],
    ['numbers of other scripts', '## 一、范围\n## （二）输出\n', ['范围', '输出'], []],
    ['a wide colon', '手順：\n- 読む\n\n**出力：**\n\n表\n', ['手順', '出力'], ['読む']],
    ['a sentence over a list', '以下は要点である。\n- 読む\n', [], ['読む']],
    ['signs of hashes in text', 'The list of\n#1601) shows why.\n\n#tag\n', [], []],
    ['quotes', '> ## No\n> - no\n\nEnd.\n', [], []],
    ['rules', '## A\n\n- a\n\n---\n\n## B\n\n***\n\n- b\n', ['A', 'B'], ['a', 'b']],
    ['lists in lists', '1. **Read**: x\n   - a\n2. **Write**: y\n   1. b\n', ['Read', 'Write'], ['a', 'b']],
    ['bullets of word processors', '• a\n▪ b\n', [], ['a', 'b']],
  ]);
});

describe('passages', () => {
  const passages = (body: string) =>
    flattenSections(splitSections(body))
      .flatMap(passagesOf)
      .map(({ kind, text }) => [kind, text]);

  test('are items where a label, a sign or a word with a colon begins one', () => {
    expect(passages('Return:\n\n**Status:** ok\n**Output:** files\n\nRED: a\nGREEN: b\n\n✅ c\n❌ d\n')).toEqual([
      ['title', 'Return:'],
      ['item', '**Status:** ok'],
      ['item', '**Output:** files'],
      ['item', 'RED: a'],
      ['item', 'GREEN: b'],
      ['item', '✅ c'],
      ['item', '❌ d'],
    ]);
  });

  test('are items where the section has one, whatever stands around it there', () => {
    expect(
      passages('<a1>\n  <b1>\n    Goal: c\n    Depth: d\n  </b1>\n</a1>\n\n❌ **Annual rate** used\n✅ Divide\n'),
    ).toEqual([
      ['title', '<a1>'],
      ['title', '  <b1>'],
      ['item', '    Goal: c'],
      ['item', '    Depth: d'],
      ['item', '❌ **Annual rate** used'],
      ['item', '✅ Divide'],
    ]);
  });

  test('of a label are its paragraph and what is under it', () => {
    expect(passages('**One:** x\ny\n\n```\nz\n```\n\n- a\n\n**Two:** w\n')).toEqual([
      ['item', '**One:** x\ny'],
      ['text', '```\nz\n```'],
      ['item', '- a'],
      ['item', '**Two:** w'],
    ]);
  });
});
