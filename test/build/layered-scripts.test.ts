import { expect, test } from 'vitest';
import { layeredScripts } from '../../.ci/layered-scripts.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LAYERS = [
  { name: 'first', entry: 'src/first.ts', rooms: [] },
  { name: 'second', rooms: ['src/late/'] },
  { name: 'third', rooms: ['src/later/', '!src/later/asked.ts'] },
];

/** Runs what the scripts of a program are bundled to: what the first exports, and which scripts were loaded so far. */
async function built(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder(files);
  const scripts = await layeredScripts(LAYERS, {
    absWorkingDir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'silent',
    plugins: [],
  });
  const loaded = new Map<string, { exports: Record<string, (...given: unknown[]) => unknown> }>();
  const load = (path: string) => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const text = scripts.find(({ name }) => path === `./${name}.js`)?.text;
    new Function('exports', 'require', 'module', text ?? 'throw new Error("no such script")')(
      module.exports,
      load,
      module,
    );
    return module.exports as Record<string, (...given: unknown[]) => unknown>;
  };
  return { program: load('./first.js'), loaded: () => [...loaded.keys()], scripts };
}

const COUNTED = "export const loads = (globalThis.loads ??= new Map()); export const count = () => 'once';";

test('a script is loaded with the first call of a function of its rooms, and of no other', async () => {
  const { program, loaded } = await built({
    'src/first.ts': `
      import { halved } from './late/halved.ts';
      import { asked } from './later/asked.ts';
      export const half = (n: number) => halved(n);
      export const ask = () => asked();`,
    'src/late/halved.ts': 'export const halved = (n: number) => n / 2;',
    'src/later/asked.ts': "import { answer } from './answer.ts'; export const asked = () => answer();",
    'src/later/answer.ts': "export function answer() { return 'yes'; }",
  });
  expect(loaded()).toEqual(['./first.js']);

  expect(program.half?.(8)).toBe(4);
  expect(loaded()).toEqual(['./first.js', './second.js']);

  expect(program.ask?.()).toBe('yes');
  expect(loaded()).toEqual(['./first.js', './second.js', './third.js']);
});

test('a module stands in one script, whoever needs it', async () => {
  const { program, scripts } = await built({
    'src/first.ts': `
      import { state } from './state.ts';
      import common from 'common';
      import { late } from './late/late.ts';
      import { later } from './later/later.ts';
      export const all = () => { late(); later(); state.push('first'); return [...state, common.name]; };`,
    'src/state.ts': `${COUNTED} export const state: string[] = [];`,
    'src/late/late.ts':
      "import { state } from '../state.ts'; import { shared } from './shared.ts'; export const late = () => { state.push(shared('late')); };",
    'src/late/shared.ts':
      'const texts: string[] = []; export const shared = (text: string) => { texts.push(text); return texts.join(); };',
    'src/later/later.ts': `
      import { state } from '../state.ts';
      import { shared } from '../late/shared.ts';
      import common from 'common';
      export const later = () => { common.name += '!'; state.push(shared('later')); };`,
    'node_modules/common/package.json': '{ "main": "index.js" }',
    'node_modules/common/index.js': "module.exports = { name: 'common' };",
  });

  expect(program.all?.()).toEqual(['late', 'late,later', 'first', 'common!']);
  for (const part of ["'common'", '"common"', 'texts.push']) {
    const holders = scripts.filter(
      ({ text }) => text.includes(`name: ${part}`) || (part === 'texts.push' && text.includes(part)),
    );
    expect(holders.length, part).toBeLessThanOrEqual(1);
  }
});

test('what is no function stands with those that need it, and with it its module', async () => {
  const { program, loaded } = await built({
    'src/first.ts': `
      import { MOST, isMuch } from './late/most.ts';
      export const all = () => [MOST, isMuch(3)];`,
    'src/late/most.ts':
      "import { far } from './far.ts'; export const MOST = 2; export const isMuch = (n: number) => n > MOST; export const go = () => far();",
    'src/late/far.ts': 'export const far = () => 0;',
  });

  expect(program.all?.()).toEqual([2, true]);
  expect(loaded()).toEqual(['./first.js']);
});

test.each([
  ['a class', 'export class Late {}', 'new Late() instanceof Late'],
  ['what a function makes', 'const make = () => () => 1; export const Late = make();', 'Late() === 1'],
])('%s is no function to be called late', async (_, late, isRight) => {
  const { program, loaded } = await built({
    'src/first.ts': `import { Late } from './late/late.ts'; export const all = () => ${isRight};`,
    'src/late/late.ts': late,
  });

  expect(program.all?.()).toBe(true);
  expect(loaded()).toEqual(['./first.js']);
});

test('calls give back what the function does, and what it throws', async () => {
  const { program } = await built({
    'src/first.ts': `
      import { steps } from './late/steps.ts';
      export const all = (...given: number[]) => [...steps(...given)];`,
    'src/late/steps.ts': `
      export function* steps(...given: number[]) { if (given.length === 0) throw new Error('nothing given'); yield* given; }`,
  });

  expect(program.all?.(1, 2)).toEqual([1, 2]);
  expect(() => program.all?.()).toThrow('nothing given');
});
