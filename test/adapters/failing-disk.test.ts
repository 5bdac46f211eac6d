import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftsFolder } from '../../src/adapters/kept/drafts-folder.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { writeGuarded } from '../../src/adapters/write-file.ts';
import { type Draft, EMPTY_DRAFT } from '../../src/core/draft/draft.ts';
import { failingDisk } from '../support/failing-disk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CODES = ['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EDQUOT', 'EMFILE', 'ENOENT', 'EPERM'];
/** One of those that are all treated alike, and those that mean something to a write: nothing is there, no links. */
const TREATED_DIFFERENTLY = ['EIO', 'ENOENT', 'EPERM'];
const OLD = 'the old text\n'.repeat(2000);
const NEW = 'the new text\n'.repeat(3000);

/** More calls than any write makes: a walk that gets there never ended. */
const TOO_MANY = 100;

interface Written {
  readonly outcome: Awaited<ReturnType<typeof writeGuarded>>;
  readonly text: string | null;
  /** Names of what else lies in the folder. */
  readonly others: readonly string[];
  readonly failed: string | undefined;
}

/** The write with its first call failing, with its second, and so on, until none fails any more. */
async function* walk(replaces: boolean, code: string, forGood: boolean): AsyncGenerator<Written> {
  for (let call = 1; call < TOO_MANY; call += 1) {
    const folder = temporaryFolder(replaces ? { 'a.md': OLD } : {});
    const path = join(folder, 'a.md');
    const disk = failingDisk({ folder, call, code, forGood });
    const outcome = await writeGuarded(
      path,
      NEW,
      replaces ? { kind: 'version', sha256: sha256(OLD) } : { kind: 'absent' },
    );
    disk.repair();
    const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
    const others = readdirSync(folder).filter((name) => name !== 'a.md');
    yield { outcome, text, others, failed: disk.calls[call - 1] };
    if (disk.calls.length < call) return;
  }
  throw new Error('the write never ended');
}

describe.each(CODES)('a disk that answers %s', (code) => {
  test.each([
    ['creating', false, null],
    ['replacing', true, OLD],
  ] as const)(
    'at any one call while %s leaves the old text or the new, says which, and nothing else',
    async (_name, replaces, old) => {
      let steps = 0;
      for await (const { outcome, text, others, failed } of walk(replaces, code, false)) {
        steps += 1;
        expect({ failed, text: text === NEW || text === old }).toEqual({ failed, text: true });
        if (outcome.kind === 'written') expect(text).toBe(NEW);
        if (outcome.kind === 'failed')
          expect([failed, outcome.reason, text === old || outcome.reason.includes('was written')]).toEqual([
            failed,
            outcome.reason,
            true,
          ]);
        const leftovers = others.filter((name) => name !== '.a.md.bak');
        // A temporary file whose removal fails is the one thing that cannot be cleaned up.
        if (failed !== 'rm') expect([failed, leftovers]).toEqual([failed, []]);
      }
      expect(steps).toBeGreaterThan(12);
    },
  );
});

describe.each(TREATED_DIFFERENTLY)('a disk that answers nothing but %s', (code) => {
  test.each([
    ['creating', false, null],
    ['replacing', true, OLD],
  ] as const)(
    'from any call on while %s leaves the old text or the new, and says which',
    async (_name, replaces, old) => {
      for await (const { outcome, text, failed } of walk(replaces, code, true)) {
        expect({ failed, text: text === NEW || text === old }).toEqual({ failed, text: true });
        if (outcome.kind === 'written') expect(text).toBe(NEW);
        if (outcome.kind === 'failed')
          expect([failed, text === old || outcome.reason.includes('was written')]).toEqual([failed, true]);
      }
    },
  );
});

const draftNamed = (name: string): Draft => ({
  ...EMPTY_DRAFT,
  fields: { ...EMPTY_DRAFT.fields, name, description: 'd'.repeat(5000) },
});

test.each(CODES)('a draft is the one before or the new one whatever call is answered %s', async (code) => {
  for (let call = 1; call < TOO_MANY; call += 1) {
    const folder = temporaryFolder();
    const drafts = draftsFolder(folder);
    expect(await drafts.write('one', draftNamed('before'))).toBeNull();
    const disk = failingDisk({ folder, call, code, forGood: false });
    const problem = await drafts.write('one', draftNamed('after'));
    disk.repair();
    const kept = (await draftsFolder(folder).list()).drafts.map(({ draft }) => draft.fields.name);
    // A draft of which it cannot be told whose it is stays, and the new one goes beside it.
    expect([['before'], ['after'], ['after', 'before'], ['before', 'after']]).toContainEqual(kept);
    if (problem === null) expect(kept).toEqual(['after']);
    const names = readdirSync(join(folder, 'drafts')).filter((name) => !name.endsWith('.json'));
    if (disk.calls[call - 1] !== 'rm') expect(names).toEqual([]);
    if (disk.calls.length < call) return;
  }
  throw new Error('the write never ended');
});
