import type { Divider } from '../../text/appearance.ts';
import {
  browseLayout,
  COLUMN_DIVIDERS,
  columnsRoom,
  columnWidths,
  compareLayout,
  composeLayout,
  EDGE,
  GAP,
  LEAD,
  ledgerLayout,
  mergeLayout,
  readerLayout,
  type SplitLayout,
  saveLayout,
  VERSION_DIVIDERS,
} from '../model/layout.ts';
import { type Model, screenOf } from '../model/model.ts';
import { madeFromLayout } from '../recompose/made-from.ts';

/** A divider that can be moved. */
interface PlacedDivider {
  readonly divider: Divider;
  /** Cells or rows that it shares out, and how many of them lie before it. */
  readonly room: number;
  readonly before: number;
}

/** The dividers on the screen that can be moved, in the order of the panes. */
export function dividersOf(model: Model): readonly PlacedDivider[] {
  const { columns } = model.size;
  switch (screenOf(model)) {
    case 'browse': {
      const layout = browseLayout(model);
      return betweenTwo(layout.direction === 'row' ? 'list' : 'list-above', layout);
    }
    case 'reader':
      return betweenTwo('outline', readerLayout(model));
    case 'compose': {
      const { topics, versions, result } = composeLayout(model);
      const first = { divider: 'topics', room: columns - EDGE, before: topics } as const;
      if (topics === 0) return [];
      const hasBoth = versions > 0 && result > 0;
      return hasBoth ? [first, { divider: 'versions', room: versions + result, before: versions }] : [first];
    }
    case 'save': {
      const layout = saveLayout(model);
      return layout.direction === 'row' ? betweenTwo('form', layout) : [];
    }
    case 'ledger':
      return betweenTwo('left-out', ledgerLayout(model));
    case 'compare': {
      const { shown } = compareLayout(model.size, model.compare.ids.length);
      return model.compare.isMatrix ? [] : betweenColumns(model, shown, COLUMN_DIVIDERS);
    }
    case 'merge':
      return betweenColumns(model, mergeLayout(model.size).shown, VERSION_DIVIDERS);
    case 'composed':
      return betweenTwo('made-here', madeFromLayout(model));
  }
}

function betweenTwo(divider: Divider, { direction, first, second }: SplitLayout): readonly PlacedDivider[] {
  if (direction === 'row')
    return first.columns === 0 ? [] : [{ divider, room: first.columns + GAP + second.columns, before: first.columns }];
  return second.rows === 0 ? [] : [{ divider, room: first.rows + 1 + second.rows, before: first.rows }];
}

/** What parts columns: each shares out what those before it left. */
function betweenColumns(model: Model, shown: number, dividers: readonly Divider[]): readonly PlacedDivider[] {
  const widths = columnWidths(model, shown, dividers);
  let room = columnsRoom(model.size, shown);
  return dividers.slice(0, shown - 1).map((divider, at) => {
    const before = (widths[at] ?? 0) + LEAD;
    const placed = { divider, room, before };
    room -= before;
    return placed;
  });
}
