import type { Look, Picture, Scene } from './picture.ts';
import { MAIN_JOB, SCENES } from './scenes.ts';

const SIZES = [
  [80, 24],
  [120, 36],
  [200, 60],
] as const;
const THEMES = ['dark', 'light'] as const;

/** Where panes go one by one. */
const NARROW = [40, 10] as const;
const NARROW_SCENES: readonly string[] = [
  'find',
  'find-marked',
  'read',
  'compare',
  'compose',
  'compose-united',
  'save',
];

function picture(
  scene: Scene,
  [columns, rows]: readonly [number, number],
  look: Pick<Look, 'theme' | 'colors'>,
): Picture {
  const name = `${scene.name}-${columns}x${rows}-${look.theme}${look.colors === 'none' ? '-plain' : ''}`;
  return { name, scene, look: { columns, rows, ...look }, moves: false };
}

/** Every scene in every look. */
export const ALL_PICTURES: readonly Picture[] = SCENES.flatMap((scene) => [
  ...SIZES.flatMap((size) => THEMES.map((theme) => picture(scene, size, { theme, colors: '16' }))),
  picture(scene, [80, 24], { theme: 'dark', colors: 'none' }),
  ...(NARROW_SCENES.includes(scene.name) ? [picture(scene, NARROW, { theme: 'dark', colors: '16' })] : []),
]);

/** How the documents show the app. */
const DOCUMENT_LOOK: Look = { columns: 120, rows: 36, theme: 'dark', colors: '16' };
const DOCUMENT_SCENES: readonly string[] = ['find-marked', 'compare-conflict', 'compose-united'];

/** Those in `docs/pictures`, which the documents show. */
export const DOCUMENT_PICTURES: readonly Picture[] = [
  ...SCENES.filter(({ name }) => DOCUMENT_SCENES.includes(name)).map(
    (scene): Picture => ({ name: scene.name, scene, look: DOCUMENT_LOOK, moves: false }),
  ),
  { name: 'find-compare-compose', scene: MAIN_JOB, look: { ...DOCUMENT_LOOK, rows: 30 }, moves: true },
];
