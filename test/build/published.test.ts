import { describe, expect, test } from 'vitest';
import { publishedManifest, publishedPage } from '../../.ci/published.mjs';

test('a manifest to publish has what others need, in its order, and nothing else', () => {
  const manifest = {
    name: 'x',
    private: true,
    exports: './x.mjs',
    bin: { x: 'x.js' },
    scripts: { prepare: 'make' },
    dependencies: { a: '1' },
    devDependencies: { b: '1' },
    optionalDependencies: { c: '1' },
    overrides: { a: '2' },
    sideEffects: false,
    knip: {},
    man: 'man/x.1',
  };
  expect(publishedManifest(manifest)).toEqual({
    name: 'x',
    exports: './x.mjs',
    bin: { x: 'x.js' },
    sideEffects: false,
    man: 'man/x.1',
  });
});

describe('in a page to publish', () => {
  const where = {
    repository: 'https://h/o/r',
    tag: 'v1.0.0',
    exists: (path: string) => ['docs/a.md', './docs/a.md', 'docs/b.png', 'docs'].includes(path),
  };
  test.each([
    ['[a](docs/a.md)', '[a](https://h/o/r/blob/v1.0.0/docs/a.md)'],
    ['[a](./docs/a.md#part)', '[a](https://h/o/r/blob/v1.0.0/docs/a.md#part)'],
    ['[a](docs/a.md "title")', '[a](https://h/o/r/blob/v1.0.0/docs/a.md "title")'],
    ['[all](docs)', '[all](https://h/o/r/blob/v1.0.0/docs)'],
    ['![b](docs/b.png)', '![b](https://h/o/r/raw/v1.0.0/docs/b.png)'],
    [
      '[![b](docs/b.png)](docs/a.md)',
      '[![b](https://h/o/r/raw/v1.0.0/docs/b.png)](https://h/o/r/blob/v1.0.0/docs/a.md)',
    ],
    ['<img src="docs/b.png" width="5">', '<img src="https://h/o/r/raw/v1.0.0/docs/b.png" width="5">'],
    ['[a]: docs/a.md\nmore', '[a]: https://h/o/r/blob/v1.0.0/docs/a.md\nmore'],
    ['[a](#part)', '[a](#part)'],
    ['[a](https://x/docs/a.md)', '[a](https://x/docs/a.md)'],
    ['pick#x](docs/none.md)', 'pick#x](docs/none.md)'],
  ])('%j becomes %j', (page, published) => {
    expect(publishedPage(page, where)).toBe(published);
  });
});
