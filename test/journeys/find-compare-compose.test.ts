import { expect, test } from 'vitest';
import { pickWords } from '../support/a-draft.ts';
import { aModel, libraryFrom, PROJECT, THREE_AGENTS } from '../support/a-model.ts';
import { fakePorts } from '../support/fake-ports.ts';
import { journey } from '../support/journey.ts';
import { memoryFiles } from '../support/memory-files.ts';

const onDisk = Object.fromEntries(
  Object.entries(THREE_AGENTS).map(([name, text]) => [`${PROJECT.folder}/${name}.md`, text]),
);

test('find two, compare them, take the best of each, arrange, save', async () => {
  const files = memoryFiles(onDisk);
  const start = aModel({ library: libraryFrom({}), browse: { focus: 'search' } });
  const keys = [
    'escape : "read all" enter /',
    '"smith" tab escape "keeper" tab enter d',
    'n n n right space left n space',
    'c shift+tab g J',
    'w "api-keeper" tab ctrl+u "Use it for stores with an interface" ctrl+s ctrl+s',
  ];

  const end = await journey(start, keys.join(' '), fakePorts({ files }));

  expect(end.notice?.text).toBe('Saved .claude/agents/api-keeper.md');
  expect(files.contents.get('/p/.claude/agents/api-keeper.md')?.split('\n')).toEqual([
    '---',
    'name: api-keeper',
    'description: Use it for stores with an interface',
    'tools: Read, Grep, Edit',
    'model: opus',
    'color: blue',
    '---',
    '',
    '## Contracts',
    '',
    'Write the contract first.',
    '',
    '## Security',
    '',
    'Encrypt what rests.',
    '',
  ]);
});

test('a source that cannot be read is a problem one can look at', async () => {
  const end = await journey(aModel(), ': "read all" enter', fakePorts());
  expect(end.library).toMatchObject({
    definitions: [],
    loading: false,
    problems: [{ path: PROJECT.folder, reason: 'no such file or folder' }],
  });
});

test('what is taken while reading is there when composing', async () => {
  const end = await journey(aModel(), 'down enter n n space c', fakePorts());
  expect(end.draft.present.picks.map(pickWords)).toEqual(['data-keeper Security']);
});
