import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const keeper = (...fields: readonly string[]) =>
  ['---', 'name: keeper', 'description: Keeps things', ...fields, '---', 'You keep things.', ''].join('\n');

const DISK = {
  'repo/.git/HEAD': '',
  'repo/.claude/agents/keeper.md': keeper(),
  'repo/.github/agents/keeper.agent.md': keeper(),
  'repo/.gemini/agents/keeper.md': keeper('color: red'),
  'me/.claude/agents/keeper.md': keeper(),
  'me/.claude/agents/warden.md': '---\nname: warden\n---\nYou watch.\n',
  'bundled/keeper.md': keeper(),
};

/** `agents which …` in a repository, with a home folder of its own. */
async function which(disk: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const folder = temporaryFolder(disk);
  const cwd = join(folder, 'repo');
  const places = { cwd, home: join(folder, 'me'), bundled: join(folder, 'bundled') };
  const shown = (path: string) => path.replace(`${cwd}/`, '').replace(`${folder}/`, '~/');
  const answer = await runAgents(cwd, ['which', ...args], { sources: defaultSources(places), shown });
  return { ...answer, out: answer.out.replace(/^ +as of \S.*\n/gm, '') };
}

describe('agents which', () => {
  test('prints a paragraph for each harness', async () => {
    const { code, out, err } = await which(DISK, 'keeper');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "Claude Code     .claude/agents/keeper.md
                      shadows ~/me/.claude/agents/keeper.md: the project wins over the user
                      not loaded ~/bundled/keeper.md: it comes with agents; no harness looks there
      GitHub Copilot  .github/agents/keeper.agent.md
                      shadows .claude/agents/keeper.md: .github/agents wins over .claude/agents
      Cursor          .claude/agents/keeper.md
                      shadows ~/me/.claude/agents/keeper.md: the project wins over the user
      Gemini CLI      nothing
                      not loaded .gemini/agents/keeper.md: Gemini CLI does not know the field color and refuses the file
      Grok Build      .claude/agents/keeper.md
                      shadows ~/me/.claude/agents/keeper.md: the project wins over the user
      "
    `);
  });

  test('prints one JSON document', async () => {
    const { code, out } = await which(DISK, 'keeper', '--json');
    const { harnesses, ...rest } = JSON.parse(out);
    expect({ code, rest }).toEqual({ code: 0, rest: { schema: 1, name: 'keeper' } });
    expect(harnesses.map(({ harness }: { harness: string }) => harness)).toEqual([
      'claude',
      'copilot',
      'cursor',
      'gemini',
      'grok',
    ]);
    expect(harnesses[0]).toEqual({
      harness: 'claude',
      version: expect.stringMatching(/^\d/),
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      loaded: expect.stringMatching(/repo\/\.claude\/agents\/keeper\.md$/),
      winner: { id: 'project:keeper', path: expect.stringMatching(/repo\/\.claude\/agents\/keeper\.md$/) },
      remark: null,
      shadowed: [
        {
          id: 'user:keeper',
          path: expect.stringMatching(/me\/\.claude\/agents\/keeper\.md$/),
          code: 'name/shadowed',
          reason: 'the project wins over the user',
        },
      ],
      notLoaded: [
        {
          id: 'bundled:keeper',
          path: expect.stringMatching(/bundled\/keeper\.md$/),
          code: 'file/passed-over',
          reason: 'it comes with agents; no harness looks there',
        },
      ],
    });
    expect(harnesses[3].winner).toBeNull();
  });

  test('fails for a name that a file has and no harness loads', async () => {
    const { code, out, err } = await which({ 'repo/.git/HEAD': '', 'bundled/keeper.md': keeper() }, 'keeper');
    expect({ code, err }).toEqual({ code: 1, err: 'No harness loads keeper\n' });
    expect(out).toBe(
      'Claude Code  nothing\n             not loaded ~/bundled/keeper.md: it comes with agents; no harness looks there\n',
    );
  });

  test('says why a file is not loaded where another harness does load it', async () => {
    const { code, out } = await which(DISK, 'warden');
    expect(code).toBe(0);
    expect(out).toBe(
      'Claude Code  nothing\n             not loaded ~/me/.claude/agents/warden.md: it states no description, and Claude Code passes over such a file without a word\nCursor       ~/me/.claude/agents/warden.md\nGrok Build   nothing\n             not loaded ~/me/.claude/agents/warden.md: it states no description, and Grok Build refuses such a file\n',
    );
  });

  test('says how old what it says is', async () => {
    const folder = temporaryFolder(DISK);
    const places = { cwd: join(folder, 'repo'), home: join(folder, 'me'), bundled: join(folder, 'bundled') };
    const { out } = await runAgents(places.cwd, ['which', 'keeper'], { sources: defaultSources(places) });
    expect(out.match(/as of \S.*, \d{4}-\d\d-\d\d$/gm)?.length).toBe(5);
  });

  test('prints everything, in which each harness loads one file of a name at most', async () => {
    const { code, out } = await which(DISK, '--all', '--json');
    expect(code).toBe(0);
    const names = JSON.parse(out);
    expect(names.map(({ name }: { name: string }) => name)).toEqual(['keeper', 'warden']);
    const gemini = names[0].harnesses.find(({ harness }: { harness: string }) => harness === 'gemini');
    expect(gemini).toMatchObject({ loaded: null, notLoaded: [{ code: 'field/unknown' }] });
    expect((await which(DISK, '--all')).out).toMatch(/^keeper\n {2}Claude Code/);
  });

  test('looks at what is no agent to the list and one to a harness', async () => {
    const disk = { 'repo/.git/HEAD': '', 'repo/.opencode/agents/README.md': '# Shelves\n\nAbout shelves.\n' };
    const { code, out } = await which(disk, 'README', '--json');
    expect({ code, loaded: JSON.parse(out).harnesses[0].loaded }).toEqual({
      code: 0,
      loaded: expect.stringMatching(/README\.md$/),
    });
  });

  test('takes a name or --all', async () => {
    expect((await which(DISK, 'keeper', '--all')).code).toBe(2);
  });

  test('names the nearest for an unknown name', async () => {
    expect(await which(DISK, 'keper')).toEqual({
      code: 1,
      out: '',
      err: 'No agent is called keper; nearest: keeper\n',
    });
    const { code, out } = await which(DISK, 'keper', '--json');
    expect({ code, document: JSON.parse(out) }).toEqual({
      code: 1,
      document: { schema: 1, name: 'keper', harnesses: [] },
    });
  });

  test('needs a name', async () => {
    const { code, err } = await which(DISK);
    expect({ code, err }).toEqual({
      code: 2,
      err: "missing required argument 'name', or --all; see agents help which\n",
    });
  });

  test('shows hostile names, fields and paths as marks', async () => {
    const disk = { 'repo/.gemini/agents/k\u001b[2J.md': keeper('"\\e]0;t\\a": 1') };
    const { out } = await which(disk, 'keeper');
    expect(out).toContain('does not know the field');
    expect(out).not.toMatch(/[\u001b\u0007]/);
    expect((await which(disk, 'x\u001b[2J')).err).not.toContain('\u001b');
  });
});
