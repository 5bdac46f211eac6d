import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Shell } from '../../src/cli/completion/shell-text.ts';
import { compiledFor } from '../support/compiled-once.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/agents.js', import.meta.url));

/** Names that a shell could take for more than names. */
const ODD = [
  'odd one',
  "odd'quote",
  'odd"double',
  'odd$(touch owned)',
  'odd`touch owned`',
  'odd;touch owned',
  'odd&*?',
];

/** What each shell makes of a command line whose last word is completed, each with a NUL behind it. */
const ASKING: Readonly<Record<Shell, string>> = {
  // What is inserted is read again, as it is when Enter is pressed.
  bash: `source <(agents completion bash); COMP_LINE=$1; COMP_POINT=\${#1}; _agents_words 2>/dev/null
for word in "\${COMPREPLY[@]}"; do eval "set -- $word"; printf '%s\\0' "$*"; done`,
  // Of what zsh itself inserts it takes care, given the words.
  zsh: `compdef() { :; }; _files() { :; }; source <(agents completion zsh)
compadd() { while [[ $1 != -- ]]; do shift; done; shift; printf '%s\\0' "$@"; }
words=(\${(z)1}); [[ $1 == *' ' ]] && words+=(''); CURRENT=$#words; _agents_words`,
  fish: `agents completion fish | source; complete -C $argv[1] | string split -f1 \\t | while read -l one; printf '%s\\0' $one; end`,
};

const RUN: Readonly<Record<Shell, readonly string[]>> = {
  bash: ['bash', '--norc', '-c'],
  zsh: ['zsh', '-f', '-c'],
  fish: ['fish', '--no-config', '-c'],
};

/** Those that are on this machine; Bash is on every one that this is tested on. */
const THERE = (Object.keys(RUN) as Shell[]).filter((shell) => spawnSync(shell, ['-c', 'exit']).status === 0);

function project(names: readonly string[] = ODD) {
  const agent = (name: string): string =>
    `---\nname: ${JSON.stringify(name)}\ndescription: Use it\n---\n\n## Role\n\nBe it.\n\n## Safe handling\n\nDo.\n`;
  const folder = temporaryFolder({
    'bin/agents': `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`,
    'home/.config/agents/config.json': '{ "bundled": false }',
    '.claude/agents/keeper.md': agent('keeper'),
    ...Object.fromEntries(names.map((name, at) => [`.claude/agents/odd-${at}.md`, agent(name)])),
  });
  chmodSync(join(folder, 'bin/agents'), 0o755);
  const PATH = [join(folder, 'bin'), process.env.PATH].join(delimiter);
  const run = (shell: Shell, line: string): readonly string[] => {
    const [program = '', ...options] = RUN[shell];
    const given = shell === 'fish' ? [ASKING[shell], line] : [ASKING[shell], shell, line];
    const env = compiledFor({ HOME: join(folder, 'home'), PATH, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' });
    const { stdout, stderr } = spawnSync(program, [...options, ...given], { cwd: folder, env, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\0').filter((word) => word !== '');
  };
  return { folder, run };
}

test('Bash is here', () => {
  expect(THERE).toContain('bash');
});

describe.each(THERE)('%s completes', (shell) => {
  test.each([
    ['agents compo', 'compose'],
    ['agents list --col', '--color'],
    ['agents list --color al', 'always'],
    ['agents export keeper --to gem', 'gemini'],
    ['agents show keep', 'keeper'],
    ['agents show keeper --section sa', 'safe-handling'],
    ['agents compose keeper#sa', 'keeper#safe-handling'],
    ['agents source upd', 'update'],
    ['agents source add --na', '--name'],
    ['agents source remove bund', 'bundled'],
    ['agents help source rest', 'restore'],
    ['agents config set th', 'theme'],
    ['agents config set theme lig', 'light'],
    ['agents help quer', 'queries'],
    ['agents completion fi', 'fish'],
  ])('%s', (line, word) => {
    expect(project([]).run(shell, line)).toEqual([word]);
  });

  test('names that are more than words, and runs nothing of them', () => {
    const { folder, run } = project();
    expect([...run(shell, 'agents show od')].sort()).toEqual([...ODD].sort());
    expect(existsSync(join(folder, 'owned'))).toBe(false);
  });
});

test('Bash completes what is begun in quotes, and behind a colon', () => {
  const { run } = project(["o'x", 'keeper of gates']);
  expect(run('bash', "agents show 'keeper of")).toEqual(['keeper of gates']);
  expect(run('bash', 'agents show keeper\\ of')).toEqual(['keeper of gates']);
});

test('a name with line ends is one word, or none where lines are', () => {
  const names = ['line\none', 'line\ttwo'];
  for (const shell of THERE) {
    const { run } = project(names);
    expect([...run(shell, 'agents show lin')].sort()).toEqual(shell === 'fish' ? [] : [...names].sort());
  }
});

test('another shell is told which there are', () => {
  const { folder } = project([]);
  const run = spawnSync(process.execPath, [PROGRAM, 'completion', 'bahs'], {
    env: { HOME: join(folder, 'home') },
    encoding: 'utf8',
  });
  expect([run.status, run.stderr]).toEqual([
    2,
    'Completion is there for bash, zsh or fish, not bahs; did you mean bash? See agents help completion\n',
  ]);
});
