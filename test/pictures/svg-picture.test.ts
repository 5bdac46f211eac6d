import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emulatedScreen, type ScreenCells } from '../support/emulated-screen.ts';
import { channels, PALETTES } from './palettes.ts';
import { svgPicture, svgRecording } from './svg-picture.ts';

const ESC = '\u001B';
const { dark } = PALETTES;

/** What a terminal shows once it was sent a text; without a cursor, unless asked for. */
function screenOf(sent: string, columns = 20, rows = 2, cursor = false): Promise<ScreenCells> {
  const screen = emulatedScreen(columns, rows);
  return new Promise((resolve) =>
    screen.write(`${cursor ? '' : `${ESC}[?25l`}${sent}`, () => {
      resolve(screen.cells());
      screen.dispose();
    }),
  );
}

/** What is drawn for a text, style sheet and ground left out. */
async function drawn(sent: string, columns = 20, rows = 2, cursor = false): Promise<string> {
  const svg = svgPicture(await screenOf(sent, columns, rows, cursor), { title: 'a screen', theme: 'dark' });
  return svg.slice(svg.indexOf('rx="8"')).replace(/^.*\n/, '');
}

/** The declarations of the classes of a text. */
async function styleOf(sent: string): Promise<string> {
  const svg = svgPicture(await screenOf(sent), { title: 'a screen', theme: 'dark' });
  const [, name = ''] = /<text class="(\S+)"/.exec(svg) ?? [];
  return new RegExp(`\\.${name}\\{(.*)\\}`).exec(svg)?.[1] ?? '';
}

describe('texts', () => {
  test('of one style are one element, as wide as their cells in any font', async () => {
    expect(await drawn('  ab')).toBe('<text class="s0" x="18" y="15" textLength="18">ab</text>\n</svg>\n');
    expect((await drawn(`ab${ESC}[1mcd`)).match(/>\w+</g)).toEqual(['>ab<', '>cd<']);
  });

  test('of another letter than ASCII has stand alone, in the middle of their cells', async () => {
    expect((await drawn('a❯b日c')).match(/ x="[^"]*"/g)).toEqual([
      ' x="0"',
      ' x="13.5"',
      ' x="18"',
      ' x="36"',
      ' x="45"',
    ]);
  });

  test.each([
    ['1', 'fill:#d7dae0;font-weight:700'],
    ['3', 'fill:#d7dae0;font-style:italic'],
    ['36', `fill:${dark.sixteen[6]}`],
    ['94', `fill:${dark.sixteen[12]}`],
    ['38;5;16', 'fill:#000000'],
    ['38;5;208', 'fill:#ff8700'],
    ['38;5;255', 'fill:#eeeeee'],
    ['38;2;1;2;3', 'fill:#010203'],
    ['7', `fill:${dark.background}`],
    ['2', 'fill:#8a8c92'],
  ])('look as SGR %s has it', async (sgr, style) => {
    expect(await styleOf(`${ESC}[${sgr}mx`)).toBe(style);
  });

  test('hold nothing that is markup, or that XML cannot hold', async () => {
    expect(await drawn('<&>')).toContain('>&lt;&amp;&gt;</text>');
  });

  test('hold every letter of the screen once, in its order, and end inside', async () => {
    const letters = fc.constantFrom(...'ab <&é日❯… ', `${ESC}[1m`, `${ESC}[0m`, `${ESC}[44m`);
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { maxLength: 40 }), async (sent) => {
        const svg = await drawn(sent.join(''), 60, 1);
        const words = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text).join('');
        const shown = sent.filter((letter) => !letter.startsWith(ESC)).join('');
        const unescaped = words.replace(/&lt;/g, '<').replace(/&amp;/g, '&');
        expect(unescaped.replace(/ /g, '')).toBe(shown.replace(/ /g, ''));
        for (const [, x = '', width = '9'] of svg.matchAll(/<text [^>]*x="([\d.]+)"[^>]*?(?:textLength="(\d+)")?>/g))
          expect(Number(x) + Number(width)).toBeLessThanOrEqual(60 * 9 + 9);
      }),
    );
  });
});

describe('backgrounds, rules and borders', () => {
  test('fill whole cells, blank ones too', async () => {
    expect(await drawn(`${ESC}[44m a ${ESC}[0mb`)).toContain(
      `<rect x="0" y="0" width="27" height="20" fill="${dark.sixteen[4]}"/>`,
    );
    expect(await drawn(`${ESC}[7m  `)).toContain(`width="18" height="20" fill="${dark.foreground}"`);
  });

  test('go under and through blanks', async () => {
    expect(await drawn(`${ESC}[4ma b`)).toContain('<rect x="0" y="17" width="27" height="1"');
    expect(await drawn(`${ESC}[9ma b`)).toContain('<rect x="0" y="10" width="27" height="1"');
  });

  test('meet at the edges of their cells', async () => {
    const box = await drawn('┌──┐\r\n└──┘', 4, 2);
    const [path = ''] = box.match(/d="[^"]*"/g) ?? [];
    expect(path).toBe('d="M9 9.5H27M4.5 9.5H9M4.5 9.5V20M27 9.5H31.5M31.5 9.5V20"');
    expect(box).not.toContain('<text');
  });

  test('of blocks are as large as they say', async () => {
    expect(await drawn('▎▄')).toBe(
      `<rect x="0" y="0" width="2.25" height="20" fill="${dark.foreground}"/>` +
        `<rect x="9" y="10" width="9" height="10" fill="${dark.foreground}"/>\n</svg>\n`,
    );
  });
});

test.each([
  ['2', '<rect x="9" y="0" width="9" height="20"'],
  ['4', '<rect x="9" y="17" width="9" height="2"'],
  ['6', '<rect x="9" y="0" width="2" height="20"'],
])('the cursor has the shape that DECSCUSR %s gave it', async (shape, rect) => {
  expect(await drawn(`ab${ESC}[${shape} q${ESC}[1;2H`, 20, 2, true)).toContain(rect);
  expect(await drawn(`ab${ESC}[${shape} q${ESC}[1;2H`)).not.toContain('<rect');
});

describe('a recording', () => {
  const framesOf = (...texts: readonly string[]) =>
    Promise.all(texts.map(async (text) => ({ screen: await screenOf(text), hold: 500 })));

  test('has what stays the same once, and each of the rest while it is shown', async () => {
    const svg = svgRecording(await framesOf('same\r\none', 'same\r\ntwo', 'same\r\none'), {
      title: 'it moves',
      theme: 'dark',
    });
    expect(svg.match(/>(same|one|two)</g)).toEqual(['>same<', '>one<', '>two<', '>one<']);
    expect(svg).toContain('animation-duration:1500ms');
    expect(svg).toContain('@keyframes f0-1{0%{visibility:visible}33.333%,100%{visibility:hidden}}');
    expect(svg).toContain(
      '@keyframes f1-2{0%{visibility:hidden}33.333%{visibility:visible}66.667%,100%{visibility:hidden}}',
    );
    expect(svg).toContain('@keyframes f2-3{0%{visibility:hidden}66.667%{visibility:visible}100%{visibility:visible}}');
  });

  test('shows its last screen where nothing moves', async () => {
    const svg = svgRecording(await framesOf('one', 'two'), { title: 'it moves', theme: 'dark' });
    const [still = '', motion = ''] = svg.split('@media (prefers-reduced-motion:no-preference)');
    expect(still).toContain('\n.f0-1{visibility:hidden}\n');
    expect(still).not.toMatch(/animation|\.f1-2/);
    expect(motion).toContain('animation-iteration-count:infinite');
  });
});

describe('the palettes', () => {
  test.each(['dark', 'light'] as const)('are readable: %s', (theme) => {
    const { background, foreground, sixteen } = PALETTES[theme];
    const colors = [foreground, ...sixteen.filter((_, at) => ![0, 7, 8, 15].includes(at))];
    expect(colors.filter((color) => contrast(color, background) < 4.5)).toEqual([]);
  });
});

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [light = 0, dim = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dim + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
