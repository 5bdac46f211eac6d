import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The published package, installed on a machine that has nothing else and reaches nobody. */
export interface InstalledPackage {
  /** Where npm put the package. */
  readonly folder: string;
  /** Absolute path of a command. */
  readonly command: (name: string) => string;
  /** Run a command to its end, without a terminal. */
  readonly run: (name: string, ...args: readonly string[]) => ProgramRun;
  /** Run npm there. */
  readonly npm: (...args: readonly string[]) => ProgramRun;
  readonly remove: () => void;
}

interface ProgramRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Pack what is built as for publishing, and install that globally, with an empty home, cache and prefix. */
export function installedPackage(): InstalledPackage {
  const machine = realpathSync(mkdtempSync(join(tmpdir(), 'agents-test-')));
  const [home, prefix, work] = ['home', 'prefix', 'work'].map((name) => join(machine, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [home, prefix, work]) mkdirSync(folder);
  const env = {
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    HOME: home,
    npm_config_cache: join(machine, 'cache'),
    npm_config_offline: 'true',
    npm_config_prefix: prefix,
    // Nobody listens there.
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_update_notifier: 'false',
  };
  const run = (program: string, args: readonly string[]): ProgramRun => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: work, env, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const packed = execFileSync(process.execPath, [join(PROJECT, '.ci/pack.mjs'), machine], {
    env,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const installed = run('npm', ['install', '--global', packed.trim().split('\n').at(-1) ?? '']);
  if (installed.status !== 0) throw new Error(installed.stderr);
  const command = (name: string): string => join(prefix, 'bin', name);
  return {
    folder: join(prefix, 'lib/node_modules/agents-workbench'),
    command,
    run: (name, ...args) => run(command(name), args),
    npm: (...args) => run('npm', args),
    remove: () => rmSync(machine, { recursive: true, force: true }),
  };
}
