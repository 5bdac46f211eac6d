import { type ChangeObject, diffLines } from 'diff';
import type { Role, StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../text/wrap-spans.ts';

/**
 * Beyond this many changes two texts have nothing in common worth showing. Without a limit, Myers' algorithm takes the
 * square of them: 9 s for two texts of 5,000 words each that share none (measured), 0.1 s with it.
 */
const MOST_CHANGES = 1000;

/** What changed between two files, line by line, with `+` and `-` before the lines and equal stretches cut short. */
export function lineDifference(before: string, after: string, width: number): readonly StyledLine[] {
  return lineChanges(before, after).flatMap(({ value, added, removed }) => {
    const sign = added ? '+ ' : removed ? '- ' : '  ';
    const role = roleOf(added, removed);
    const lines = value.replace(/\r?\n$/, '').split(/\r?\n/);
    const shown = added || removed || lines.length <= 2 * CONTEXT + 1 ? lines.map(visibleText) : shortened(lines);
    return shown.flatMap((line) => wrapSpans([{ text: line, role }], width, evenLead([{ text: sign, role }])));
  });
}

type Changes = readonly Pick<ChangeObject<string>, 'value' | 'added' | 'removed'>[];

function lineChanges(before: string, after: string): Changes {
  return diffLines(before, after, { maxEditLength: MOST_CHANGES }) ?? allChanged(before, after);
}

function allChanged(before: string, after: string): Changes {
  return [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
}

/** Equal lines kept on both sides of a change. */
const CONTEXT = 2;

function shortened(lines: readonly string[]): readonly string[] {
  const hidden = lines.length - 2 * CONTEXT;
  return [
    ...lines.slice(0, CONTEXT).map(visibleText),
    `… ${hidden} lines the same`,
    ...lines.slice(-CONTEXT).map(visibleText),
  ];
}

function roleOf(added: boolean | undefined, removed: boolean | undefined): Role {
  return added ? 'added' : removed ? 'removed' : 'muted';
}
