// Measures how well two passages are judged, against pairs labelled by hand: `npm run eval:passages`.
import process from 'node:process';
import { readPassage } from '../../src/core/passages/read-passage.ts';
import { type Relation, relationOf } from '../../src/core/passages/relation.ts';
import pairs from './passage-pairs.json';

type Label = 'conflict' | 'alike' | 'different';

interface Judged {
  readonly label: Label;
  readonly about: string;
  readonly one: string;
  readonly other: string;
  readonly relation: Relation;
}

type Labelled = Readonly<Record<Label, Readonly<Record<string, readonly (readonly string[])[]>>>>;

function judged(labelled: Labelled): readonly Judged[] {
  return (Object.keys(labelled) as Label[]).flatMap((label) =>
    Object.entries(labelled[label]).flatMap(([about, those]) =>
      those.map(([one = '', other = '']) => {
        const relation = relationOf(readPassage(one), readPassage(other));
        return { label, about, one, other, relation };
      }),
    ),
  );
}

/** The figures of some pairs, each with what it is of. */
function figures(all: readonly Judged[]): readonly string[] {
  const count = (label: Label | null, ...kinds: readonly Relation['kind'][]) =>
    all.filter((pair) => (label === null || pair.label === label) && kinds.includes(pair.relation.kind)).length;
  const of = (label: Label) => all.filter((pair) => pair.label === label).length;
  const [right, called] = [count('alike', 'same', 'alike'), count(null, 'same', 'alike')];
  return [
    `contradictions told          ${count('conflict', 'conflict')} of ${of('conflict')}`,
    `contradictions called alike  ${count('conflict', 'same', 'alike')} of ${of('conflict')}`,
    `false alarms                 ${count('alike', 'conflict') + count('different', 'conflict')} of ${of('alike') + of('different')}`,
    `same or alike                precision ${(right / called).toFixed(3)}, recall ${(right / of('alike')).toFixed(3)}`,
    `different things told        ${count('different', 'unique')} of ${of('different')}`,
  ];
}

function isWrong({ label, relation }: Judged): boolean {
  if (label === 'different') return relation.kind !== 'unique';
  return label === 'alike' ? relation.kind !== 'alike' && relation.kind !== 'same' : relation.kind !== label;
}

/** Those held out are not shown, so that nobody tunes on them. */
function report(): readonly string[] {
  return Object.entries(pairs as unknown as Readonly<Record<string, Labelled>>).flatMap(([name, labelled]) => {
    const all = judged(labelled);
    const wrong = name === 'tuning' || process.argv.includes('--held-out') ? all.filter(isWrong) : [];
    return [
      `${name === 'tuning' ? 'for tuning' : 'held out'}: ${all.length} pairs`,
      ...figures(all).map((line) => `  ${line}`),
      ...wrong.map(({ label, about, one, other, relation }) => {
        return `  ${label} (${about}) is ${relation.kind}: ${one} / ${other}`;
      }),
    ];
  });
}

process.stdout.write(`${report().join('\n')}\n`);
