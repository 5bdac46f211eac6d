import type { Look, Picture, Scene } from './picture.ts';
import { SCENES } from './scenes.ts';

const SIZES = [
  [80, 24],
  [120, 36],
  [200, 60],
] as const;
const THEMES = ['dark', 'light'] as const;

/** Where panes go one by one. */
const NARROW = [40, 10] as const;

function picture(
  scene: Scene,
  [columns, rows]: readonly [number, number],
  look: Pick<Look, 'theme' | 'colors'>,
): Picture {
  const name = `${scene.name}-${columns}x${rows}-${look.theme}${look.colors === 'none' ? '-plain' : ''}`;
  return { name, scene, look: { columns, rows, ...look }, moves: scene.name === 'recording' };
}

/** Every scene in every look. */
export const ALL_PICTURES: readonly Picture[] = SCENES.flatMap((scene) => [
  ...SIZES.flatMap((size) => THEMES.map((theme) => picture(scene, size, { theme, colors: '16' }))),
  picture(scene, [80, 24], { theme: 'dark', colors: 'none' }),
  picture(scene, NARROW, { theme: 'dark', colors: '16' }),
]);

/** Those in `docs/pictures`, which the documents show. */
export const SHOWN_PICTURES: readonly Picture[] = [];
