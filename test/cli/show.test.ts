import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAgents } from '../support/run-agents.ts';
import { SMALL_LIBRARY } from '../support/small-library.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface SectionJson {
  readonly id: string;
  readonly raw: string;
  readonly sections: readonly SectionJson[];
}

const TWIN = 'team/backend-architect.md';

const own = (sections: readonly SectionJson[]): string =>
  sections.map(({ raw, sections: inner }) => raw + own(inner)).join('');
const run = (args: readonly string[]) => runAgents(temporaryFolder(SMALL_LIBRARY), ['show', ...args]);

describe('agents show', () => {
  test('prints a page to read', async () => {
    const { code, out } = await run(['lenient', '--source', 'team']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'lenient  added · claude',
      'team/lenient.md',
      expect.stringMatching(/^no model stated · inherits all tools · ~\d+ tokens$/),
      expect.stringMatching(/^doubtful, line 3: .* \(frontmatter\/not-yaml\)$/),
      '',
      'Use it: always',
      '',
      'You are kind.',
      '',
    ]);
  });

  test('gives the whole file as JSON, to the byte', async () => {
    const { out } = await run(['team/backend-architect.md', '--json']);
    const [shown] = JSON.parse(out);
    expect(shown.frontmatterRaw + shown.body).toBe(SMALL_LIBRARY['team/backend-architect.md']);
    expect(own(shown.sections)).toBe(shown.body);
    expect(shown.sections[1]).toEqual({
      id: 'security',
      title: 'Security',
      kind: 'heading',
      level: 2,
      line: 9,
      tokens: expect.any(Number),
      raw: '## Security\n\n- Check tokens\n- Limit rates\n\n',
      items: ['Check tokens', 'Limit rates'],
      sections: [],
    });
  });

  test('prints the files as they are', async () => {
    const { out } = await run(['own/backend-architect.md', 'team/lenient.md', '--raw']);
    expect(out).toBe(`${SMALL_LIBRARY['own/backend-architect.md']}${SMALL_LIBRARY['team/lenient.md']}`);
  });

  test('prints files raw only where no terminal would obey them', async () => {
    const folder = temporaryFolder({ 'a.md': 'x\u001b[2J\n' });
    expect((await runAgents(folder, ['show', 'a.md', '--raw'])).out).toBe('x\u001b[2J\n');
    expect((await runAgents(folder, ['show', 'a.md', '--raw'], { columns: 80 })).out).toBe('x␛[2J\n');
    expect((await runAgents(folder, ['show', 'a.md'])).out).not.toContain('\u001b');
  });

  test('prints one section only', async () => {
    const { out } = await run(['team/backend-architect.md', '--section', 'style', '--raw']);
    expect(out).toBe('## Style\n\nBe brief.\n');
    const json = JSON.parse((await run(['team/backend-architect.md', '--section', 'style', '--json'])).out);
    expect(json[0]).toMatchObject({ body: '## Style\n\nBe brief.\n', sections: [{ id: 'style' }] });
  });

  test('lists the sections when there is none of that id', async () => {
    expect(await run(['team/backend-architect.md', '--section', 'nope'])).toEqual({
      code: 1,
      out: '',
      err: 'backend-architect#nope: no such section; there are: preamble, security, style\n',
    });
  });

  test('shows files of any ending, also without one, by path', async () => {
    const folder = temporaryFolder({ 'notes.txt': 'Some notes.\n', prompt: '# Helper\n', 'x.toml': 'name = "x"\n' });
    const { code, out } = await runAgents(folder, ['show', 'notes.txt', 'prompt', 'x.toml', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).map(({ path }: { path: string }) => path)).toEqual(
      ['notes.txt', 'prompt', 'x.toml'].map((name) => join(folder, name)),
    );
  });

  test('gives each of many files an id of its own, in the order asked for', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`${at}/same.md`, `Text ${at}\n`]));
    const paths = Object.keys(files).reverse();
    const { out } = await runAgents(temporaryFolder(files), ['show', ...paths, '--json']);
    const shown: readonly { id: string; body: string }[] = JSON.parse(out);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(400);
    expect(shown.map(({ body }) => body)).toEqual(paths.map((path) => files[path]));
  });

  test('does not read the library for paths', async () => {
    const folder = temporaryFolder(SMALL_LIBRARY);
    const { code } = await runAgents(folder, ['show', 'team/lenient.md'], {
      defaultSources: () => [{ id: 'project', scope: 'project', folder: join(folder, 'no-such'), format: 'claude' }],
    });
    expect(code).toBe(0);
  });

  test('shows a file of a source as that source has it', async () => {
    const { out } = await run([TWIN, '--source', '.', '--json']);
    expect(JSON.parse(out)[0].id).toBe(`added:backend-architect@${TWIN}`);
  });

  test('tells first what cannot be shown, and shows the rest', async () => {
    const folder = temporaryFolder({ ...SMALL_LIBRARY, 'bad.md': 'a\0' });
    const { code, out, err } = await runAgents(folder, [
      'show',
      'gone.md',
      'bad.md',
      'own/backend-architect.md',
      '--raw',
    ]);
    expect(code).toBe(1);
    expect(err).toBe('gone.md: no such file, and no agent is called that\nbad.md: a binary file, not text\n');
    expect(out).toBe(SMALL_LIBRARY['own/backend-architect.md']);
  });

  test('asks which one is meant, with ids that work', async () => {
    const { code, err } = await run(['backend-architect', '--source', '.']);
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      'backend-architect is ambiguous; say which:',
      '  added:backend-architect  own/backend-architect.md',
      '  added:backend-architect@team/backend-architect.md  team/backend-architect.md',
      '',
    ]);
    const { out } = await run(['added:backend-architect@team/backend-architect.md', '--source', '.', '--raw']);
    expect(out).toBe(SMALL_LIBRARY['team/backend-architect.md']);
  });

  test('suggests the nearest names', async () => {
    const { code, err } = await run(['linient', '--source', '.']);
    expect({ code, err }).toEqual({ code: 1, err: 'No agent is called linient; nearest: lenient\n' });
  });

  test('prints an empty list as JSON when nothing can be shown', async () => {
    expect(await run(['nobody', '--source', '.', '--json'])).toMatchObject({ code: 1, out: '[]\n' });
  });
});
