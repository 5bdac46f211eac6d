import { describe, expect, test } from 'vitest';
import type { FileSystem } from '../../src/ports/file-system.ts';
import { aModel } from '../support/a-model.ts';
import { fakePorts } from '../support/fake-ports.ts';
import { journey } from '../support/journey.ts';
import { memoryFiles } from '../support/memory-files.ts';

/** Takes the first section of the first agent into a new one called `mine`. */
const COMPOSE = 'c space w "mine"';
const TARGET = '/p/.claude/agents/mine.md';
const BACKUP = '/p/.claude/agents/.mine.md.bak';

describe('saving a composition', () => {
  test.each([
    ['ctrl+s', {}, 'Saved', 'name: mine'],
    ['shift+tab enter', {}, 'Saved', 'name: mine'],
    ['ctrl+s', { [TARGET]: 'old' }, '', 'old'],
    ['ctrl+s n', { [TARGET]: 'old' }, '', 'old'],
    ['ctrl+s escape', { [TARGET]: 'old' }, '', 'old'],
    ['ctrl+s enter', { [TARGET]: 'old' }, '', 'old'],
    ['ctrl+s y', { [TARGET]: 'old' }, 'Saved', 'name: mine'],
    ['escape', {}, '', undefined],
  ])('%s with %j on disk', async (keys, disk, notice, onDisk) => {
    const files = memoryFiles(disk);

    const end = await journey(aModel(), `${COMPOSE} ${keys}`, fakePorts({ files }));

    expect(end.notice?.text ?? '').toContain(notice);
    if (onDisk === undefined) expect(files.contents.has(TARGET)).toBe(false);
    else expect(files.contents.get(TARGET)).toContain(onDisk);
  });

  test('keeps what was replaced beside it', async () => {
    const files = memoryFiles({ [TARGET]: 'old' });
    const end = await journey(aModel(), `${COMPOSE} ctrl+s y`, fakePorts({ files }));
    expect(files.contents.get(BACKUP)).toBe('old');
    expect(end.notice?.text).toContain(BACKUP.replace('/p/', ''));
  });

  test('asks again if the file changed while one looked at it', async () => {
    const files = memoryFiles({ [TARGET]: 'old' });
    const ports = fakePorts({ files });
    const asked = await journey(aModel(), `${COMPOSE} ctrl+s`, ports);
    const seen = asked.dialog?.kind === 'overwrite' ? asked.dialog.sha256 : '';
    await files.write(TARGET, 'newer', { kind: 'version', sha256: seen });

    const again = await journey(asked, 'y', ports);

    expect(again.dialog).toMatchObject({ kind: 'overwrite', text: 'newer' });
    expect(files.contents.get(TARGET)).toBe('newer');
  });

  test('remembers the folder for the next one', async () => {
    const ports = fakePorts();
    await journey(aModel(), `${COMPOSE} shift+tab ctrl+u "~/mine" ctrl+s`, ports);
    expect(ports.calls).toContain('set saveFolder "~/mine"');
  });

  test('tells of settings that cannot be kept, once the file is saved', async () => {
    const settings = { ...fakePorts().settings, change: async () => 'The settings file is broken' };
    const files = memoryFiles();
    const end = await journey(aModel(), `${COMPOSE} ctrl+s`, fakePorts({ files, settings }));
    expect(end.notice?.text).toBe('The settings file is broken');
    expect(files.contents.has(TARGET)).toBe(true);
  });

  test('that the disk refuses is news, and the draft stays', async () => {
    const files: FileSystem = {
      ...memoryFiles(),
      write: async (path) => ({ kind: 'failed', path, reason: 'permission denied' }),
    };
    const end = await journey(aModel(), `${COMPOSE} ctrl+s`, fakePorts({ files }));
    expect(end).toMatchObject({
      notice: { text: 'Not saved: permission denied', tone: 'bad' },
      save: { saving: false },
      draft: { present: { picks: [{ agent: 'api-smith' }] } },
    });
  });

  test('what was saved can be found at once', async () => {
    const files = memoryFiles();
    const ports = fakePorts({ files });
    const end = await journey(aModel(), `${COMPOSE} shift+tab ctrl+u "/p/agents" ctrl+s / "mine"`, ports);
    expect(end.library.definitions.map(({ name }) => name)).toEqual(['mine']);
    expect(end.library.problems).toEqual([]);
  });
});
