import { greatest } from '../kit/long-lists.ts';
import { prefixThatFits, textWidth } from '../text/text-cells.ts';

/** Cells between columns. */
const GAP = '  ';
/** No column but the last makes the others wait for more than this. */
const MAX_COLUMN = 40;

/**
 * Lines with their columns aligned, each ending in a line feed.
 *
 * @param rows Cells made safe to show; the last of a row is not padded.
 * @param width Cells a line may take, the rest being cut; `null` for no limit.
 */
export function textColumns(rows: readonly (readonly string[])[], width: number | null): string {
  const count = greatest(rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    rows.reduce((widest, row) => Math.max(widest, Math.min(MAX_COLUMN, textWidth(row[at] ?? ''))), 0),
  );
  return rows
    .map(
      (row) =>
        `${fitted(
          row
            .map((cell, at) => padded(cell, widths[at] ?? 0))
            .join(GAP)
            .trimEnd(),
          width,
        )}\n`,
    )
    .join('');
}

/** A line cut to a width, with an ellipsis where something is missing. */
function fitted(line: string, width: number | null): string {
  if (width === null || textWidth(line) <= width) return line;
  return `${line.slice(0, prefixThatFits(line, width - 1).end)}…`;
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - textWidth(cell)));
}
