import { execFile, execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InstalledPackage, installedPackage, PROJECT } from '../support/installed-package.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openSession } from '../support/terminal-session.ts';

// What people get, not what lies in the repository: packed, and installed where there is nothing else.

const MOST_BYTES = 7_500_000;
const COMMANDS = ['agents', 'agents-workbench'];

let installed: InstalledPackage;

beforeAll(() => {
  installed = installedPackage();
});

afterAll(() => {
  installed.remove();
});

const manifest = (folder: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

describe('the installed package', () => {
  test('is one, and small', () => {
    const { dependencies } = JSON.parse(installed.npm('ls', '--global', '--all', '--json').stdout);
    expect(Object.keys(dependencies)).toEqual(['agents-workbench']);
    expect(dependencies['agents-workbench']).not.toHaveProperty('dependencies');
    expect(readdirSync(join(installed.folder, '..')).filter((name) => !name.startsWith('.'))).toHaveLength(1);

    const names = readdirSync(installed.folder, { recursive: true, encoding: 'utf8' });
    const blocks = names.map((name) => lstatSync(join(installed.folder, name)).blocks);
    expect(blocks.reduce((sum, count) => sum + count * 512, 0)).toBeLessThan(MOST_BYTES);
    expect(names.filter((name) => name.startsWith('node_modules'))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/licences.txt']));
  });

  test('has a manifest that says all of it and nothing of how it is made', () => {
    const said = Object.keys(manifest(installed.folder));
    const wanted = [
      'name',
      'version',
      'description',
      'keywords',
      'homepage',
      'bugs',
      'license',
      'author',
      'repository',
    ];
    expect(said).toEqual(expect.arrayContaining([...wanted, 'bin', 'files', 'engines']));
    for (const name of Object.keys(manifest(PROJECT)).filter((field) =>
      /depend|overrides|scripts|knip|private/i.test(field),
    ))
      expect(said).not.toContain(name);
  });

  test('has the bundled agents, and not what they were made from', () => {
    const files = readdirSync(join(installed.folder, 'agents'));
    expect(files).toEqual(readdirSync(join(PROJECT, 'agents')).filter((file) => file.endsWith('.md')));
  });

  test('leads out of its pages by addresses alone', () => {
    for (const page of ['README.md', 'CHANGELOG.md']) {
      const text = readFileSync(join(installed.folder, page), 'utf8');
      const targets = [...text.matchAll(/\]\(([^)\s]+)|\b(?:src|srcset|href)="([^"]+)"/g)].map(([, a, b]) => a ?? b);
      expect(targets.filter((target = '') => !/^(?:https:|#)/.test(target))).toEqual([]);
    }
  });

  test.each(COMMANDS)('answers as %s, and names itself so', (name) => {
    const { version } = manifest(PROJECT);
    expect(installed.run(name, '--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(installed.run(name, '--help').stdout).toMatch(new RegExp(`^Usage: ${name} `, 'm'));
    expect(installed.run(name, 'lst').stderr).toMatch(new RegExp(`[;?] [Ss]ee ${name} help\\n$`));
    expect(installed.run(name, 'show', '--jsno').stderr).toMatch(new RegExp(`[;?] [Ss]ee ${name} help show\\n$`));
    expect(installed.run(name, 'tui').stderr).toMatch(new RegExp(` use ${name} list, .*; see ${name} help tui\\n$`));
  });

  test('does the main work', () => {
    const listed = JSON.parse(installed.run('agents', 'list', '--json').stdout);
    const bundled = readdirSync(join(PROJECT, 'agents'))
      .filter((file) => file.endsWith('.md'))
      .map((file) => file.replace(/\.md$/, ''));
    expect(listed.map(({ name }: { readonly name: string }) => name).sort()).toEqual(bundled.sort());

    const compared = installed.run('agents', 'compare', 'backend-architect', 'api-platform-engineer', '--json');
    expect(compared).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(compared.stdout).topics.length).toBeGreaterThan(3);

    const fields = ['--name', 'my-backend', '--description', 'Use it for back ends'];
    const picks = ['backend-architect#*', 'api-platform-engineer#*', '--merge'];
    const composed = installed.run('agents', 'compose', ...picks, ...fields, '-o', 'my-backend.md');
    expect({ status: composed.status, err: composed.stderr }).toMatchObject({ status: 0 });
    expect(installed.run('agents', 'lint', 'my-backend.md')).toMatchObject({ status: 0 });
    expect(installed.run('agents', 'show', 'my-backend.md').stdout).toContain('Use it for back ends');
  });

  test('can be imported, with types', () => {
    const work = "import { readAgent } from 'agents-workbench'; console.log(readAgent('', 'a/scout.md').name);";
    const cwd = temporaryFolder({ 'work.mjs': work });
    mkdirSync(join(cwd, 'node_modules'));
    symlinkSync(installed.folder, join(cwd, 'node_modules/agents-workbench'));
    expect(execFileSync(process.execPath, ['work.mjs'], { cwd, encoding: 'utf8' })).toBe('scout\n');
    const { exports } = manifest(installed.folder) as { readonly exports: { readonly '.': Record<string, string> } };
    for (const path of Object.values(exports['.'])) expect(existsSync(join(installed.folder, path)), path).toBe(true);
  });

  test('shows the app, and there too names itself as it was called', async () => {
    const session = openSession({ columns: 100, program: () => [installed.command('agents'), 'tui'] });
    await session.sees(/[1-9]\d* of [1-9]\d* · by name · 1 source/);
    session.press('Enter', 'q');
    expect(await session.exit()).toEqual({ code: 0, signal: 0 });

    const empty = temporaryFolder();
    const lost = openSession({ program: () => [installed.command('agents-workbench'), '--source', empty] });
    await lost.sees('Look elsewhere with: agents-workbench tui --source FOLDER');
  });
});

test('what lies in the repository npm neither packs nor publishes, and says what does', async () => {
  const npm = (...args: readonly string[]) => promisify(execFile)('npm', args, { cwd: PROJECT });
  const [packed, published] = await Promise.allSettled([npm('pack', '--dry-run'), npm('publish', '--dry-run')]);
  for (const tried of [packed, published]) {
    expect(tried.status).toBe('rejected');
    expect(Object(tried).reason.stderr).toContain('Not from here: npm run pack makes the package\n');
  }
});
