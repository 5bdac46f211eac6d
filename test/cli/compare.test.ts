import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../../src/cli/command-context.ts';
import { textWidth } from '../../src/text/text-cells.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const file = (fields: readonly string[], ...body: readonly string[]) =>
  `${['---', ...fields, '---', ...body].join('\n')}\n`;

const KEEPER = file(
  ['name: keeper', 'description: Keeps the gate', 'model: sonnet', 'color: blue', 'tools: Read, Grep, Bash'],
  'You keep the gate.',
  '',
  '## Security',
  '',
  '- Check every token',
  '- Log each refusal with its reason',
  '- Close the door at night',
  '',
  '## Tone',
  '',
  'Be brief.',
);
const WARDEN = file(
  ['name: warden', 'description: Watches the wall at night', 'model: sonnet', 'tools: Read, Edit'],
  'You watch the wall.',
  '',
  '**Security:**',
  '- Check every *token*.',
  '- Log each refusal with its full reason',
  '- Walk the round twice',
);
const PORTER = file(['name: porter', 'description: Carries'], '## Tone', '', 'Be brief.');

const FOLDER = { 'keeper.md': KEEPER, 'warden.md': WARDEN, 'porter.md': PORTER };

const run = (args: readonly string[], context: Partial<CommandContext> = {}, folder = temporaryFolder(FOLDER)) =>
  runAgents(folder, ['compare', ...args], context);
const linesOf = async (args: readonly string[], context: Partial<CommandContext> = {}) =>
  (await run(args, context)).out.split('\n');

describe('agents compare', () => {
  test('prints one part below the other where there is no terminal', async () => {
    const { code, out, err } = await run(['keeper.md', 'warden.md']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^1 {2}keeper {2}added {2}~\d+ tokens {2}keeper\.md$/),
      expect.stringMatching(/^2 {2}warden {2}added {2}~\d+ tokens {2}warden\.md$/),
      '',
      'Frontmatter',
      '  = model sonnet',
      '  ~ description  1  14 characters: Keeps the gate',
      '                 2  25 characters: Watches the wall at night',
      '  ~ color        1  blue',
      '                 2  –',
      '  ~ tools        all  Read',
      '                 1    Grep, Bash',
      '                 2    Edit',
      '',
      expect.stringMatching(/^preamble · \d+% alike$/),
      expect.stringMatching(/^ {2}1 ~\d+ tokens · 2 ~\d+ tokens$/),
      '  ~ 1  You keep the gate.',
      '    2  You watch the wall.',
      '',
      expect.stringMatching(/^Security · \d+% alike$/),
      expect.stringMatching(/^ {2}1 ~\d+ tokens · 2 ~\d+ tokens$/),
      '  = all  Check every token',
      '  ~ 1    Log each refusal with its reason',
      '    2    Log each refusal with its full reason',
      '  + 1    Close the door at night',
      '  + 2    Walk the round twice',
      '',
      'Tone',
      expect.stringMatching(/^ {2}1 ~\d+ tokens · not in 2$/),
      '  + 1  Be brief.',
      '',
    ]);
  });

  test('prints two or three side by side in a wide terminal', async () => {
    const lines = await linesOf(['keeper.md', 'warden.md'], { columns: 100 });
    expect(lines.map(cellsOf)).toEqual([
      ['keeper', 'warden'],
      [
        expect.stringMatching(/^added · claude · ~\d+ tokens$/),
        expect.stringMatching(/^added · claude · ~\d+ tokens$/),
      ],
      ['keeper.md', 'warden.md'],
      [`${'─'.repeat(48)}─┼─${'─'.repeat(48)}`],
      ['= model sonnet'],
      ['~ description 14 characters: Keeps the gate', '~ description 25 characters: Watches the wall at'],
      ['', '  night'],
      ['+ color blue', '– color'],
      ['~ tools Read, +Grep, +Bash', '~ tools Read, +Edit'],
      [''],
      [expect.stringMatching(/^── preamble · \d+% alike$/)],
      [expect.stringMatching(/^~\d+ tokens$/), expect.stringMatching(/^~\d+ tokens$/)],
      ['~ You keep the gate.', '~ You watch the wall.'],
      [''],
      [expect.stringMatching(/^── Security · \d+% alike$/)],
      [expect.stringMatching(/^~\d+ tokens$/), expect.stringMatching(/^~\d+ tokens$/)],
      ['= Check every token', '= Check every token.'],
      ['~ Log each refusal with its reason', '~ Log each refusal with its full reason'],
      ['+ Close the door at night', '+ Walk the round twice'],
      [''],
      ['── Tone'],
      [expect.stringMatching(/^~\d+ tokens$/), '–'],
      ['+ Be brief.', ''],
      [''],
    ]);
  });

  test.each([
    [99, 2, 0],
    [100, 3, 2],
    [159, 4, 0],
    [160, 4, 3],
    [200, 5, 0],
  ])('in %i columns puts %i definitions side by side only if they fit', async (columns, count, separators) => {
    const files = Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}.md`, PORTER]));
    const { out } = await runAgents(temporaryFolder(files), ['compare', ...Object.keys(files)], { columns });
    expect(out.split('\n')[0]?.split('│')).toHaveLength(separators + 1);
  });

  test.each([1, 2, 7, 20, 40, 80, 99, 100, 101, 137, 160])('no line is wider than %i columns', async (columns) => {
    const wide = file(
      ['name: wide', `description: ${'宽'.repeat(300)}`],
      `## ${'题'.repeat(90)}`,
      '',
      '- 一二三四五六七八九十'.repeat(9),
    );
    const folder = temporaryFolder({ ...FOLDER, 'wide.md': wide });
    const { out } = await run(['wide.md', 'keeper.md', 'warden.md'], { columns }, folder);
    expect(Math.max(...out.split('\n').map(textWidth))).toBeLessThanOrEqual(columns);
  });

  test('shows what contradicts each other first, counts it, and says what differs', async () => {
    const folder = temporaryFolder({
      'a.md': '## Rules\n- Name the ticket\n- Keep commits under 30 lines\n- Never squash commits\n',
      'b.md': '## Rules\n- Name the ticket\n- Keep commits under 90 lines\n- Always squash commits\n',
    });
    const { out } = await run(['a.md', 'b.md'], {}, folder);
    expect(out.split('\n').slice(2, 8)).toEqual([
      '',
      'Conflicts',
      '  ≠ Rules  1  Keep commits under 30 lines',
      '           2  Keep commits under 90 lines',
      '  ≠ Rules  1  Never squash commits',
      '           2  Always squash commits',
    ]);
    expect(out).toContain(
      [
        '  ≠ 1    Keep commits under 30 lines',
        '    2    Keep commits under 90 lines',
        '  ≠ 1    Never squash commits',
        '    2    Always squash commits',
        '  = all  Name the ticket',
      ].join('\n'),
    );
    const [topic] = JSON.parse((await run(['a.md', 'b.md', '--json'], {}, folder)).out).topics;
    expect(topic.items[1]).toEqual({
      text: 'Keep commits under 30 lines',
      in: ['added:a', 'added:b'],
      kind: 'conflict',
      columns: [0, 1],
      wordings: ['Keep commits under 30 lines', 'Keep commits under 90 lines'],
      differs: { kind: 'number', columns: [0, 1], words: ['30 lines', '90 lines'] },
    });
    expect((await run(['a.md', 'b.md', '--format', 'markdown'], {}, folder)).out).toContain('Conflict between all:');
    const beside = (await run(['a.md', 'b.md'], { columns: 120 }, folder)).out;
    expect(beside.split('\n').slice(4, 6)).toEqual(['Conflicts', '  ≠ Rules  1  Keep commits under 30 lines']);
    expect(beside).toMatch(/≠ Keep commits under 30 lines +│ ≠ Keep commits under 90 lines/);
  });

  test('counts the items that are the same where there are many', async () => {
    const list = (...items: readonly string[]) => `## Rules\n\n${items.map((item) => `- ${item}\n`).join('')}`;
    const same = ['Open early', 'Close late', 'Greet strangers', 'Sweep the yard'];
    const folder = temporaryFolder({ 'a.md': list(...same, 'Sing'), 'b.md': list(...same) });
    const { out } = await run(['a.md', 'b.md'], {}, folder);
    expect(out).toContain('  = all  4 items the same\n  + 1    Sing\n');
    expect(out).not.toContain('Open early');
    const fewer = temporaryFolder({ 'a.md': list(...same.slice(1)), 'b.md': list(...same.slice(1)) });
    expect((await run(['a.md', 'b.md'], {}, fewer)).out).toContain('  = all  Close late\n  = all  Greet strangers\n');
  });

  test('shows items with titles among the items of their topic, also where the other has plain ones', async () => {
    const folder = temporaryFolder({
      'a.md': '## Duties\n\n- **Gates**: Count who comes in\n- **Fires**: Put them out before dawn\n',
      'b.md': '## Duties\n\n- Put fires out before dawn\n- Feed the dogs\n',
      'c.md': '## Duties\n\n- **Gates**: Count who comes and goes\n',
    });
    const { out } = await run(['a.md', 'b.md', 'c.md'], {}, folder);
    expect(out.split('\n').slice(-8)).toEqual([
      expect.stringMatching(/^Duties · \d+% alike$/),
      expect.stringMatching(/^ {2}1 ~\d+ tokens · 2 ~\d+ tokens · 3 ~\d+ tokens$/),
      '  ~ 1  Fires: Put them out before dawn',
      '    2  Put fires out before dawn',
      '  ~ 1  Gates: Count who comes in',
      '    3  Gates: Count who comes and goes',
      '  + 2  Feed the dogs',
      '',
    ]);
  });

  test('shows the beginning of long texts', async () => {
    const folder = temporaryFolder({
      'a.md': `## Story\n\n${['One', 'Two', 'Three', 'Four', 'Five'].join('\n\n')}\n`,
      'b.md': '## Story\n\nOne\n\nTwo\n\nThree\n\nFour\n',
    });
    const { out } = await run(['a.md', 'b.md'], {}, folder);
    expect(out.split('\n').slice(-9)).toEqual([
      '  ~ 1  One',
      '       Two',
      '       Three',
      '       … 2 more lines',
      '    2  One',
      '       Two',
      '       Three',
      '       Four',
      '',
    ]);
  });

  test('prints one JSON document', async () => {
    const folder = temporaryFolder(FOLDER);
    const { code, out, err } = await run(['keeper.md', 'warden.md', '--json'], {}, folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      schema: 1,
      agents: ['added:keeper', 'added:warden'],
      definitions: [
        { id: 'added:keeper', name: 'keeper', path: join(folder, 'keeper.md') },
        { id: 'added:warden', name: 'warden', path: join(folder, 'warden.md') },
      ],
    });
    expect(document.frontmatter).toContainEqual({ field: 'model', same: true, values: ['sonnet', 'sonnet'] });
    expect(document.frontmatter).toContainEqual({ field: 'color', same: false, values: ['blue', null] });
    expect(document.topics.map(({ title }: { title: string }) => title)).toEqual(['preamble', 'Security', 'Tone']);
    expect(document.topics[1]).toEqual({
      title: 'Security',
      depth: 0,
      cells: [
        { agent: 'added:keeper', section: 'security', title: 'Security', tokens: expect.any(Number) },
        { agent: 'added:warden', section: 'security', title: 'Security', tokens: expect.any(Number) },
      ],
      similarity: expect.any(Number),
      score: expect.any(Number),
      by: 'title',
      items: expect.arrayContaining([
        {
          text: 'Check every token',
          in: ['added:keeper', 'added:warden'],
          kind: 'same',
          columns: [0, 1],
          wordings: ['Check every token', 'Check every *token*.'],
        },
        {
          text: 'Walk the round twice',
          in: ['added:warden'],
          kind: 'unique',
          columns: [1],
          wordings: ['Walk the round twice'],
        },
      ]),
    });
    expect(document.topics[2].cells[1]).toBeNull();
    expect(document.topics[2]).toMatchObject({ similarity: null, score: null, by: null });
    expect(document.topics[0].by).toBe('place');
    expect((await run(['keeper.md', 'warden.md', '--format', 'json'], {}, folder)).out).toBe(out);
  });

  test('prints Markdown for a pull request', async () => {
    const { code, out } = await run(['keeper.md', 'warden.md', '--format', 'markdown']);
    expect(code).toBe(0);
    expect(
      out
        .replace(/~\d+ tokens/g, '~N tokens')
        .replace(/\d+% alike/g, 'N% alike')
        .split('\n'),
    ).toEqual([
      '## 2 agents compared',
      '',
      '| Agent | Scope | File | Size |',
      '| --- | --- | --- | --- |',
      '| 1 keeper | added, claude | keeper.md | ~N tokens |',
      '| 2 warden | added, claude | warden.md | ~N tokens |',
      '',
      '### Frontmatter',
      '',
      '| Field | 1 keeper | 2 warden |',
      '| --- | --- | --- |',
      '| description | 14 characters: Keeps the gate | 25 characters: Watches the wall at night |',
      '| model (same) | sonnet | sonnet |',
      '| color | blue | – |',
      '| tools | Read, Grep, Bash | Read, Edit |',
      '',
      '### Topics',
      '',
      '| Topic | 1 keeper | 2 warden | Texts |',
      '| --- | --- | --- | --- |',
      '| preamble | ~N tokens | ~N tokens | N% alike |',
      '| Security | ~N tokens | ~N tokens | N% alike |',
      '| Tone | ~N tokens | – |  |',
      '',
      '#### preamble',
      '',
      'In other words in all:',
      '',
      '- 1: You keep the gate.',
      '  - 2: You watch the wall.',
      '',
      '#### Security',
      '',
      'The same in all:',
      '',
      '- Check every token',
      '',
      'In other words in all:',
      '',
      '- 1: Log each refusal with its reason',
      '  - 2: Log each refusal with its full reason',
      '',
      'Only in 1 keeper:',
      '',
      '- Close the door at night',
      '',
      'Only in 2 warden:',
      '',
      '- Walk the round twice',
      '',
      '#### Tone',
      '',
      'Only in 1 keeper:',
      '',
      '- Be brief.',
      '',
    ]);
  });

  test('nothing in a definition breaks a Markdown table or becomes HTML or a mention', async () => {
    const hostile = file(
      ['name: "a|b"', 'description: "x | <b>y</b> @team"', 'model: "|\\n| z"', 'tools: "A|B"', 'extra: "|"'],
      '## T | <script> @all #1',
      '',
      '- one | <img src=x> @team',
    );
    const { out } = await run(
      ['h|.md', 'keeper.md', '--format', 'markdown'],
      {},
      temporaryFolder({ ...FOLDER, 'h|.md': hostile }),
    );
    const rows = out.split('\n').filter((line) => line.startsWith('|'));
    const widths = rows.map((row) => row.split('|').length);
    // Agents and their files, then field, two values; then topic, two sizes, likeness.
    expect(new Set(widths.slice(0, 4))).toEqual(new Set([6]));
    expect(out).not.toMatch(/<|>|@(?!&#8203;)/);
    expect(widths.every((width) => width === 5 || width === 6)).toBe(true);
  });

  test.each([[[]], [['--format', 'json']], [['--format', 'markdown']]])(
    'gives the same bytes again with %j',
    async (format) => {
      const folder = temporaryFolder(FOLDER);
      const args = ['keeper.md', 'warden.md', 'porter.md', ...format];
      expect((await run(args, {}, folder)).out).toBe((await run(args, {}, folder)).out);
    },
  );

  test.each([null, 60, 120])('shows no control character of a definition in %j columns', async (columns) => {
    const hostile = file(
      ['name: "a\\e[2Jb"', 'description: "x\\u202ey"', '"k\\e[1m": "\\e]52;c;eA\\a"'],
      '## T\u001b[31m',
      '',
      'Text\u0007',
      '',
      '- i\u009b2J',
      '- **t\u200b**: v\u0000',
    );
    const folder = temporaryFolder({ ...FOLDER, 'h.md': hostile.replaceAll('\0', '\u0008') });
    const { code, out } = await run(['h.md', 'keeper.md'], { columns }, folder);
    expect(code).toBe(0);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(out).toContain('␛');
  });

  test('compares files without frontmatter, without text and in TOML', async () => {
    const folder = temporaryFolder({
      'a.md': '',
      'b.toml': 'name = "b"\ndescription = "B"\ndeveloper_instructions = "## Tone\\n\\nBe kind.\\n"\n',
      'c.md': '## Tone\n\nBe kind.\n',
    });
    const { code, out } = await run(['a.md', 'b.toml', 'c.md'], {}, folder);
    expect(code).toBe(0);
    expect(out).toContain('Tone · 100% alike\n  2 ~6 tokens · 3 ~6 tokens · not in 1\n  = 2,3  Be kind.\n');
    expect(out).not.toContain('developer_instructions');
  });

  test('calls texts as much alike as they are, rounded down', async () => {
    const folder = temporaryFolder(FOLDER);
    const { topics } = JSON.parse((await run(['keeper.md', 'warden.md', '--json'], {}, folder)).out);
    const { similarity } = topics[1];
    expect(similarity * 100).not.toBeCloseTo(Math.round(similarity * 100), 1);
    const { out } = await run(['keeper.md', 'warden.md'], {}, folder);
    expect(out).toContain(`\nSecurity · ${Math.floor(similarity * 100)}% alike\n`);
  });

  test('moves topics inside others to the right', async () => {
    const folder = temporaryFolder({ 'a.md': '## Watch\n\n### Night\n\nStay awake.\n', 'b.md': PORTER });
    const { out } = await run(['a.md', 'b.md'], {}, folder);
    expect(out).toMatch(
      /\nWatch\n {2}1 ~\d+ tokens · not in 2\n\n {2}Night\n {4}1 ~\d+ tokens · not in 2\n {4}\+ 1 {2}Stay awake\.\n/,
    );
  });

  test('counts of a title over the whole document only its own text', async () => {
    const folder = temporaryFolder({
      'a.md': `# Keeper\n\n## Watch\n\n${'Stay awake. '.repeat(99)}\n`,
      'b.md': PORTER,
    });
    const { topics } = JSON.parse((await run(['a.md', 'b.md', '--json'], {}, folder)).out);
    expect(topics.map(({ cells: [cell] }: { cells: [{ tokens: number } | null] }) => cell && cell.tokens > 99)).toEqual(
      [false, true, null],
    );
  });

  test('puts texts together that differ in their lines alone', async () => {
    const folder = temporaryFolder({
      'a.md': '## Tone\n\nBe calm.\nAlways.\n',
      'b.md': '## Tone\n\nBe calm. Always.\n',
      'c.md': '## Tone\n\nShout.\n',
    });
    const { out } = await run(['a.md', 'b.md', 'c.md'], {}, folder);
    expect(out).toContain('  ~ 1,2  Be calm.\n         Always.\n    3    Shout.\n');
  });

  test('shows the beginning of long texts in Markdown', async () => {
    const folder = temporaryFolder({ 'a.md': `## Tone\n\n${'Calm. '.repeat(100)}\n`, 'b.md': '' });
    const { out } = await run(['a.md', 'b.md', '--format', 'markdown'], {}, folder);
    expect(out).toContain(`\n- ${'Calm. '.repeat(50).trim()}…\n`);
  });

  test('puts together and apart what the user wants so', async () => {
    const cells = async (...args: readonly string[]) => {
      const { out } = await run(['keeper.md', 'warden.md', 'porter.md', ...args, '--json']);
      const topics: readonly { by: string | null; cells: readonly ({ section: string } | null)[] }[] =
        JSON.parse(out).topics;
      return topics.map((topic) => `${topic.by} ${topic.cells.map((cell) => cell?.section ?? '-').join(' ')}`);
    };
    expect(await cells()).toEqual(['place preamble preamble -', 'title security security -', 'title tone - tone']);
    const joined = await cells('--together', 'keeper.md#tone', 'warden#security');
    expect(joined).toContain('asked tone security tone');
    expect(joined).toContain('null security - -');
    const parted = await cells(
      '--apart',
      'keeper.md#tone',
      'porter.md#tone',
      '--apart',
      'keeper#security',
      'warden#security',
    );
    expect(parted).toEqual(expect.arrayContaining(['null tone - -', 'null - - tone', 'null - security -']));
  });

  test('is also called diff', async () => {
    const folder = temporaryFolder(FOLDER);
    const { out } = await runAgents(folder, ['diff', 'keeper.md', 'warden.md']);
    expect(out).toBe((await run(['keeper.md', 'warden.md'], {}, folder)).out);
    const { err } = await runAgents(folder, ['diff', 'keeper.md']);
    expect(err).toBe('compare takes 2 to 8 agents, not 1; see agents help diff\n');
    expect((await runAgents(folder, ['help', 'diff'])).out).toMatch(/^Usage: agents compare\|diff /);
  });

  test.each([
    [[], "missing required argument 'ref'"],
    [['keeper.md'], 'compare takes 2 to 8 agents, not 1'],
    [Array.from({ length: 9 }, (_, at) => `${at}.md`), 'compare takes 2 to 8 agents, not 9'],
    [
      ['keeper.md', 'warden.md', '--together', 'keeper.md#securty', 'warden.md#security'],
      'keeper#securty: no such section; nearest: security',
    ],
    [
      ['keeper.md', 'warden.md', '--apart', 'keeper.md#night/security', 'warden.md#security'],
      'keeper#night/security: no such section; nearest: security',
    ],
    [['keeper.md', 'warden.md', '--together', 'keeper.md#tone'], '--together takes two sections: A#section B#section'],
    [
      ['keeper.md', 'warden.md', '--together', 'keeper.md#tone', 'keeper.md#security'],
      '--together takes sections of two agents',
    ],
    [
      ['keeper.md', 'warden.md', '--apart', 'keeper.md#tone', 'porter.md#tone'],
      '--apart porter.md#tone: porter.md is not compared',
    ],
    [['--apart', 'keeper.md#tone', 'warden.md#security', 'keeper.md', 'warden.md'], "missing required argument 'ref'"],
    [['keeper.md', '--apart', 'keeper.md#tone', 'warden.md'], 'compare takes 2 to 8 agents, not 1'],
    [
      ['keeper.md', 'warden.md', '--apart', 'keeper.md#tone', 'warden.md#security', 'porter.md'],
      'porter.md names no section: write --apart REF#section REF#section after all agents',
    ],
    [
      [
        ...['keeper.md', 'warden.md', '--apart', 'keeper.md#tone', 'warden.md#security'],
        ...['--together', 'warden.md#security', 'keeper.md#tone'],
      ],
      'security and tone cannot stand together and apart',
    ],
    [
      ['keeper.md', '--since', 'HEAD', '--apart', 'keeper.md#tone', 'warden.md#security'],
      '--together and --apart go with two agents or more, not with --since',
    ],
    [['keeper.md', 'keeper.md'], 'keeper.md is named twice'],
    [['keeper.md', './keeper.md'], 'keeper.md and ./keeper.md are the same agent'],
    [['keeper', 'added:keeper', '--source', '.'], 'keeper and added:keeper are the same agent'],
    [
      ['keeper.md', 'warden.md', '--format', 'html'],
      "option '--format <format>' argument 'html' is invalid. Allowed choices are text, json, markdown",
    ],
  ])('says in one line what is wrong with %j', async (args, message) => {
    expect(await run(args)).toEqual({ code: 2, out: '', err: `${message}; see agents help compare\n` });
  });

  test.each([[[]], [['--json']]])('compares nothing if one is not found, %j', async (format) => {
    expect(await run(['keeper', 'wardn', '--source', '.', ...format])).toEqual({
      code: 1,
      out: '',
      err: 'No agent is called wardn; nearest: warden\n',
    });
  });

  test('asks which one is meant', async () => {
    const folder = temporaryFolder({
      'a/keeper.md': KEEPER,
      'b/keeper.md': PORTER.replace('porter', 'keeper\nmodel: opus'),
    });
    const { code, out, err } = await run(['keeper', 'a/keeper.md', '--source', '.'], {}, folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^keeper is ambiguous; say which:\n {2}\S+ {2}a\/keeper\.md\n {2}\S+ {2}b\/keeper\.md\n$/);
  });
});

/** A line's cells without the padding at their ends. */
function cellsOf(line: string): readonly string[] {
  return line.split(' │').map((cell, index) => (index === 0 ? cell : cell.replace(/^ /, '')).trimEnd());
}

test('what is too long to be lined up is refused before the work begins', async () => {
  const long = (name: string) => file([`name: ${name}`], '- **A**: b\n'.repeat(10_001));
  const folder = temporaryFolder({ 'a.md': long('a'), 'b.md': long('b') });
  expect(await run(['a.md', 'b.md'], {}, folder)).toEqual({
    code: 1,
    out: '',
    err: 'too much to compare: 20,002 lines of text, and at most 20,000 are lined up\n',
  });
  const united = ['compose', 'a.md#*', 'b.md#*', '--merge', '--name', 'n', '--description', 'd', '-o', 'n.md'];
  expect(await runAgents(folder, united)).toMatchObject({ code: 1, out: '' });
});
