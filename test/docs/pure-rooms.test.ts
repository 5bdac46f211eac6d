import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What the model, the views and all below them are made by. Adapters, ports and commands deal with the outside. */
const ROOMS = ['kit', 'text', 'core', 'usecases', 'app', 'ui'];
const FILES = ROOMS.flatMap((room) =>
  readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join(room, name);
      return { path, text: readFileSync(join('src', path), 'utf8') };
    }),
);

/** Of files that match, the paths, but for those that may. */
const pathsOf = (pattern: RegExp, allowed: readonly string[]): readonly string[] =>
  FILES.filter(({ path, text }) => pattern.test(text) && !allowed.includes(path)).map(({ path }) => path);

test('what time it is comes in actions; only pauses, second clicks and slices of work are measured on the spot', () => {
  expect(
    pathsOf(/\bDate\b\s*[.(]|performance\.now|Math\.random/, [
      'ui/handle-input.ts',
      'ui/own-terminal.ts',
      'usecases/in-slices.ts',
    ]),
  ).toEqual([]);
});

test('whatever a module keeps between two calls can be forgotten', () => {
  const kept = /^(?:export )?(?:let |const \w+(?:: [^=]+)? = new (?:Weak)?(?:Map|Set)(?:<[^\n]*>)?\(\))/m;
  const registered = FILES.filter(({ text }) => text.includes('onForget(')).map(({ path }) => path);
  const scratch = [
    // Room that is used again, and holds nothing between two calls.
    'core/search/scoring/match-abbreviation.ts',
    'core/search/scoring/score-definitions.ts',
    'core/search/scoring/word-nearness.ts',
    // A segmenter, made when first needed, which says the same whoever makes it.
    'app/model/text-field.ts',
  ];
  expect(pathsOf(kept, [...registered, ...scratch])).toEqual([]);
});
