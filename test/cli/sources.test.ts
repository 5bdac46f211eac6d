import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { gitUrl } from '../../src/core/library/git-url.ts';
import { parseSourceLock, serialiseSourceLock } from '../../src/core/library/source-lock.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agent = (name: string, fields = '', body = `You are ${name}. Never push to main.\n`) =>
  `---\nname: ${name}\ndescription: Use it as ${name}\n${fields}---\n\n${body}`;

let folder = '';
let team = '';

beforeEach(() => {
  folder = temporaryFolder();
  team = gitRepository({
    'agents/reviewer.md': agent('reviewer', 'tools: Read\n'),
    'agents/tester.md': agent('tester'),
    'README.md': '# A team\n',
    '.gitattributes': '*.md filter=evil eol=crlf\n',
  });
});

const url = () => `file://${team}`;
const run = (args: readonly string[], parts: Parameters<typeof runAgents>[2] = {}) =>
  runAgents(folder, args, { sources: defaultSources({ cwd: folder, home: null, bundled: '/nowhere' }), ...parts });
const head = (at = team) => git(at, 'rev-parse', 'HEAD');
const commit = (files: Readonly<Record<string, string | null>>) => {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(team, path));
    else {
      mkdirSync(join(team, path, '..'), { recursive: true });
      writeFileSync(join(team, path), text);
    }
  }
  git(team, 'add', '-A');
  git(team, 'commit', '-qm', 'next');
  return head();
};
const lock = () => JSON.parse(readFileSync(join(folder, 'settings/sources.lock.json'), 'utf8'));
const names = async () => JSON.parse((await run(['list', '--json'])).out).map((one: { name: string }) => one.name);

describe('agents source add', () => {
  test('takes the agents of a repository, pinned to what is there now', async () => {
    const { code, err } = await run(['source', 'add', url(), '--name', 'team']);
    expect([code, err]).toEqual([0, `Added team (${url()}, main at ${head().slice(0, 7)}): 2 agents\n`]);
    expect(lock()).toEqual({
      schema: 1,
      sources: { team: { url: url(), ref: 'main', paths: [], commit: head(), taken: expect.stringMatching(/Z$/) } },
      installed: {},
    });
    expect(await names()).toEqual(['reviewer', 'tester']);
    expect(readFileSync(join(folder, 'data/sources/team/agents/tester.md'), 'utf8')).toBe(agent('tester'));
    const again = await run(['source', 'add', url(), '--name', 'team']);
    expect([again.code, again.err]).toEqual([0, `team is there already, at ${head().slice(0, 7)}\n`]);
    const other = await run(['source', 'add', `${url()}#v1`]);
    expect([other.code, other.err]).toEqual([
      1,
      expect.stringContaining('agents source update team --ref takes another'),
    ]);
  });

  test('takes the only branch of a repository whose main one is not there, and names those of others', async () => {
    const add = async (from: string) => (await run(['source', 'add', `file://${from}`, '--name', 'team'])).err;
    const bare = join(temporaryFolder(), 'team.git');
    git(team, 'init', '-q', '--bare', bare);
    git(bare, 'symbolic-ref', 'HEAD', 'refs/heads/gone');
    expect(await add(bare)).toBe(`file://${bare} has no branch yet\n`);
    git(team, 'push', '-q', bare, 'HEAD:one', 'HEAD:two');
    expect(await add(bare)).toBe(`file://${bare} has no branch that is the main one; name one with --ref: one, two\n`);
    git(team, 'push', '-q', bare, ':two');
    expect(await add(bare)).toMatch(/^Added team \(.*, one at \w{7}\): 2 agents\n$/);
    expect((await run(['install', 'team', '--to', './all'])).err).toMatch(/2 agents installed\n$/);
    expect(readdirSync(join(folder, 'all')).sort()).toEqual(['reviewer.md', 'tester.md']);
    expect((await run(['install', 'team:tester', '--to', './one'])).err).toMatch(/1 agent installed\n$/);
    expect((await run(['install', 'team:nobody'])).err).toMatch(/^No agent is called team:nobody/);
  });

  test('counts the files of a large repository and leaves them to be read', async () => {
    const many = Array.from({ length: 2001 }, (_, at) => [`all/a${at}.md`, 'You are one of many.\n'] as const);
    commit(Object.fromEntries(many));
    const { code, err } = await run(['source', 'add', url(), '--name', 'team']);
    expect([code, err]).toEqual([0, `Added team (${url()}, main at ${head().slice(0, 7)}): 2,004 files to be read\n`]);
  });

  test('takes a tag, a whole commit or the beginning of one, and only a folder', async () => {
    const first = head();
    git(team, 'tag', '-am', 'One', 'v1');
    commit({ 'more/deep.md': agent('deep') });
    for (const [at, ref] of ['v1', first, first.slice(0, 9)].entries()) {
      expect((await run(['source', 'add', `${url()}#${ref}`, '--name', `s${at}`])).code).toBe(0);
      expect(lock().sources[`s${at}`].commit).toBe(first);
    }
    expect((await run(['source', 'add', url(), '--path', 'more', '--name', 'part'])).err).toContain(': 1 agent\n');
    const listed = JSON.parse((await run(['source', 'list', '--json'])).out);
    expect(listed.at(0)).toMatchObject({ id: 'part', kind: 'git', url: url(), ref: 'main', definitions: 1 });
  });

  test('says why it takes nothing, and keeps nothing', async () => {
    const unknown = await run(['source', 'add', `${url()}#mian`]);
    expect([unknown.code, unknown.err]).toEqual([
      1,
      expect.stringMatching(/has no branch, tag or commit mian; nearest: main\n$/),
    ]);
    const missing = await run(['source', 'add', `file://${folder}/nothing.git`]);
    expect([missing.code, missing.err]).toEqual([1, expect.stringMatching(/nothing/)]);
    for (const refused of ['ext::sh -c true', 'fd::17', '-u.git', 'ftp://x/y.git', 'https://-x/y.git', 'a b.git']) {
      const { code, err } = await run(['source', 'add', '--', refused]);
      expect([refused, code, err]).toEqual([refused, 2, expect.stringContaining('is not taken: ')]);
    }
    expect((await run(['source', 'add', url(), '--path', '../x'])).code).toBe(2);
    expect((await run(['source', 'add', url(), '--name', '../x'])).code).toBe(2);
    expect(existsSync(join(folder, 'settings/sources.lock.json'))).toBe(false);
    expect(existsSync(join(folder, 'data/sources')) ? readdirSync(join(folder, 'data/sources')) : []).toEqual([]);
  });

  test('runs nothing that a repository names, whoever started us', async () => {
    const trace = join(folder, 'ran');
    const script = `#!/bin/sh\necho ran >> ${trace}\ncat\n`;
    const hooks = temporaryFolder({ 'post-checkout': script, 'filter.sh': script });
    const config = join(hooks, 'config');
    writeFileSync(
      config,
      `[core]\n\thooksPath = ${hooks}\n\tfsmonitor = sh ${hooks}/filter.sh\n[filter "evil"]\n\tsmudge = sh ${hooks}/filter.sh\n\tclean = sh ${hooks}/filter.sh\n\trequired = true\n[init]\n\ttemplateDir = ${hooks}\n`,
    );
    const before = { ...process.env };
    Object.assign(process.env, {
      GIT_CONFIG_GLOBAL: config,
      GIT_DIR: join(folder, 'no'),
      GIT_INDEX_FILE: join(folder, 'no'),
    });
    try {
      expect((await run(['source', 'add', url(), '--name', 'team'])).code).toBe(0);
      await run(['source', 'list']);
    } finally {
      for (const key of ['GIT_CONFIG_GLOBAL', 'GIT_DIR', 'GIT_INDEX_FILE']) {
        if (before[key] === undefined) delete process.env[key];
        else process.env[key] = before[key];
      }
    }
    expect(existsSync(trace)).toBe(false);
    expect(readFileSync(join(folder, 'data/sources/team/agents/tester.md'), 'utf8')).toBe(agent('tester'));
  });
});

describe('agents source update', () => {
  test('what a kill left beside a source goes, also where there is nothing to update', async () => {
    await run(['source', 'add', url(), '--name', 'team']);
    const all = join(folder, 'data/sources');
    mkdirSync(join(all, '.team.old'));
    expect((await run(['source', 'update', '--dry-run'])).code).toBe(0);
    expect(readdirSync(all)).toContain('.team.old');
    expect((await run(['source', 'update'])).code).toBe(0);
    expect(readdirSync(all)).toEqual(['team']);
  });

  test('shows what changed and what it means, and takes it only after a yes', async () => {
    await run(['source', 'add', url(), '--name', 'team']);
    expect(await run(['source', 'update'])).toMatchObject({
      code: 0,
      err: `team is up to date at ${head().slice(0, 7)}\n`,
    });
    const old = head();
    commit({
      'agents/reviewer.md': agent('reviewer', 'tools: Read, Bash\nmodel: opus\n', 'You are reviewer. Push to main.\n'),
      'agents/tester.md': null,
      'agents/checker.md': agent('tester').replace('name: tester', 'name: checker'),
      'agents/planner.md': agent('planner'),
    });
    const shown = await run(['source', 'update']);
    expect([shown.code, shown.err]).toEqual([
      1,
      'Nothing taken, as nobody can be asked here; --yes takes it without asking\n',
    ]);
    for (const words of [
      'changed  reviewer',
      '+Bash',
      'model - => opus',
      'renamed  checker (was tester)',
      'added    planner',
      '+You are reviewer. Push to main.',
    ])
      expect(shown.out).toContain(words);
    expect(lock().sources.team.commit).toBe(old);
    expect((await run(['source', 'update', '--dry-run'])).code).toBe(0);
    const asked = await run(['source', 'update'], { interactive: true, input: ['n'] });
    expect([asked.code, lock().sources.team.commit]).toEqual([0, old]);
    const taken = await run(['source', 'update', 'team', '--yes', '--json']);
    expect(JSON.parse(taken.out)).toMatchObject({
      schema: 1,
      sources: [
        {
          id: 'team',
          from: old,
          to: head(),
          taken: true,
          changes: [
            { kind: 'renamed', name: 'checker', path: 'agents/checker.md' },
            { kind: 'added', name: 'planner' },
            { kind: 'changed', name: 'reviewer', widened: ['Bash'], problems: ['model - => opus'] },
          ],
        },
      ],
    });
    expect(await names()).toEqual(['checker', 'planner', 'reviewer']);
    expect(readdirSync(join(folder, 'data/sources')).sort()).toEqual(['team']);
  });

  test('leaves a tag where it is, and takes another state when asked', async () => {
    git(team, 'tag', 'v1');
    await run(['source', 'add', `${url()}#v1`, '--name', 'team']);
    const first = head();
    commit({ 'agents/planner.md': agent('planner') });
    git(team, 'tag', '-f', 'v1');
    expect((await run(['source', 'update'])).err).toBe(
      `team is pinned to v1 at ${first.slice(0, 7)}; --ref takes another\n`,
    );
    expect((await run(['source', 'update', 'team', '--ref', 'main', '--yes'])).code).toBe(0);
    expect(lock().sources.team).toMatchObject({ ref: 'main', commit: head() });
  });

  test('keeps what was changed by hand beside it', async () => {
    await run(['source', 'add', url(), '--name', 'team']);
    const own = join(folder, 'data/sources/team/agents');
    writeFileSync(join(own, 'tester.md'), 'Mine.');
    writeFileSync(join(own, 'new.md'), 'Mine too.');
    expect((await run(['source', 'list'])).err).toContain('team was changed by hand: agents/tester.md, agents/new.md');
    commit({ 'agents/planner.md': agent('planner') });
    const { err } = await run(['source', 'update', '--yes']);
    expect(err).toContain('What was changed there by hand is in data/sources/team.local-1');
    expect(readFileSync(join(folder, 'data/sources/team.local-1/agents/tester.md'), 'utf8')).toBe('Mine.');
    expect(readFileSync(join(folder, 'data/sources/team.local-1/agents/new.md'), 'utf8')).toBe('Mine too.');
    expect(readFileSync(join(own, 'tester.md'), 'utf8')).toBe(agent('tester'));
  });

  test('that cannot reach one goes on with the others, and keeps all', async () => {
    const other = gitRepository({ 'one.md': agent('one') });
    await run(['source', 'add', `file://${other}`, '--name', 'gone']);
    await run(['source', 'add', url(), '--name', 'team']);
    rmSync(other, { recursive: true });
    commit({ 'agents/planner.md': agent('planner') });
    const { code, err } = await run(['source', 'update', '--yes']);
    expect([code, err]).toEqual([1, expect.stringMatching(/^gone: .*; all stays as it is\nteam is at /)]);
    expect(await names()).toEqual(['one', 'planner', 'reviewer', 'tester']);
  });

  test('after history was written anew takes what is there now', async () => {
    await run(['source', 'add', url(), '--name', 'team']);
    writeFileSync(join(team, 'agents/tester.md'), agent('tester', 'model: opus\n'));
    git(team, 'commit', '-qam', 'first again', '--amend');
    expect((await run(['source', 'update', '--yes'])).out).toContain('changed  tester');
    expect(lock().sources.team.commit).toBe(head());
  });
});

describe('agents source restore and remove', () => {
  test('take exactly what the lock file says, on another machine too', async () => {
    mkdirSync(join(folder, '.claude/agents'), { recursive: true });
    await run(['source', 'add', url(), '--name', 'team', '--project']);
    const text = readFileSync(join(folder, 'agents.lock.json'), 'utf8');
    expect(text).toBe(
      serialiseSourceLock(parseSourceLock(text) as Exclude<ReturnType<typeof parseSourceLock>, string>),
    );
    const first = head();
    commit({ 'agents/planner.md': agent('planner') });
    rmSync(join(folder, 'data'), { recursive: true });
    expect((await run(['source', 'list'])).err).toContain('team is not here yet; agents source restore takes it');
    expect((await run(['source', 'restore'])).err).toBe(`Restored team at ${first.slice(0, 7)}\n`);
    expect(await names()).toEqual(['reviewer', 'tester']);
    expect((await run(['source', 'restore'])).err).toBe(`team is at ${first.slice(0, 7)} already\n`);
    expect((await run(['source', 'remove', 'team'])).err).toBe(`Removed team (${url()})\n`);
    expect(await names()).toEqual([]);
    expect((await run(['source', 'remove', 'team'])).code).toBe(1);
  });

  test('are read only for everything that changes files', async () => {
    await run(['source', 'add', url(), '--name', 'team']);
    for (const args of [
      ['remove', 'tester', '--yes'],
      ['move', 'tester', '--to', './x'],
      ['edit', 'tester'],
      ['rename', 'tester', 'other'],
      ['lint', '--fix', '--yes', '--severity', 'info', 'tester'],
    ])
      await run(args);
    expect((await run(['remove', 'tester', '--yes'])).err).toBe(
      'tester is from a repository and is read only; agents disable hides it\n',
    );
    expect((await run(['rename', 'tester', 'other'])).code).toBe(1);
    expect((await run(['copy', 'tester', '--to', './x'])).code).toBe(0);
    expect(git(join(folder, 'data/sources/team'), 'status', '--porcelain')).toBe('');
  });
});

describe('an address', () => {
  test.each([
    [
      'https://me:secret@example.org/a/team.git#v1',
      { kind: 'url', shown: 'https://example.org/a/team.git', ref: 'v1', name: 'team' },
    ],
    ['https://token@example.org/team', { kind: 'url', shown: 'https://example.org/team', name: 'team' }],
    ['ssh://git@example.org/x/team.git/', { kind: 'url', shown: 'ssh://git@example.org/x/team.git/', name: 'team' }],
    ['git@example.org:x/team.git', { kind: 'url', name: 'team', ref: null }],
    ['git://127.0.0.1:9418/team', { kind: 'url', name: 'team' }],
    ['owner/repo#main', { kind: 'url', url: 'https://github.com/owner/repo.git', ref: 'main', name: 'repo' }],
    ['/srv/team.git', { kind: 'url', name: 'team' }],
    ['./agents', { kind: 'none' }],
    ['agents', { kind: 'none' }],
    ['C:\\agents', { kind: 'none' }],
    ['https://x/y#', { kind: 'refused' }],
    ['EXT::sh', { kind: 'refused' }],
  ])('%s', (text, expected) => {
    expect(gitUrl(text, () => true)).toMatchObject(expected);
  });

  test('never shows who logs in by it', () => {
    const secret = fc.stringMatching(/^[a-zA-Z0-9%_]{6,20}$/);
    fc.assert(
      fc.property(secret, secret, (user, word) => {
        const named = gitUrl(`https://${user}:${word}@example.org/x.git`);
        expect(named.kind === 'url' && named.shown).toBe('https://example.org/x.git');
      }),
    );
  });
});

test('a lock file of anybody leaves no folder and runs nothing', () => {
  const source = { url: 'https://x/y.git', ref: 'main', paths: [], commit: 'a'.repeat(40), taken: '' };
  const text = (sources: unknown, installed: unknown = {}) => JSON.stringify({ schema: 1, sources, installed });
  expect(typeof parseSourceLock(text({ team: source }))).toBe('object');
  for (const [key, value] of Object.entries({
    '../x': source,
    '.git': source,
    a: { ...source, url: 'ext::sh' },
    b: { ...source, url: '-u' },
    c: { ...source, commit: '--x' },
    d: { ...source, paths: ['../..'] },
    e: { ...source, paths: ['/etc'] },
    f: { ...source, ref: '--upload-pack=x' },
    g: { ...source, paths: ['a/.git/hooks'] },
  }))
    expect([key, typeof parseSourceLock(text({ [key]: value }))]).toEqual([key, 'string']);
  fc.assert(fc.property(fc.json(), (json) => void parseSourceLock(json)));
});

describe('agents install and uninstall', () => {
  test('copy all or none, and remember where each is from', async () => {
    mkdirSync(join(folder, '.claude/agents'), { recursive: true });
    await run(['source', 'add', url(), '--name', 'team', '--project']);
    writeFileSync(join(folder, '.claude/agents/tester.md'), agent('tester', '', 'Mine.\n'));
    const refused = await run(['install', 'reviewer', 'added:tester', '--project']);
    expect([refused.code, refused.err]).toEqual([
      1,
      '.claude/agents/tester.md exists; --force replaces it and keeps a backup\n',
    ]);
    expect(readdirSync(join(folder, '.claude/agents'))).toEqual(['tester.md']);
    const { code, err } = await run(['install', 'reviewer', '--project']);
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(
        /^Installed reviewer \(.*\) as \.claude\/agents\/reviewer\.md\n(?:.*\n)*1 agent installed\n$/,
      ),
    ]);
    const locked = () => JSON.parse(readFileSync(join(folder, 'agents.lock.json'), 'utf8')).installed;
    const entry = {
      source: 'team',
      path: 'agents/reviewer.md',
      commit: head(),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    };
    expect(locked()).toEqual({ '.claude/agents/reviewer.md': entry });

    await run(['rename', 'project:reviewer', 'critic']);
    expect(locked()).toEqual({ '.claude/agents/critic.md': entry });
    expect((await run(['uninstall', 'critic', '--yes'])).err).toBe(
      'critic was changed since it was installed; --force uninstalls it all the same\n',
    );
    await run(['undo']);
    expect(locked()).toEqual({ '.claude/agents/reviewer.md': entry });
    expect((await run(['uninstall', 'project:reviewer', '--yes'])).code).toBe(0);
    expect(locked()).toEqual({});
    await run(['undo']);
    expect([locked(), readdirSync(join(folder, '.claude/agents')).sort()]).toEqual([
      { '.claude/agents/reviewer.md': entry },
      ['reviewer.md', 'tester.md'],
    ]);
    expect((await run(['uninstall', 'project:tester', '--yes'])).err).toBe(
      'tester is not installed; agents remove removes it\n',
    );
    expect((await run(['source', 'remove', 'team'])).err).toContain(
      'What was installed from it stays: .claude/agents/reviewer.md',
    );
  });
});
