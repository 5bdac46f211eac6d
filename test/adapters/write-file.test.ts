import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { giveRights } from '../../src/adapters/rights.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { writeGuarded } from '../../src/adapters/write-file.ts';
import { gitRepository } from '../support/git-repository.ts';
import { makePipe } from '../support/make-pipe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ABSENT = { kind: 'absent' } as const;
const version = (text: string) => ({ kind: 'version', sha256: sha256(text) }) as const;

describe('creating', () => {
  test('writes the text and makes the folders for it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'new/deep/a.md');
    expect(await writeGuarded(path, 'Ärger\r\n', ABSENT)).toEqual({ kind: 'written', path, backup: null });
    expect(readFileSync(path, 'utf8')).toBe('Ärger\r\n');
    expect(readdirSync(join(folder, 'new/deep'))).toEqual(['a.md']);
  });

  test('flushes each folder in which an entry was made, before anything is put there', async () => {
    const folder = temporaryFolder();
    const trace: string[] = [];
    const { open, link } = promises;
    const within = (path: unknown) => String(path).slice(folder.length + 1) || '.';
    promises.open = async (...args) => {
      const file = await open(...args);
      const sync = file.sync.bind(file);
      file.sync = async () => {
        if ((await file.stat()).isDirectory()) trace.push(`flush ${within(args[0])}`);
        return sync();
      };
      return file;
    };
    promises.link = async (from, to) => {
      trace.push(`put ${within(to)}`);
      return link(from, to);
    };
    syncBuiltinESMExports();
    onTestFinished(() => {
      Object.assign(promises, { open, link });
      syncBuiltinESMExports();
    });
    await writeGuarded(join(folder, 'n1/n2/n3/q.md'), 'new', ABSENT);
    expect(trace).toEqual(['flush n1/n2', 'flush n1', 'flush .', 'put n1/n2/n3/q.md', 'flush n1/n2/n3']);
    trace.length = 0;
    await writeGuarded(join(folder, 'n1/n2/n3/r.md'), 'new', ABSENT);
    expect(trace).toEqual(['put n1/n2/n3/r.md', 'flush n1/n2/n3']);
  });

  test('leaves what is there and hands it back', async () => {
    const path = join(temporaryFolder({ 'a.md': 'mine' }), 'a.md');
    expect(await writeGuarded(path, 'new', ABSENT)).toEqual({
      kind: 'occupied',
      path,
      text: 'mine',
      sha256: sha256('mine'),
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('of several writers at once exactly one creates', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    const texts = Array.from({ length: 8 }, (_, at) => `writer ${at}`);
    const outcomes = await Promise.all(texts.map((text) => writeGuarded(path, text, ABSENT)));
    const winner = outcomes.findIndex(({ kind }) => kind === 'written');
    expect(outcomes.filter(({ kind }) => kind === 'occupied')).toHaveLength(7);
    expect(readFileSync(path, 'utf8')).toBe(texts[winner]);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });
});

describe('replacing', () => {
  test('keeps the mode and a backup, and leaves nothing else', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const path = join(folder, 'a.md');
    chmodSync(path, 0o664);
    expect(await writeGuarded(path, 'new', version('old'))).toEqual({
      kind: 'written',
      path,
      backup: join(folder, '.a.md.bak'),
    });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o664);
    expect(readFileSync(join(folder, '.a.md.bak'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['.a.md.bak', 'a.md']);
  });

  test('refuses any other version than the one the user saw', async () => {
    const folder = temporaryFolder({ 'a.md': 'changed' });
    const path = join(folder, 'a.md');
    expect(await writeGuarded(path, 'new', version('old'))).toMatchObject({ kind: 'occupied', text: 'changed' });
    expect(readFileSync(path, 'utf8')).toBe('changed');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('does not bring back a file that is gone', async () => {
    const folder = temporaryFolder();
    expect(await writeGuarded(join(folder, 'a.md'), 'new', version('old'))).toMatchObject({
      kind: 'failed',
      reason: 'the file is no longer there',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('writes through a link to a regular file and keeps the link', async () => {
    const folder = temporaryFolder({ 'real/a.md': 'old' });
    symlinkSync('real/a.md', join(folder, 'link.md'));
    expect(await writeGuarded(join(folder, 'link.md'), 'new', version('old'))).toMatchObject({ kind: 'written' });
    expect(readlinkSync(join(folder, 'link.md'))).toBe('real/a.md');
    expect(readFileSync(join(folder, 'real/a.md'), 'utf8')).toBe('new');
  });
});

describe('refusing', () => {
  test.each([
    ['a folder', 'folder', 'what is there is in the way: a folder, not a file'],
    ['a link that leads nowhere', 'dangling.md', 'a symbolic link that leads nowhere is there'],
    ['a link to a device', 'device.md', 'what is there is in the way: not a regular file'],
    ['a path through a file', 'file.md/a.md', 'part of the path is a file, not a folder'],
    ['a binary file', 'binary.md', 'what is there is in the way: a binary file, not text'],
    ['a name that is too long', `${'x'.repeat(300)}.md`, 'the name is too long'],
  ])('writes nothing where %s is', async (_name, name, reason) => {
    const folder = temporaryFolder({ 'file.md': 'x', 'binary.md': 'a\0' });
    mkdirSync(join(folder, 'folder'));
    symlinkSync('nowhere.md', join(folder, 'dangling.md'));
    symlinkSync('/dev/null', join(folder, 'device.md'));
    const before = readdirSync(folder);
    expect(await writeGuarded(join(folder, name), 'new', ABSENT)).toMatchObject({ kind: 'failed', reason });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('does not write half a character', async () => {
    const folder = temporaryFolder();
    expect(await writeGuarded(join(folder, 'a.md'), 'a\ud800', ABSENT)).toMatchObject({ kind: 'failed' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('changes nothing when no backup can be made', async () => {
    const taken = Array.from({ length: 19 }, (_, at) => [`.a.md.bak.${at + 2}/keep`, ''] as const);
    const folder = temporaryFolder({ 'a.md': 'old', '.a.md.bak/keep': '', ...Object.fromEntries(taken) });
    const before = readdirSync(folder);
    expect(await writeGuarded(join(folder, 'a.md'), 'new', version('old'))).toMatchObject({ kind: 'failed' });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('backups', () => {
  const names = (folder: string) => readdirSync(folder).filter((name) => name !== 'a.md');
  const replace = async (folder: string, from: string, to: string) => {
    const outcome = await writeGuarded(join(folder, 'a.md'), to, version(from));
    return outcome.kind === 'written' && outcome.backup?.slice(folder.length + 1);
  };

  test('leave alone what has their name already, whatever it is', async () => {
    const folder = temporaryFolder({ 'a.md': 'old', '.a.md.bak': 'mine' });
    mkdirSync(join(folder, '.a.md.bak.2'));
    symlinkSync('nowhere', join(folder, '.a.md.bak.3'));
    makePipe(join(folder, '.a.md.bak.4'));
    expect(await replace(folder, 'old', 'new')).toBe('.a.md.bak.5');
    expect(readFileSync(join(folder, '.a.md.bak'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, '.a.md.bak.5'), 'utf8')).toBe('old');
  });

  test('are twenty at most, of which the oldest goes, but not the first', async () => {
    const taken = Array.from({ length: 19 }, (_, at) => [`.a.md.bak.${at + 2}`, `${at}`] as const);
    const folder = temporaryFolder({ 'a.md': 'old', '.a.md.bak': 'mine', ...Object.fromEntries(taken) });
    // All but one are touched after that.
    for (const [name] of taken) if (name !== '.a.md.bak.7') utimesSync(join(folder, name), 1, 1);
    expect(await replace(folder, 'old', 'new')).toBe('.a.md.bak.7');
    expect(readFileSync(join(folder, '.a.md.bak.7'), 'utf8')).toBe('old');
    expect(names(folder)).toHaveLength(20);
  });

  test('are the file itself under another name, with all it has', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const { ino } = statSync(join(folder, 'a.md'));
    expect(await replace(folder, 'old', 'new')).toBe('.a.md.bak');
    expect(statSync(join(folder, '.a.md.bak'))).toMatchObject({ ino, nlink: 1 });
  });

  test('are copies of a file that is written to by another name too', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    linkSync(join(folder, 'a.md'), join(folder, 'other.md'));
    expect(await replace(folder, 'old', 'new')).toBe('.a.md.bak');
    writeFileSync(join(folder, 'other.md'), 'changed');
    expect(readFileSync(join(folder, '.a.md.bak'), 'utf8')).toBe('old');
  });

  test('are not left where the file was changed at the last moment, and stays', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const { link } = promises;
    promises.link = async (from, to) => {
      await link(from, to);
      if (String(to).endsWith('.bak')) writeFileSync(join(folder, 'a.md'), 'changed');
    };
    syncBuiltinESMExports();
    onTestFinished(() => {
      promises.link = link;
      syncBuiltinESMExports();
    });
    expect(await replace(folder, 'old', 'new')).toBe(false);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('changed');
    expect(names(folder)).toEqual([]);
  });

  test('of what is mended lie apart, at the path of the file, for the user alone', async () => {
    const [folder, backups] = [temporaryFolder({ 'team/a.md': 'old' }), join(temporaryFolder({}), 'kept')];
    const path = join(folder, 'team/a.md');
    chmodSync(path, 0o664);
    const backup = join(backups, path);
    const guard = { ...version('old'), mends: { backups } };
    expect(await writeGuarded(path, 'new', guard)).toEqual({ kind: 'written', path, backup });
    expect([readFileSync(path, 'utf8'), readFileSync(backup, 'utf8')]).toEqual(['new', 'old']);
    expect([path, backup, backups].map((one) => statSync(one).mode & 0o777)).toEqual([0o664, 0o600, 0o700]);
    expect(readdirSync(join(folder, 'team'))).toEqual(['a.md']);
    expect(await writeGuarded(path, 'newer', { ...version('new'), mends: { backups } })).toMatchObject({
      kind: 'failed',
      reason: `no backup could be kept: ${backup} is taken`,
    });
  });

  test('of what is mended are not left where the file was changed at the last moment', async () => {
    const [folder, backups] = [temporaryFolder({ 'a.md': 'old' }), temporaryFolder({})];
    const { link } = promises;
    promises.link = async (from, to) => {
      await link(from, to);
      if (String(to).startsWith(backups)) writeFileSync(join(folder, 'a.md'), 'changed');
    };
    syncBuiltinESMExports();
    onTestFinished(() => {
      promises.link = link;
      syncBuiltinESMExports();
    });
    const guard = { ...version('old'), mends: { backups } };
    expect(await writeGuarded(join(folder, 'a.md'), 'new', guard)).toMatchObject({ kind: 'occupied', text: 'changed' });
    expect(readdirSync(join(backups, folder))).toEqual([]);
  });

  test('are not made twice of one text, and not kept for ever of what was written here', async () => {
    const folder = temporaryFolder({ 'a.md': 'first' });
    expect(await replace(folder, 'first', 'second of backups')).toBe('.a.md.bak');
    expect(await replace(folder, 'second of backups', 'third of backups')).toBe('.a.md.bak.2');
    expect(await replace(folder, 'third of backups', 'first')).toBe('.a.md.bak.2');
    expect(await replace(folder, 'first', 'last of backups')).toBe('.a.md.bak');
    expect(names(folder)).toEqual(['.a.md.bak', '.a.md.bak.2']);
    expect(readFileSync(join(folder, '.a.md.bak'), 'utf8')).toBe('first');
    expect(readFileSync(join(folder, '.a.md.bak.2'), 'utf8')).toBe('third of backups');
  });
});

describe('rights', () => {
  test.each([0o600, 0o400, 0o640, 0o664, 0o666])(
    'of %o are there in the end, and no wider ones before',
    async (mode) => {
      const folder = temporaryFolder({ 'a.md': 'old' });
      chmodSync(join(folder, 'a.md'), mode);
      const seen = new Set<number>();
      const { open } = promises;
      promises.open = async (...args) => {
        const file = await open(...args);
        for (const name of ['writeFile', 'chmod', 'sync', 'close'] as const) {
          const original = file[name].bind(file) as (...given: unknown[]) => Promise<unknown>;
          Object.assign(file, {
            [name]: async (...given: unknown[]) => {
              const note = () => {
                for (const one of readdirSync(folder)) if (one.endsWith('.tmp')) seen.add(modeOf(join(folder, one)));
              };
              note();
              await original(...given);
              note();
            },
          });
        }
        return file;
      };
      syncBuiltinESMExports();
      onTestFinished(() => {
        promises.open = open;
        syncBuiltinESMExports();
      });
      expect(await writeGuarded(join(folder, 'a.md'), 'new', version('old'))).toMatchObject({ kind: 'written' });
      expect([...seen].sort((a, b) => a - b)).toEqual([...new Set([0o600, mode])].sort((a, b) => a - b));
      for (const name of ['a.md', '.a.md.bak']) expect(modeOf(join(folder, name))).toBe(mode);
    },
  );

  test('are those of the owner and the group before', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const path = join(folder, 'a.md');
    // Who is not root may only give files to himself.
    if (process.getuid?.() === 0) chownSync(path, 1234, 2345);
    const before = statSync(path);
    await writeGuarded(path, 'new', version('old'));
    for (const name of ['a.md', '.a.md.bak'])
      expect(statSync(join(folder, name))).toMatchObject({ uid: before.uid, gid: before.gid });
  });

  test('are no wider for another group where the group may not be given', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const file = await promises.open(join(folder, 'a.md'), 'r+');
    onTestFinished(() => file.close());
    file.chown = () => Promise.reject(Object.assign(new Error('planted'), { code: 'EPERM' }));
    const owner = { user: 77, group: 88 };
    for (const [mode, bounded] of [
      [0o6770, 0o700],
      [0o664, 0o644],
      [0o646, 0o646],
    ] as const) {
      await giveRights(file, join(folder, 'a.md'), { mode, owner });
      expect([mode, modeOf(join(folder, 'a.md'))]).toEqual([mode, bounded]);
    }
  });

  test('hold the access list and the attributes too', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    const path = join(folder, 'a.md');
    chmodSync(path, 0o600);
    // One more user may read and write, the group nothing: user::rw- user:1001:rw- group::--- mask::rw- other::---
    const list = '0200000001000600ffffffff02000600e903000004000000ffffffff10000600ffffffff20000000ffffffff';
    setAttribute(path, 'system.posix_acl_access', list);
    setAttribute(path, 'user.note', '6d696e65');
    expect(modeOf(path)).toBe(0o660);
    await writeGuarded(path, 'new', version('old'));
    for (const one of [path, join(folder, '.a.md.bak')]) {
      expect([modeOf(one), attribute(one, 'user.note'), attribute(one, 'system.posix_acl_access')]).toEqual([
        0o660,
        '6d696e65',
        list,
      ]);
    }
  });
});

describe('pipes and devices', () => {
  test('that were named themselves are written to, not replaced', async () => {
    const pipe = join(temporaryFolder(), 'pipe');
    makePipe(pipe);
    expect(await writeGuarded(pipe, 'text', ABSENT)).toMatchObject({ kind: 'failed', reason: 'nobody reads from it' });
    const reader = spawn('cat', [pipe]);
    const heard = text(reader.stdout);
    const big = 'long '.repeat(100_000);
    const written = { kind: 'written', path: pipe, backup: null, isStream: true };
    await expect.poll(() => writeGuarded(pipe, big, ABSENT)).toEqual(written);
    expect(await heard).toBe(big);
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(await writeGuarded('/dev/null', 'text', ABSENT)).toMatchObject({ kind: 'written' });
  });

  test('are refused where a folder was named, and behind links', async () => {
    const folder = temporaryFolder();
    makePipe(join(folder, 'pipe'));
    symlinkSync('pipe', join(folder, 'link'));
    const refused = { kind: 'failed', reason: 'what is there is in the way: not a regular file' };
    expect(await writeGuarded(join(folder, 'pipe'), 'text', ABSENT, folder)).toMatchObject(refused);
    expect(await writeGuarded(join(folder, 'link'), 'text', ABSENT)).toMatchObject(refused);
  });
});

const modeOf = (path: string) => statSync(path).mode & 0o7777;

/** The calls that set and read attributes, which Node has not, by their numbers on this machine. */
const [SET, GET] = process.arch === 'arm64' ? [5, 8] : [188, 191];

function setAttribute(path: string, name: string, hex: string): void {
  const script = `my $v = pack "H*", $ARGV[2]; syscall(${SET}, $ARGV[0], $ARGV[1], $v, length $v, 0) == 0 or die $!`;
  execFileSync('perl', ['-e', script, path, name, hex]);
}

function attribute(path: string, name: string): string {
  const script = `my $v = "\\0" x 256; my $n = syscall(${GET}, $ARGV[0], $ARGV[1], $v, 256); print $n < 0 ? "none" : unpack "H*", substr $v, 0, $n`;
  return execFileSync('perl', ['-e', script, path, name], { encoding: 'utf8' });
}

describe('in a repository', () => {
  const replace = (folder: string, backups: string | null) =>
    writeGuarded(join(folder, 'a.md'), 'new', { ...version('old'), backups });

  test.each(['old', 'as it was added'])('the version before goes elsewhere, where git has “%s”', async (added) => {
    const [folder, backups] = [gitRepository({ 'a.md': added }, { 'a.md': 'old' }), temporaryFolder()];

    expect(await replace(folder, backups)).toMatchObject({ kind: 'written', backup: join(backups, folder, 'a.md') });
    expect(readdirSync(folder).sort()).toEqual(['.git', 'a.md']);
    expect(readFileSync(join(backups, folder, 'a.md'), 'utf8')).toBe('old');
  });

  test('without a place for it, git is to have it', async () => {
    expect(await replace(gitRepository({ 'a.md': 'old' }), null)).toMatchObject({ kind: 'written', backup: null });
    const folder = gitRepository({ 'a.md': 'other' }, { 'a.md': 'old' });
    expect(await replace(folder, null)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('no backup could be kept'),
    });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old');
  });

  test('outside of one it stays beside the file', async () => {
    const folder = temporaryFolder({ 'a.md': 'old' });
    expect(await replace(folder, null)).toMatchObject({ kind: 'written', backup: join(folder, '.a.md.bak') });
  });
});
