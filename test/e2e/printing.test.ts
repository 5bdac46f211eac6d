import { expect, test } from 'vitest';
import { builtProgram } from '../support/built-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a pipe gets plain text, and colours and links where they are asked for', () => {
  const folder = temporaryFolder({ 'a.md': '---\nname: keeper\ndescription: Use at the gate\n---\nBe it.\n' });
  const list = ['list', '--source', '.'];
  const plain = builtProgram(folder)(list);
  expect(plain).toMatchObject({ code: 0, err: '' });
  expect(plain.out).toMatch(/^keeper +added +- +- +a\.md\n$/);
  const forced = builtProgram(folder, { FORCE_COLOR: '1' });
  expect(forced(list).out).toContain('\u001b[1mkeeper\u001b[0m');
  expect(forced([...list, '--color', 'never']).out).toBe(plain.out);
  expect(builtProgram(folder, { FORCE_COLOR: '1', NO_COLOR: '1' })(list).out).toBe(plain.out);
  const linked = builtProgram(folder)(['--hyperlink=always', ...list]).out;
  expect(linked).toMatch(/\u001b\]8;;file:\/\/[^/]*\/\S*\/a\.md\u001b\\a\.md\u001b\]8;;\u001b\\\n$/);
});
