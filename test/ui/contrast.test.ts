import { describe, expect, test } from 'vitest';
import { THEMES, USUAL_LOOK } from '../../src/text/appearance.ts';
import type { Role, Tone } from '../../src/text/styled-text.ts';
import { createPaint, paintBlock } from '../../src/ui/paint.ts';
import { channels, dimmed, PALETTES, shownColor } from '../pictures/palettes.ts';
import { type Cell, emulatedScreen } from '../support/emulated-screen.ts';

const ROLES: readonly Role[] = [
  ...(['text', 'strong', 'emphasis', 'code', 'link', 'heading', 'subheading', 'muted', 'accent'] as const),
  ...(['marker', 'match', 'success', 'warning', 'error', 'added', 'removed', 'added-word', 'removed-word'] as const),
];
/** What is secondary. */
const FAINT: ReadonlySet<Role> = new Set(['muted', 'marker']);
/** Words; all else are marks, and words set off by a colour. */
const WORDS: ReadonlySet<Role> = new Set(['text', 'strong', 'emphasis', 'link', 'subheading', 'muted', 'marker']);

/** How bright a colour is (WCAG 2, relative luminance). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

type Background = keyof typeof PALETTES;

/** What a letter painted for a role looks like on a terminal: its contrast, and the cell. */
async function shown(background: Background, look: Partial<typeof USUAL_LOOK>, role: Role, tone?: Tone) {
  const screen = emulatedScreen(8, 1);
  const paint = createPaint(true, { ...USUAL_LOOK, background, ...look });
  const line = { spans: [tone ? { text: 'm', role, tone } : { text: 'm', role }] };
  await new Promise<void>((done) => screen.write(paintBlock(paint, [line], 8, 1), done));
  const cell = screen.cells().rows[0]?.[0] as Cell;
  const palette = PALETTES[background];
  const text = shownColor(cell.foreground, palette, palette.foreground);
  const ground = shownColor(cell.background, palette, palette.background);
  const [front, back] = cell.inverse ? [ground, text] : [text, ground];
  return { ratio: contrast(cell.dim ? dimmed(front, back) : front, back), cell };
}

const LOOKS = (['dark', 'light'] as const).flatMap((background) => [
  ...THEMES.filter((theme) => theme !== 'dark' && theme !== 'light').map((theme) => [background, theme] as const),
  [background, background] as const,
]);

describe.each(LOOKS)('on the usual %s terminal, theme %s', (background, theme) => {
  test.each(ROLES)('%s can be read', async (role) => {
    const { ratio, cell } = await shown(background, { theme }, role);
    expect(ratio).toBeGreaterThanOrEqual(FAINT.has(role) ? 3 : 4.5);
    if (theme === 'high-contrast') expect([cell.dim, ratio >= 4.5]).toEqual([false, true]);
  });

  test.each(ROLES)('%s can be read on the current row, and is bold and not dim there', async (role) => {
    const { ratio, cell } = await shown(background, { theme }, role, 'cursor');
    expect(ratio).toBeGreaterThanOrEqual(WORDS.has(role) ? 7 : 4.5);
    expect([cell.bold, cell.dim]).toEqual([true, false]);
  });
});

test('the current row has a ground where that is known to be readable, and no theme but one turns it round', async () => {
  const ground = async (look: Partial<typeof USUAL_LOOK>) => {
    const { cell } = await shown('dark', look, 'text', 'cursor');
    return cell.inverse ? 'inverse' : cell.background;
  };
  expect(await ground({})).toBe(236);
  expect(await ground({ background: 'light' })).toBe(254);
  expect(await ground({ background: null })).toBeNull();
  expect(await ground({ theme: 'light' })).toBe(254);
  expect(await ground({ theme: 'dark', background: null })).toBe(236);
  expect(await ground({ theme: 'ansi' })).toBeNull();
  expect(await ground({ theme: 'high-contrast' })).toBe('inverse');
  expect(await ground({ colors: { row: '#f0f0e0' } })).toBe('#f0f0e0');
});

test.each(['dark', 'light'] as const)(
  'a theme for the other ground can be read on the current row, on %s',
  async (background) => {
    const other = background === 'dark' ? 'light' : 'dark';
    expect((await shown(background, { theme: other }, 'text', 'cursor')).ratio).toBeGreaterThanOrEqual(7);
    expect((await shown(background, { theme: other }, 'muted', 'cursor')).ratio).toBeGreaterThanOrEqual(7);
  },
);
