import { describe, expect, test } from 'vitest';
import { aModel, THREE_AGENTS } from '../support/a-model.ts';
import { fakePorts } from '../support/fake-ports.ts';
import { journey } from '../support/journey.ts';
import { memoryFiles } from '../support/memory-files.ts';

describe('the editor', () => {
  test('opens the file under the cursor; then everything is read again', async () => {
    const ports = fakePorts({ files: memoryFiles({ '/p/agents/api-smith.md': THREE_AGENTS['api-smith'] ?? '' }) });
    const end = await journey(aModel(), 'e', ports);
    expect(ports.calls).toEqual(['open /p/agents/api-smith.md']);
    expect(end.library.definitions.map(({ name }) => name)).toEqual(['api-smith']);
  });

  test('that is not there is news', async () => {
    const editor = { ...fakePorts().editor, open: async () => 'Set $EDITOR to the editor you like' };
    const end = await journey(aModel(), 'e', fakePorts({ editor }));
    expect(end.notice).toEqual({ text: 'Set $EDITOR to the editor you like', tone: 'bad' });
  });

  test('edits a pick, which can be undone', async () => {
    const editor = { ...fakePorts().editor, edit: async () => ({ kind: 'edited', text: 'Mine.\n' }) as const };
    const edited = await journey(aModel(), 'c space e', fakePorts({ editor }));
    expect(edited.draft.present.picks.map(({ edited: own }) => own)).toEqual(['Mine.\n']);
    const undone = await journey(edited, 'u', fakePorts());
    expect(undone.draft.present.picks.map(({ edited: own }) => own)).toEqual([null]);
  });

  test('that failed leaves the pick as it was', async () => {
    const editor = {
      ...fakePorts().editor,
      edit: async () => ({ kind: 'failed', reason: 'vi ended with 1' }) as const,
    };
    const end = await journey(aModel(), 'c space e', fakePorts({ editor }));
    expect(end.notice).toEqual({ text: 'vi ended with 1', tone: 'bad' });
    expect(end.draft.past).toHaveLength(1);
  });
});

test('y copies the prompt without its frontmatter', async () => {
  const ports = fakePorts();
  const end = await journey(aModel(), 'down down y', ports);
  expect(ports.calls).toEqual(['copy **Alerts:**\n- Wake nobody for a warning\n']);
  expect(end.notice?.text).toContain('night-watch');
});

test.each([
  ['q', 'quit'],
  ['ctrl+c', 'quit'],
  ['/ ctrl+c', 'quit'],
  ['c f ctrl+c', 'quit'],
  ['? ctrl+c', 'quit'],
  ['ctrl+z', 'suspend'],
  ['ctrl+l', 'redraw'],
])('%s leads to %s', async (keys, call) => {
  const ports = fakePorts();
  await journey(aModel(), keys, ports);
  expect(ports.calls).toEqual([call]);
});

test('the draft is kept with every change', async () => {
  const ports = fakePorts();
  await journey(aModel(), 'c space down space u', ports);
  expect(ports.calls).toEqual(['keep 1 picks', 'keep 2 picks', 'keep 1 picks']);
});

test('a draft that cannot be kept is news', async () => {
  const drafts = { ...fakePorts().drafts, write: async () => 'The draft cannot be kept: the disk is full' };
  const end = await journey(aModel(), 'c space', fakePorts({ drafts }));
  expect(end.notice?.text).toBe('The draft cannot be kept: the disk is full');
});

test('q in the search line is a letter', async () => {
  const ports = fakePorts();
  const end = await journey(aModel(), '/ q', ports);
  expect([ports.calls, end.browse.query.text]).toEqual([[], 'q']);
});
