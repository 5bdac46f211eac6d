import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Sources as `scope folder`, relative to a disk of the test. */
function sourcesOn(folders: readonly string[], cwd: string): readonly string[] {
  const disk = temporaryFolder();
  for (const folder of [...folders, cwd]) mkdirSync(join(disk, folder), { recursive: true });
  const sources = defaultSources({ cwd: join(disk, cwd), home: join(disk, 'me'), bundled: join(disk, 'bundled') });
  return sources.map(({ scope, folder }) => `${scope} ${relative(disk, folder)}`);
}

describe('defaultSources', () => {
  test('go from the working directory up to the root of its repository, nearest first', () => {
    const folders = ['me/repo/.git', 'me/repo/.claude/agents', 'me/repo/a/.claude/agents', '.claude/agents'];
    expect(sourcesOn(folders, 'me/repo/a/b')).toEqual([
      'project me/repo/a/.claude/agents',
      'project me/repo/.claude/agents',
    ]);
  });

  test('are those of the working directory alone outside a repository', () => {
    expect(sourcesOn(['me/x/.claude/agents', 'me/x/y/.claude/agents'], 'me/x/y')).toEqual([
      'project me/x/y/.claude/agents',
    ]);
  });

  test("hold the user's folder once, also when one works at home", () => {
    expect(sourcesOn(['me/.claude/agents', 'bundled'], 'me')).toEqual(['user me/.claude/agents', 'bundled bundled']);
  });

  test('end with where skills and commands lie, in projects and at home', () => {
    const folders = ['me/repo/.git', 'me/repo/.claude/skills', 'me/.config/opencode/commands', 'me/.agents/skills'];
    expect(sourcesOn([...folders, 'me/.claude/agents', 'bundled'], 'me/repo')).toEqual([
      'user me/.claude/agents',
      'bundled bundled',
      'project me/repo/.claude/skills',
      'user me/.agents/skills',
      'user me/.config/opencode/commands',
    ]);
    expect(sourcesOn(['me/.claude/skills'], 'me')).toEqual(['user me/.claude/skills']);
  });

  test('leave out what is not there', () => {
    expect(sourcesOn([], 'me')).toEqual([]);
  });

  test('hold what is meant as one and is none, and leave out what is behind a file', () => {
    const disk = temporaryFolder({ 'me/repo/.claude/agents': 'a file', 'me/repo/.codex': 'of another program' });
    const repo = join(disk, 'me/repo');
    makePipe(join(repo, '.gemini'));
    for (const link of ['.opencode', '.cursor']) symlinkSync(link, join(repo, link));
    mkdirSync(join(repo, '.qwen'));
    symlinkSync('agents', join(repo, '.qwen/agents'));
    symlinkSync('nowhere', join(repo, '.factory'));
    const sources = defaultSources({ cwd: repo, home: join(disk, 'me/file/home'), bundled: disk });
    expect(sources.map(({ folder }) => relative(repo, folder))).toEqual([
      '.claude/agents',
      // Once, though several are looked for in it.
      '.opencode/modes',
      '.cursor/agents',
      '.qwen/agents',
      '../..',
    ]);
  });

  test('are those of a person where there is no working directory', () => {
    const disk = temporaryFolder({ '.claude/agents/a.md': '' });
    expect(defaultSources({ cwd: null, home: disk, bundled: '/nowhere' }).map(({ id }) => id)).toEqual(['user']);
  });

  test('hold the folders of every harness, project by project', () => {
    const folders = [
      'me/repo/.git',
      'me/repo/.claude/agents',
      'me/repo/.cursor/agents',
      'me/repo/a/.github/agents',
      'me/repo/a/.opencode/agent',
      'me/.codex/agents',
      'me/.config/opencode/agents',
      'me/.factory/droids',
    ];
    expect(sourcesOn(folders, 'me/repo/a')).toEqual([
      'project me/repo/a/.opencode/agent',
      'project me/repo/a/.github/agents',
      'project me/repo/.claude/agents',
      'project me/repo/.cursor/agents',
      'user me/.config/opencode/agents',
      'user me/.codex/agents',
      'user me/.factory/droids',
    ]);
  });

  test('have ids that tell them apart, and say where their project folder lies', () => {
    const disk = temporaryFolder();
    const folders = ['r/.git', 'r/.claude/agents', 'r/a/.claude/agents', 'r/a/.opencode/agent', 'r/a/.opencode/agents'];
    for (const folder of folders) mkdirSync(join(disk, folder), { recursive: true });
    const sources = defaultSources({ cwd: join(disk, 'r/a'), home: join(disk, 'me'), bundled: join(disk, 'bundled') });
    expect(sources.map(({ id, format, project }) => ({ id, format, ...project }))).toEqual([
      { id: 'project', format: 'claude', stepsUp: 0, isRoot: false },
      { id: 'project/opencode', format: 'opencode', stepsUp: 0, isRoot: false },
      { id: 'project/opencode/2', format: 'opencode', stepsUp: 0, isRoot: false },
      { id: 'project-2', format: 'claude', stepsUp: 1, isRoot: true },
    ]);
  });

  test('never come from around the home folder', () => {
    const folders = ['.git', '.claude/agents', 'me/a/.claude/agents', 'me/.claude/agents', 'me/.cursor/agents'];
    expect(sourcesOn(folders, 'me/a')).toEqual([
      'project me/a/.claude/agents',
      'user me/.claude/agents',
      'user me/.cursor/agents',
    ]);
  });

  test('without a home folder are those of the project and the bundled ones', () => {
    const disk = temporaryFolder({ '.git/x': '', '.claude/agents/a.md': '', 'b/x.md': '' });
    const sources = defaultSources({ cwd: disk, home: null, bundled: join(disk, 'b') });
    expect(sources.map(({ id }) => id)).toEqual(['project', 'bundled']);
  });

  test('know a work tree by its file', () => {
    const disk = temporaryFolder({ 'tree/.git': 'gitdir: elsewhere\n' });
    mkdirSync(join(disk, 'tree/.claude/agents'), { recursive: true });
    mkdirSync(join(disk, 'tree/a'));
    const sources = defaultSources({ cwd: join(disk, 'tree/a'), home: join(disk, 'me'), bundled: join(disk, 'b') });
    expect(sources.map(({ folder }) => relative(disk, folder))).toEqual(['tree/.claude/agents']);
  });

  test('hold the plugins of Claude Code between the user and the bundled library', () => {
    const disk = temporaryFolder({ 'c/keepers/1.0/agents/a.md': '', 'b/x.md': '', 'me/.claude/agents/u.md': '' });
    const installed = { version: 2, plugins: { 'keepers@shop': [{ installPath: join(disk, 'c/keepers/1.0') }] } };
    mkdirSync(join(disk, 'me/.claude/plugins'));
    writeFileSync(join(disk, 'me/.claude/plugins/installed_plugins.json'), JSON.stringify(installed));
    const sources = defaultSources({ cwd: disk, home: join(disk, 'me'), bundled: join(disk, 'b') });
    expect(sources.map(({ id }) => id)).toEqual(['user', 'plugin/keepers', 'bundled']);
  });
});
