import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { LIBRARY } from '../support/bundled-library.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CLEAN = '---\nname: clean\ndescription: Use it for reviews\n---\nLook at it.\n';
const LOUD = '---\nname: loud\ndescription: "Use it: now"\ncolor: Blue\n---\nLook.\n';
const LENIENT = '---\nname: lenient\ndescription: Use it: now\nmood: sunny\ncolor: blue\n---\nLook.\n';
const FIXED = LENIENT.replace('Use it: now', '"Use it: now"');

describe('agents lint', () => {
  test('with --strict lets remarks fail too, and the bundled agents have none', async () => {
    const folder = temporaryFolder({ '.claude/agents/clean.md': CLEAN.replace('---\nLook', 'mood: sunny\n---\nLook') });
    expect((await runAgents(folder, ['lint', '.'])).code).toBe(0);
    expect(await runAgents(folder, ['lint', '.', '--strict'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('field/unknown'),
    });
    expect(await runAgents(folder, ['lint', LIBRARY, '--strict'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ files: no problems\n$/),
    });
  });

  test('prints the findings of each file in columns, and a summary', async () => {
    const folder = temporaryFolder({ 'clean.md': CLEAN, 'loud.md': LOUD, 'lenient.md': LENIENT });
    const { code, out, err } = await runAgents(folder, ['lint', '.', '--severity', 'info']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "lenient.md
        3:20  doubtful  Not valid YAML (description: it holds ": " without quotation marks), so it was read line by line; Claude Code reads it leniently too.  frontmatter/not-yaml
         4:1  info      Claude Code knows no field "mood" and passes over it.  field/unknown

      loud.md
        4:8  doubtful  Claude Code writes the color blue, not Blue.  color/case

      3 files: 2 doubtful, 1 remark
      "
    `);
  });

  test('is content when there is nothing to report', async () => {
    const folder = temporaryFolder({ 'clean.md': CLEAN });
    expect(await runAgents(folder, ['lint', 'clean.md'])).toEqual({ code: 0, out: '1 file: no problems\n', err: '' });
  });

  test('reports and fails from the severity asked for on', async () => {
    const folder = temporaryFolder({ 'loud.md': LOUD });
    expect(await runAgents(folder, ['lint', '.', '--severity', 'error'])).toEqual({
      code: 0,
      out: '1 file: no problems (and 1 doubtful; --severity doubtful shows all)\n',
      err: '',
    });
  });

  test('counts a file that cannot be read as an error, and reports the others', async () => {
    const folder = temporaryFolder({ 'bad.md': 'a\0b', 'loud.md': LOUD });
    const { code, out } = await runAgents(folder, ['lint', '--source', '.']);
    expect(code).toBe(1);
    expect(out).toContain('bad.md\n  1:1  error  The file cannot be read: a binary file, not text.  file/not-text\n');
    expect(out).toContain('loud.md\n');
    expect((await runAgents(folder, ['lint', 'bad.md'])).out).toContain('file/not-text');
  });

  test('takes names as well as paths, and says what it does not find', async () => {
    const folder = temporaryFolder({ 'team/loud.md': LOUD, 'team/clean.md': CLEAN });
    const { code, out, err } = await runAgents(folder, ['lint', 'clean', 'gone', '--source', 'team']);
    expect({ code, out }).toEqual({ code: 1, out: '1 file: no problems\n' });
    expect(err).toMatch(/^No agent is called gone/);
  });

  test('finds one name twice in a folder', async () => {
    const folder = temporaryFolder({ 'clean.md': CLEAN, 'other.md': CLEAN });
    expect((await runAgents(folder, ['lint', '.'])).out.match(/name\/duplicate/g)).toHaveLength(2);
  });

  test('shows hostile text as marks', async () => {
    const folder = temporaryFolder({
      'x.md': CLEAN.replace('name: clean', 'name: clean\nmodel: opus\n"\\e]0;t\\a": 1'),
    });
    const { out } = await runAgents(folder, ['lint', '.', '--severity', 'info']);
    expect(out).toContain('field/unknown');
    expect(out).not.toMatch(/[\u001b\u0007]/);
  });

  test('prints one JSON document with every file', async () => {
    const folder = temporaryFolder({ 'clean.md': CLEAN, 'loud.md': LOUD });
    const { out } = await runAgents(folder, ['lint', '.', '--json']);
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      files: [
        { path: join(folder, 'clean.md'), id: 'added:clean', name: 'clean', diagnostics: [] },
        {
          path: join(folder, 'loud.md'),
          id: 'added:loud',
          name: 'loud',
          diagnostics: [
            {
              code: 'color/case',
              severity: 'warning',
              message: 'Claude Code writes the color blue, not Blue.',
              line: 4,
              column: 8,
            },
          ],
        },
      ],
      summary: { files: 2, errors: 0, warnings: 1, infos: 0 },
    });
  });

  test('prints SARIF with rules, levels, regions and encoded relative paths', async () => {
    const folder = temporaryFolder({ 'my team/100% ä#1.md': LOUD, 'bad.md': 'a\0b' });
    const sarif = JSON.parse((await runAgents(folder, ['lint', '.', '--format', 'sarif'])).out);
    expect(Object.keys(sarif)).toEqual(['$schema', 'version', 'runs']);
    expect(sarif.version).toBe('2.1.0');
    const [{ tool, results, columnKind }] = sarif.runs;
    expect(columnKind).toBe('utf16CodeUnits');
    expect(tool.driver).toMatchObject({ name: 'agents', version: '1.2.3' });
    // Headings of the page, as GitHub makes anchors of them.
    const page = readFileSync(new URL('../../docs/problems.md', import.meta.url), 'utf8');
    const anchors = [...page.matchAll(/^### `(.*)`$/gm)].map(([, code = '']) => code.replace('/', ''));
    for (const rule of tool.driver.rules) {
      expect(anchors).toContain(rule.helpUri.split('#')[1]);
      expect(rule).toEqual({
        id: expect.stringMatching(/^[a-z]+\/[a-z-]+$/),
        shortDescription: { text: expect.stringMatching(/\.$/) },
        fullDescription: { text: expect.any(String) },
        help: { text: expect.any(String) },
        name: expect.stringMatching(/^[A-Z][A-Za-z]+$/),
        helpUri: expect.stringMatching(/^https:/),
        properties: { tags: [rule.id.split('/')[0]] },
        defaultConfiguration: { level: expect.stringMatching(/^(?:error|warning|note)$/) },
      });
    }
    const found = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'color/case');
    expect(tool.driver.rules[found.ruleIndex].id).toBe('color/case');
    expect(found).toMatchObject({
      level: 'warning',
      message: { text: 'Claude Code writes the color blue, not Blue.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20team/100%25%20%C3%A4%231.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 8 },
          },
        },
      ],
    });
    expect(results).toHaveLength(2);
  });

  test('gives files outside the working directory as file URIs', async () => {
    const folder = temporaryFolder({ 'a/x y.md': LOUD, 'b/z.md': '' });
    const { out } = await runAgents(join(folder, 'b'), ['lint', '../a', '--format', 'sarif']);
    expect(out).toContain(`"uri": "file://${folder}/a/x%20y.md"`);
  });

  test('prints annotations for GitHub, with its escapes', async () => {
    const folder = temporaryFolder({ 'a,b:c%.md': LOUD.replace('Blue', 'Blue\nmodel: "x%y\\n::z"') });
    const { out } = await runAgents(folder, ['lint', '.', '--format', 'github']);
    const title = 'title=A color in other letters than the harness writes (color/case)';
    expect(out.split('\n')[0]).toBe(
      `::warning file=a%2Cb%3Ac%25.md,line=4,col=8,${title}::Claude Code writes the color blue, not Blue.`,
    );
    expect(out.split('\n')[1]).toContain('::Claude Code may not know the model "x%25y ::z"');
  });

  test.each([
    [['--format', 'xml'], /^option '--format <format>' argument 'xml' is invalid/],
    [['--fix', '--json'], /^--fix and --dry-run print a difference/],
    [['--yes'], /^--yes is for --fix/],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await runAgents(temporaryFolder({ 'x.md': CLEAN }), ['lint', ...args, '.']);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

const PATCH = [
  '--- a/lenient.md',
  '+++ b/lenient.md',
  '@@ -1,5 +1,5 @@',
  ' ---',
  ' name: lenient',
  '-description: Use it: now',
  '+description: "Use it: now"',
  ' mood: sunny',
  ' color: blue',
  '',
].join('\n');

describe('agents lint --fix', () => {
  const read = (folder: string, name = 'lenient.md') => readFileSync(join(folder, name), 'utf8');
  /** What is kept of files of a folder, by name. */
  const keptOf = (folder: string): Readonly<Record<string, string>> => {
    const [run = ''] = readdirSync(join(folder, 'data/backups'));
    const kept = join(folder, 'data/backups', run, folder);
    return Object.fromEntries(readdirSync(kept).map((name) => [name, read(kept, name)]));
  };

  test('shows the change, writes it with a backup and reports what is left', async () => {
    const folder = temporaryFolder({ 'lenient.md': LENIENT });
    expect(await runAgents(folder, ['lint', '.', '--fix', '--yes'])).toEqual({
      code: 0,
      out: `${PATCH}1 file: no problems (and 1 remark; --severity info shows all)\n`,
      err: expect.stringMatching(/^Fixed 1 file; the version before is in data\/backups\/[^\n]+\/lenient\.md\n$/),
    });
    expect(read(folder)).toBe(FIXED);
    expect(keptOf(folder)).toEqual({ 'lenient.md': LENIENT });
    expect(readdirSync(folder).sort()).toEqual(['data', 'lenient.md']);
  });

  test.each([
    ['y', FIXED, 0],
    ['n', LENIENT, 1],
    ['', LENIENT, 1],
  ])('asks once on a terminal; %j', async (answer, text, code) => {
    const folder = temporaryFolder({ 'lenient.md': LENIENT });
    const run = await runAgents(folder, ['lint', '.', '--fix'], { interactive: true, input: [answer] });
    expect(run.code).toBe(code);
    expect(run.err).toMatch(/^Write this file\? \[y\/N\] /);
    expect(read(folder)).toBe(text);
  });

  test('writes nothing without a terminal unless told to', async () => {
    const folder = temporaryFolder({ 'lenient.md': LENIENT });
    expect(await runAgents(folder, ['lint', '.', '--fix'])).toEqual({
      code: 1,
      out: PATCH,
      err: '1 file can be fixed; nothing written, since nobody can be asked: --yes writes\n',
    });
    expect(read(folder)).toBe(LENIENT);
  });

  test('only shows with --dry-run', async () => {
    const folder = temporaryFolder({ 'lenient.md': LENIENT });
    expect(await runAgents(folder, ['lint', '.', '--dry-run'])).toEqual({
      code: 1,
      out: PATCH,
      err: '1 file can be fixed; nothing written\n',
    });
    expect(readdirSync(folder)).toEqual(['lenient.md']);
    expect((await runAgents(folder, ['lint', 'lenient.md', '--fix', '--yes', '--dry-run'])).err).toMatch(
      /nothing written/,
    );
    expect(read(folder)).toBe(LENIENT);
  });

  test('keeps no version beside a file that git has as it was', async () => {
    const folder = temporaryFolder({ 'lenient.md': LENIENT, 'other.md': LENIENT.replace('lenient', 'other') });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['add', 'lenient.md'], { cwd: folder });
    expect((await runAgents(folder, ['lint', 'lenient.md', '--fix', '--yes'])).err).toBe(
      'Fixed 1 file; git has the version before\n',
    );
    expect(readdirSync(folder).sort()).toEqual(['.git', 'data', 'lenient.md', 'other.md']);
    writeFileSync(join(folder, 'lenient.md'), LENIENT);
    writeFileSync(join(folder, 'third.md'), LENIENT.replace('lenient', 'third'));
    expect((await runAgents(folder, ['lint', '.', '--fix', '--yes'])).err).toMatch(
      /^Fixed 3 files; the version before of 2, which git does not have, is in data\/backups\/[^/\n]+\n$/,
    );
    expect(readdirSync(folder).sort()).toEqual(['.git', 'data', 'lenient.md', 'other.md', 'third.md']);
    expect(Object.keys(keptOf(folder)).sort()).toEqual(['other.md', 'third.md']);
  });

  test('writes nothing of which it can keep no version', async () => {
    const folder = temporaryFolder({ 'lenient.md': LENIENT, file: '' });
    const reasons = { null: 'there is no home folder', file: `no backup could be kept in ${join(folder, 'file')}: ` };
    for (const [place, reason] of Object.entries(reasons)) {
      const openBackups = async () => (place === 'null' ? null : join(folder, place));
      const { code, err } = await runAgents(folder, ['lint', '.', '--fix', '--yes'], { openBackups });
      expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(reason) });
      expect(read(folder)).toBe(LENIENT);
    }
  });

  test('leaves a file alone that nobody may write to, and says so', async () => {
    const folder = temporaryFolder({ 'lenient.md': LENIENT });
    chmodSync(join(folder, 'lenient.md'), 0o444);
    const { code, err } = await runAgents(folder, ['lint', '.', '--fix', '--yes']);
    expect({ code, err }).toEqual({ code: 1, err: 'lenient.md: not written, it may not be written to\n' });
    expect(readdirSync(folder).sort()).toEqual(['data', 'lenient.md']);
    expect(read(folder)).toBe(LENIENT);
  });

  test('writes nothing and leaves nothing where nothing is to be put right', async () => {
    const folder = temporaryFolder({ 'clean.md': CLEAN });
    expect(await runAgents(folder, ['lint', '.', '--fix'])).toMatchObject({ code: 0, err: 'Nothing to fix\n' });
    expect(readdirSync(folder)).toEqual(['clean.md']);
  });

  test('leaves what links lead to outside alone, and names it, unless it was named', async () => {
    const folder = temporaryFolder({ 'lenient.md': LENIENT, 'in/real.md': LENIENT.replace('lenient', 'real') });
    const outside = temporaryFolder({
      'x.md': LENIENT.replace('lenient', 'x'),
      'deep/y.md': LENIENT.replace('lenient', 'y').replace('mood: sunny', 'model: sunny'),
    });
    const before = readdirSync(outside, { recursive: true });
    symlinkSync(join(outside, 'x.md'), join(folder, 'x.md'));
    symlinkSync(join(outside, 'deep'), join(folder, 'deep'));
    symlinkSync('in/real.md', join(folder, 'inner.md'));
    for (const args of [['.'], [], ['--source', '.']]) {
      const sources = [{ id: 'project', scope: 'project', folder, format: 'claude' }] as const;
      const { code, err } = await runAgents(folder, ['lint', ...args, '--fix', '--yes'], { sources });
      expect(code).toBe(1);
      expect(err).toMatch(/^x\.md: not written, a link leads out of the folder/m);
      expect(err).toMatch(/^deep\/y\.md: not written, a link leads out of the folder/m);
    }
    expect(readdirSync(outside, { recursive: true })).toEqual(before);
    expect(read(outside, 'x.md')).toContain('Use it: now');
    expect(read(folder, 'in/real.md')).toContain('"Use it: now"');

    expect((await runAgents(folder, ['lint', 'x.md', '--fix', '--yes'])).code).toBe(0);
    expect(read(outside, 'x.md')).toContain('"Use it: now"');
  });

  test('leaves a file alone that has changed since it was read', async () => {
    const folder = temporaryFolder({ 'lenient.md': LENIENT });
    const files = {
      ...nodeFileSystem,
      read: async (path: string) =>
        path.endsWith('.md')
          ? ({ kind: 'text', path, text: LENIENT.replace('sunny', 'grey') } as const)
          : nodeFileSystem.read(path),
    };
    const { code, err } = await runAgents(folder, ['lint', '.', '--fix', '--yes'], { files });
    expect({ code, err }).toEqual({ code: 1, err: 'lenient.md: not written, it has changed meanwhile\n' });
    expect(read(folder)).toBe(LENIENT);
  });
});
