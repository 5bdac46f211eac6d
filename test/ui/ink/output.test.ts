import fc from 'fast-check';
import { expect, test } from 'vitest';
import InkOutput from '../../../node_modules/ink/build/output.js';
import Output from '../../../src/ui/ink/output.ts';
import { emulatedScreen } from '../../support/emulated-screen.ts';

const WIDTH = 16;
const HEIGHT = 6;

interface Write {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const part = fc.constantFrom(
  'a',
  'bc',
  ' ',
  '日本',
  '\u001B[1mbold\u001B[0m',
  '\u001B[31mred\u001B[39m',
  '\u001B[7m \u001B[27m',
  'é',
);
const line = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
const write = fc.record({
  x: fc.integer({ min: 0, max: WIDTH }),
  y: fc.integer({ min: 0, max: HEIGHT }),
  text: fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
});
const side = (most: number) => fc.integer({ min: 0, max: most });
const clip = fc.option(
  fc.tuple(side(WIDTH), side(WIDTH), side(HEIGHT), side(HEIGHT)).map(([a, b, c, d]) => ({
    x1: Math.min(a, b),
    x2: Math.max(a, b),
    y1: Math.min(c, d),
    y2: Math.max(c, d),
  })),
);

/** What a terminal shows of it: text and styles of each cell. */
async function shown(output: string): Promise<readonly string[]> {
  const screen = emulatedScreen(WIDTH * 4, HEIGHT);
  await new Promise<void>((resolve) => screen.write(output.replaceAll('\n', '\r\n'), resolve));
  const cells = screen.styledLines();
  screen.dispose();
  return cells;
}

/** What Ink asks of its output. */
type Kind = new (size: { width: number; height: number }) => Pick<Output, 'clip' | 'get' | 'unclip' | 'write'>;

function drawn(Kind: Kind, writes: readonly Write[], area: Parameters<Output['clip']>[0] | null): string {
  const output = new Kind({ width: WIDTH, height: HEIGHT });
  if (area) output.clip(area);
  for (const { x, y, text } of writes) output.write(x, y, text, { transformers: [] });
  if (area) output.unclip();
  return output.get().output;
}

/** Ink keeps half of a wide character that is covered or cut, and shifts what stands behind it. */
const narrow = write.map(({ text, ...place }) => ({ ...place, text: text.replaceAll('日本', 'ni') }));

test('shows what the output of Ink shows, for texts side by side, over each other and cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(narrow, { maxLength: 5 }), clip, async (writes, area) => {
      const ours = await shown(drawn(Output, writes, area));
      expect(ours).toEqual(await shown(drawn(InkOutput, writes, area)));
    }),
    { numRuns: 150 },
  );
});

test('law: what is written last stands in its own columns, whatever wide characters it covers', () => {
  const edge = '│ab│';
  fc.assert(
    fc.property(fc.array(write, { maxLength: 5 }), fc.integer({ min: 0, max: WIDTH - 4 }), (writes, x) => {
      const [row = ''] = drawn(Output, [...writes, { x, y: 0, text: edge }], null).split('\n');
      const columns = [...row.replace(/\u001B\[[\d;]*m/g, '')].flatMap((one) =>
        /[日本]/.test(one) ? [one, ''] : [one],
      );
      expect(columns.slice(x, x + edge.length).join('')).toBe(edge);
    }),
  );
});

test('applies what transforms a text, line by line', () => {
  const output = new Output({ width: 8, height: 2 });
  output.write(1, 0, 'a\nb', { transformers: [(text, index) => `${index}${text}!`] });
  expect(output.get()).toEqual({ output: ' 0a!\n 1b!', height: 2 });
});
