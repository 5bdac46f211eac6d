import { expect, test } from 'vitest';
import { comparisonTable, type Sample } from './comparison-table.ts';

const BARE = { wall: 20, processor: 10 };

/** A sample of each wall time; processor time is a tenth of it. */
function samples(figure: string, program: string, walls: readonly number[]): readonly Sample[] {
  return walls.map((wall) => ({ figure, program, taken: { wall, processor: wall / 10 }, bare: BARE }));
}

const OURS = samples('first frame', 'ours', [39, 40, 41]);

test('tells of each figure the median, the middle half, the share of the bare process, and who is ahead by how much', () => {
  const [row] = comparisonTable(
    'T',
    '',
    [...OURS, ...samples('first frame', 'quick', [10, 9, 11]), ...samples('first frame', 'slow', [100, 98, 1_200])],
    'wall',
  ).rows;

  expect(row).toEqual({
    figure: 'first frame',
    'ours ms': '40 (39 – 41)',
    'ours ÷ node': 2,
    'quick ms': '10 (9 – 11)',
    'quick ÷ node': 0.5,
    'ours against quick': 'behind, 4 ×',
    'slow ms': '100 (98 – 1,200)',
    'slow ÷ node': 5,
    'ours against slow': 'ahead, 2.5 ×',
  });
});

test('nobody is ahead where the middle halves meet', () => {
  const { rows } = comparisonTable('T', '', [...OURS, ...samples('first frame', 'near', [41, 60, 50])], 'wall');

  expect(rows[0]?.['ours against near']).toBe('level');
});

test('nobody is ahead whose mean is larger for one slow round', () => {
  const slowOnce = samples('letter', 'ours', [10, 10, 10, 10, 2_000]);
  const { rows } = comparisonTable('T', '', [...slowOnce, ...samples('letter', 'near', [20, 20, 20])], 'processor');

  expect(rows[0]?.['ours against near']).toBe('level');
});

test('counts who is ahead of whom over all figures', () => {
  const all = [
    ...OURS,
    ...samples('letter', 'ours', [5, 5, 5]),
    ...samples('leaving', 'ours', [7, 8, 9]),
    ...samples('first frame', 'theirs', [50, 50, 50]),
    ...samples('letter', 'theirs', [1, 1, 1]),
    ...samples('leaving', 'theirs', [9, 8, 7]),
  ];

  expect(comparisonTable('T', 'Medians.', all, 'wall').note).toBe(
    'Medians. Beside *theirs*, of 3 figures *ours* is ahead in 1, behind in 1, level in 1.',
  );
});

test('leaves out what was not measured, and what was not measured for all', () => {
  const unmeasured = { figure: 'leaving', program: 'ours', taken: { wall: 5, processor: Number.NaN }, bare: BARE };
  const all = [...OURS, unmeasured, ...samples('first frame', 'theirs', [9]), ...samples('list', 'theirs', [9])];

  expect(comparisonTable('T', '', all, 'processor').rows.map(({ figure }) => figure)).toEqual(['first frame']);
});

test('of processor time it takes the mean', () => {
  const [row] = comparisonTable('T', '', samples('letter', 'ours', [0, 0, 300]), 'processor').rows;

  expect(row).toEqual({ figure: 'letter', 'ours ms': '10 (0 – 30)', 'ours ÷ node': 1 });
});

test('without anything to stand beside, ours stands alone', () => {
  const { note, rows } = comparisonTable('T', 'Alone.', OURS, 'wall');

  expect(note).toBe('Alone.');
  expect(Object.keys(rows[0] ?? {})).toEqual(['figure', 'ours ms', 'ours ÷ node']);
});
