// Makes a release out of a clean tree: `npm run release -- VERSION` tests, sets the version, dates the changelog, packs,
// commits and tags. Nothing leaves this machine: the last lines are the two commands that do it.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { releasedChangelog } from './changelog.mjs';

const CHANGED = ['package.json', 'package-lock.json', 'CHANGELOG.md'];

/** Why there is no release, in a line. */
class Refusal extends Error {}

/** Run a program; what it says on standard error is shown. */
function run(stdout, program, args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', stdout, 'inherit'] });
  } catch {
    throw new Refusal(`${[program, ...args].join(' ')} failed`);
  }
}

/** What a program prints. */
const output = (program, ...args) => run('pipe', program, args).trim();

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** What has to hold before anything is done. */
function checked(version = '') {
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version))
    throw new Refusal('Say which version: npm run release -- MAJOR.MINOR.PATCH');
  if (output('git', 'status', '--porcelain') !== '') throw new Refusal('There are changes that are not committed');
  if (version.localeCompare(manifest.version, 'en', { numeric: true }) < 0)
    throw new Refusal(`${version} comes before ${manifest.version}`);
  if (output('git', 'tag', '--list', `v${version}`) !== '') throw new Refusal(`${version} is released already`);
  const today = new Date().toISOString().slice(0, 10);
  const changelog = releasedChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, today);
  if (changelog === null) throw new Refusal('CHANGELOG.md says nothing under Unreleased');
  return { version, changelog };
}

/** The tarball of a version, which is committed and tagged. */
function released({ version, changelog }) {
  output('npm', 'version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts');
  writeFileSync('CHANGELOG.md', changelog);
  const tarball = output('npm', 'run', 'pack').split('\n').at(-1);
  output('git', 'commit', '--quiet', '--message', `Release ${version}`, '--', ...CHANGED);
  return tarball;
}

function release(given) {
  const wanted = checked(given);
  // Standard output is for the two commands.
  run(process.stderr, 'npm', ['test']);
  if (output('git', 'status', '--porcelain') !== '') throw new Refusal('The tests left changes');
  let tarball;
  try {
    tarball = released(wanted);
  } catch (error) {
    output('git', 'restore', '--staged', '--worktree', '--', ...CHANGED);
    throw error;
  }
  const tag = `v${wanted.version}`;
  output('git', 'tag', '--annotate', tag, '--message', `${manifest.name} ${wanted.version}`);
  const branch = output('git', 'rev-parse', '--abbrev-ref', 'HEAD');
  process.stdout.write(`git push --atomic origin ${branch} ${tag}\nnpm publish ${tarball}\n`);
}

try {
  release(process.argv[2]);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
