import type { ListedRow } from '../../core/definition/listed-row.ts';
import { counted } from '../../text/count-text.ts';
import { highlighted } from '../../text/highlighted.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import type { OutputLook } from '../look/output-look.ts';
import { textColumns } from '../text-columns.ts';

/** What else is known of a definition that is listed. */
export interface ListedNote {
  /** Told in place of its problems; absent for nothing. */
  readonly note?: string | null;
  /** Where its name has what was looked for. */
  readonly ranges?: readonly (readonly [number, number])[];
}

const HEAD = ['name', 'scope', 'model', 'problems', 'path'];

/**
 * One line for each definition: name, scope, model, what to know about it, path; on a terminal below a line that says so.
 *
 * @param notes What else to know about each.
 */
export function definitionLines(
  definitions: readonly ListedRow[],
  context: CommandContext,
  { paint, link }: Pick<OutputLook, 'paint' | 'link'>,
  notes: readonly ListedNote[] = [],
): string {
  const rows = definitions.map((definition, at) => {
    const { name, scope, model, path } = definition;
    return [name, scope, model ?? '-', notes[at]?.note ?? notesOn(definition), context.shown(path)].map(visibleText);
  });
  const isHeaded = context.columns !== null && rows.length > 0;
  const dressed = (text: string, row: number, column: number): string => {
    const at = isHeaded ? row - 1 : row;
    const definition = definitions[at];
    if (definition === undefined) return paint('muted', text);
    if (column === 0) return nameText(text, definition.name, notes[at]?.ranges ?? [], paint);
    if (column === HEAD.length - 1) return link(definition.path, paint('muted', text));
    return paint(column === 3 ? problemRole(definition, text) : 'muted', text);
  };
  return textColumns(rows, context.columns, isHeaded ? { dressed, head: HEAD } : { dressed });
}

/** A name with what was looked for in it set off; one that was cut, or has another look, as a whole. */
function nameText(text: string, name: string, ranges: ListedNote['ranges'], paint: OutputLook['paint']): string {
  if (text !== name || ranges === undefined || ranges.length === 0) return paint('name', text);
  return highlighted(name, ranges)
    .map((span) => paint(span.role === 'match' ? 'match' : 'name', span.text))
    .join('');
}

function problemRole({ hasErrors }: ListedRow, text: string): 'error' | 'doubtful' | 'muted' {
  if (!/\d problem/.test(text)) return 'muted';
  return hasErrors ? 'error' : 'doubtful';
}

/** `shadowed, 2 problems`, `off`, or a hyphen. */
function notesOn({ kind, shadowedBy, problems: count, isOff }: ListedRow): string {
  if (isOff) return 'off';
  const problems = count === 0 ? [] : [counted(count, 'problem')];
  return (
    [...(kind === 'agent' ? [] : [kind]), ...(shadowedBy === null ? [] : ['shadowed']), ...problems].join(', ') || '-'
  );
}
