import type { Section } from '../../src/core/definition/agent-definition.ts';
import { flattenSections } from '../../src/core/sections/section-text.ts';
import type { Comparand, Topic } from '../../src/core/topics/comparison.ts';
import { wholeTopics } from '../../src/core/topics/whole-topics.ts';
import labels from './topic-rows.json';

/** How the rows of one group of definitions stand to its labels. */
export interface GroupResult {
  readonly name: string;
  readonly language: string;
  readonly heldOut: boolean;
  /** Pairs of sections that stand in one row and belong there. */
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/**
 * Hold rows against groups of definitions for one job of which all is labelled: what is not said to belong together
 * does not, but for what is left open.
 *
 * @param comparandOf Reads a file of the collections.
 * @param align Makes the rows of a group.
 */
export function completeGroups(
  comparandOf: (file: string) => Comparand,
  align: (comparands: readonly Comparand[]) => readonly Topic[],
): readonly GroupResult[] {
  return labels.groups.map(({ name, language, heldOut, files, together, open }) => {
    const comparands = files.map(comparandOf);
    const known = comparands.map(({ sections }) => new Set(flattenSections(sections).map(({ id }) => id)));
    for (const label of [...together, ...open].flat()) {
      const [column, id] = label.split('#');
      if (!known[Number(column)]?.has(id ?? '')) throw new Error(`no section ${label} in group ${name}`);
    }
    const [wanted, doubtful] = [pairsOf(together), pairsOf(open)];
    const found = pairsOf(wholeTopics(align(comparands)).map((rows) => rows.flatMap(labelsOf)));
    return {
      name,
      language,
      heldOut,
      right: [...found].filter((pair) => wanted.has(pair)).length,
      wrong: [...found].filter((pair) => !wanted.has(pair) && !doubtful.has(pair)),
      missed: [...wanted].filter((pair) => !found.has(pair)),
    };
  });
}

function labelsOf({ cells }: Topic): readonly string[] {
  return cells.flatMap((cell: Section | null, column) => (cell ? [`${column}#${cell.id}`] : []));
}

/** The pairs of sections of different definitions in some rows. */
function pairsOf(rows: readonly (readonly string[])[]): ReadonlySet<string> {
  const pairs = rows.flatMap((row) =>
    row.flatMap((one, at) =>
      row.slice(at + 1).flatMap((other) => (columnOf(one) === columnOf(other) ? [] : [[one, other]])),
    ),
  );
  return new Set(pairs.map((pair) => pair.sort().join('  ~  ')));
}

function columnOf(label: string): string {
  return label.slice(0, label.indexOf('#'));
}

/** A table of precision, recall, F1 and the share of wrong links, and what went wrong in the groups for tuning. */
export function completeReport(results: readonly GroupResult[]): readonly string[] {
  const parts: readonly (readonly [string, (result: GroupResult) => boolean])[] = [
    ['for tuning', ({ heldOut }) => !heldOut],
    ['  English', ({ heldOut, language }) => !heldOut && language === 'en'],
    ['  not English', ({ heldOut, language }) => !heldOut && language !== 'en'],
    ['held out', ({ heldOut }) => heldOut],
    ['  English', ({ heldOut, language }) => heldOut && language === 'en'],
    ['  not English', ({ heldOut, language }) => heldOut && language !== 'en'],
  ];
  return [
    'all sections of a group labelled         prec.  recall F1     wrong links',
    ...parts.map(([name, isIn]) => summary(name, results.filter(isIn))),
    '',
    ...results
      .filter(({ heldOut }) => !heldOut)
      .flatMap((result) => [
        summary(result.name, [result]),
        ...result.wrong.map((pair) => `  wrong  ${pair}`),
        ...result.missed.map((pair) => `  missed ${pair}`),
      ]),
  ];
}

function summary(name: string, results: readonly GroupResult[]): string {
  const count = (of: (result: GroupResult) => number) => results.reduce((sum, result) => sum + of(result), 0);
  const [right, wrong, missed] = [
    count((one) => one.right),
    count((one) => one.wrong.length),
    count((one) => one.missed.length),
  ];
  const figures = [
    right / (right + wrong),
    right / (right + missed),
    (2 * right) / (2 * right + wrong + missed),
    wrong / (right + wrong),
  ];
  return `${name.padEnd(40)} ${figures.map((share) => (right > 0 ? share : 0).toFixed(3)).join('  ')}   (${right + missed} pairs)`;
}
