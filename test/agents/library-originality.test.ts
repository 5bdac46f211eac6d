import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bundledLibrary } from '../support/bundled-library.ts';

/** Other people's agents, where they lie beside the repository. */
const others = ['corpus', 'seeds'].map((name) => fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url)));
const RUN = 12;

/** Every run of so many words in a text, whatever the case, punctuation and markup. */
function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

/** Where each run stands of which one of the texts has one, too. */
function sharedRuns(own: ReadonlyMap<string, string>, texts: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const run of runsOf(text)) {
      const file = own.get(run);
      if (file !== undefined) found.add(`${file}: ${run}`);
    }
  }
  return [...found];
}

const ownRuns = new Map(bundledLibrary().flatMap(({ file, text }) => runsOf(text).map((run) => [run, file] as const)));

describe.runIf(others.every((folder) => existsSync(folder)))('beside the agents of others', () => {
  test(`the library has no run of ${RUN} words in common with any`, () => {
    const texts = others.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:md|mdc|toml|ya?ml|json)$/.test(entry.name))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(texts.length).toBeGreaterThan(1000);
    expect(sharedRuns(ownRuns, texts)).toEqual([]);
  });
});

test('a run that somebody else has would be found, however it is set', () => {
  const [run = '', file] = [...ownRuns][100] ?? [];
  const retold = `**${run.toUpperCase().replaceAll(' ', ', ')}**`;
  expect(sharedRuns(ownRuns, ['Nothing of it.', retold])).toEqual([`${file}: ${run}`]);
});
