import { describe, expect, test } from 'vitest';
import { findFence } from '../../../src/core/reading/fence.ts';

const inner = (text: string): string | null => {
  const fence = findFence(text);
  return fence === null ? null : text.slice(fence.from, fence.to);
};

const body = (text: string): string | null => {
  const fence = findFence(text);
  return fence === null ? null : text.slice(fence.end);
};

describe('findFence', () => {
  test.each([
    ['a plain block', '---\na: b\n---\nbody', 'a: b\n', 'body'],
    ['an empty block', '---\n---\nbody', '', 'body'],
    ['Windows line ends', '---\r\na: b\r\n---\r\nbody', 'a: b\r\n', 'body'],
    ['old Mac line ends', '---\ra: b\r---\rbody', 'a: b\r', 'body'],
    ['a byte order mark', '\uFEFF---\na: b\n---\nbody', 'a: b\n', 'body'],
    ['blanks after the dashes', '---  \na: b\n---\t\nbody', 'a: b\n', 'body'],
    ['no line end after the close', '---\na: b\n---', 'a: b\n', ''],
    ['an indented file', '\n    ---\n    a: b\n    ---\n    body', '    a: b\n', '    body'],
    ['a long close', '---\na: b\n-----\nbody', 'a: b\n', 'body'],
    ['a title above', '# Title\n\n---\nname: b\n---\nbody', 'name: b\n', 'body'],
    ['a code fence around the file', '```markdown\n---\nname: b\n---\nbody', 'name: b\n', 'body'],
    ['a YAML language word', '---yaml\na: b\n---\nbody', 'a: b\n', 'body'],
    ['dashes that do not stand alone', '---\na: b\n---x\n --- \n---\nbody', 'a: b\n---x\n --- \n', 'body'],
    ['no opening', 'name: b\ntools:\n  - c\n- d\n\n# e\n---\nbody', 'name: b\ntools:\n  - c\n- d\n\n# e\n', 'body'],
    ['no close', '---\na: b\nbody', 'a: b\nbody', ''],
  ])('finds %s', (_name, text, expectedInner, expectedBody) => {
    expect({ inner: inner(text), body: body(text) }).toEqual({ inner: expectedInner, body: expectedBody });
  });

  test.each([
    ['an empty text', ''],
    ['a heading', '# Title\ntext'],
    ['four dashes', '----\na: b\n----\n'],
    ['a rule that nothing closes', '---\n\nSome text.\n'],
    ['a rule below text', 'Some text.\n\n---\n\nmore: text\n---\n'],
    ['an example in a code fence', 'Write this:\n```\n---\nname: x\n---\n```\n'],
    ['one field above a rule', 'name: x\n---\nbody'],
    ['fields of another kind above a rule', 'title: x\nlayout: y\n---\nbody'],
    ['fields and text above a rule', 'name: x\ndescription: y\nText.\n---\nbody'],
    ['fields that nothing closes', 'name: x\ndescription: y\n'],
    ['a rule far below', `${'\n'.repeat(20)}---\nname: x\n---\n`],
    ['a field-like line under an unclosed rule below a title', '# Title\n---\nname: x\n'],
  ])('finds nothing in %s', (_name, text) => {
    expect(findFence(text)).toBeNull();
  });

  test.each([
    ['---js\nx\n---\n', 'js'],
    ['---JavaScript\nx\n---\n', 'JavaScript'],
    ['--- toml\nx\n---\n', 'toml'],
    ['---constructor\nx\n---\n', 'constructor'],
    ['---yml\nx: y\n---\n', ''],
  ])('tells the language of %j', (text, language) => {
    expect(findFence(text)?.language).toBe(language);
  });

  test('says how the block is closed and on which line it opens', () => {
    expect(findFence('---\na: b\n---\n')).toMatchObject({ closing: 'exact', openLine: 1, preceded: false });
    expect(findFence('\n---\na: b\n----\n')).toMatchObject({ closing: 'long', openLine: 2, preceded: true });
    expect(findFence('---\na: b\n')).toMatchObject({ closing: 'none', indent: '' });
  });
});
