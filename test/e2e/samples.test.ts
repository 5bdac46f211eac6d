import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { libraryStore } from '../../src/adapters/kept-library/library-store.ts';
import { COMMAND_EXAMPLES } from '../../src/cli/help/command-examples.ts';
import { shellWords } from '../../src/kit/shell-words.ts';
import { LIBRARY } from '../support/bundled-library.ts';
import { compiledFor } from '../support/compiled-once.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)]
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** What is run to get the program, not with it; the command of CI has tests of its own. */
const GETTING_IT = /^(?:cd|git|npm) /;

interface Sample {
  readonly command: string;
  /** What is said to be printed; `null` where nothing is said. */
  readonly printed: string | null;
}

/** Commands of blocks marked as shell; a line that ends in a backslash goes on. */
function shellSamples(text: string): readonly Sample[] {
  // What is shown in a block of another sign is no block.
  const outside = text.replaceAll(/^~~~$[\s\S]*?^~~~$/gm, '');
  return [...outside.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .replaceAll(/\\\n\s*/g, '')
      .split('\n')
      .filter((command) => command.trim() !== '' && !GETTING_IT.test(command))
      .map((command) => ({ command, printed: null })),
  );
}

/** Blocks that begin with a prompt, and show what follows. */
function shownSamples(text: string): readonly Sample[] {
  return [...text.matchAll(/^```\n\$ (.*)\n([\s\S]*?)^```$/gm)].map(([, command = '', printed = '']) => ({
    command,
    printed,
  }));
}

const bundled = (name: string): string => readFileSync(join(ROOT, 'agents', `${name}.md`), 'utf8');

/** Somebody who has agents of the names that the samples use, some of them twice, and a collection that has them too. */
function project(): { readonly folder: string; readonly env: NodeJS.ProcessEnv } {
  const agent = (name: string, fields = ''): string =>
    `---\nname: ${name}\ndescription: Looks after things\n${fields}---\nLook after them.\n`;
  const root = temporaryFolder({
    'bin/agents': `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'dist/agents.js')}' "$@"\n`,
    // In place of a harness, which a machine need not have.
    'bin/claude': '#!/bin/sh\nexit 0\n',
    'home/.claude/agents/backend-architect.md': bundled('backend-architect'),
    'home/.claude/agents/keeper.md': agent('keeper'),
    'home/collections/dozen/backend-architect.md': bundled('backend-architect'),
    'home/collections/dozen/code-reviewer.md': bundled('code-reviewer'),
    'home/project/.claude/agents/backend-architect.md': bundled('backend-architect'),
    'home/project/.claude/agents/keeper.md': agent('keeper'),
    'home/project/.claude/agents/scout.md': agent('scout', 'tools: Read, Bash(git log:*)\ncolor: green\n').replace(
      'Look after them.',
      'You go ahead of the others, find the way, and tell what lies on it.',
    ),
    'home/project/plugin/agents/gatekeeper.md': agent('gatekeeper'),
    'home/project/theirs/agents/warden.toml':
      'name = "warden"\ndescription = "Use at the gate"\ndeveloper_instructions = "You stand at the gate."\n',
    'home/project/.gemini/agents/keeper.md': agent('keeper', 'color: green\n'),
    'home/project/.github/agents/keeper.agent.md': agent('keeper'),
    'home/project/keeper.md': agent('keeper'),
    'home/project/queries.txt': 'backend\nsecurity review\n',
  });
  for (const name of ['agents', 'claude']) chmodSync(join(root, 'bin', name), 0o755);
  // Where it looks, the project ends.
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  for (const args of [
    ['init', '-qb', 'main'],
    ['add', '-A'],
    ['commit', '-qm', 'Begin'],
  ]) {
    const env = { ...process.env, HOME: root };
    execFileSync('git', [...who, ...args], { cwd: join(root, 'home/project'), env });
  }
  mkdirSync(join(root, 'home/.config/agents'), { recursive: true });
  const settings = { sources: [join(root, 'home/collections/dozen')] };
  writeFileSync(join(root, 'home/.config/agents/config.json'), JSON.stringify(settings));
  const PATH = [join(root, 'bin'), process.env.PATH].join(delimiter);
  return { folder: join(root, 'home/project'), env: compiledFor({ HOME: join(root, 'home'), PATH }) };
}

const SAMPLED = DOCUMENTS.map(({ path, text }) => ({ path, samples: [...shellSamples(text), ...shownSamples(text)] }));

test.each(SAMPLED.filter(({ samples }) => samples.length > 0))(
  '$path says nothing that does not work',
  { timeout: 120_000 },
  ({ samples }) => {
    const { folder, env } = project();
    for (const { command, printed } of samples) {
      const run = spawnSync('bash', ['-c', command], { cwd: folder, env, encoding: 'utf8' });
      const seen = { command, status: run.status, printed: run.stdout + run.stderr };
      expect(seen).toEqual({ command, status: 0, printed: printed ?? expect.any(String) });
    }
  },
);

// One after the other in one project: what is composed there is updated there.
test('what help shows of each command works', { timeout: 120_000 }, async () => {
  const { folder, env } = project();
  const { HOME: home = '' } = env;
  // In this process: a hundred starts take half a minute.
  const store = libraryStore(temporaryFolder(), join(ROOT, 'package.json'));
  const parts = {
    home,
    sources: defaultSources({ cwd: folder, home, bundled: LIBRARY }),
    // Nor are all of the bundled agents read a hundred times.
    openLibraryStore: async () => store && { ...store, isSettled: () => true },
  };
  mkdirSync(join(folder, 'settings'));
  copyFileSync(join(home, '.config/agents/config.json'), join(folder, 'settings/config.json'));
  const examples = Object.values(COMMAND_EXAMPLES).flat();
  for (const example of examples.filter((one) => !/^(?:tui|tour|edit)\b/.test(one))) {
    // What the shell does with what is printed is the shell's.
    const [line = ''] = example.split(/ [>|] /, 1);
    const words = shellWords(line)?.map((word) => word.replace(/^~/, home)) ?? [];
    const run = await runAgents(folder, words, parts);
    // That there is something to be told fails a check, and is no fault of the example.
    expect([0, 1], `${example}: ${run.err}`).toContain(run.code);
    expect(`${example}: ${run.err}`).not.toMatch(/No agent is called|no such|ambiguous|failed/);
  }
});

test('there are samples', () => {
  expect(SAMPLED.flatMap(({ samples }) => samples).length).toBeGreaterThan(20);
});
