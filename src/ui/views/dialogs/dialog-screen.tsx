import { Box } from 'ink';
import type { ReactNode } from 'react';
import { paletteCommands } from '../../../app/commands/palette.ts';
import { dialogLines } from '../../../app/dialog-text.ts';
import { draftRow, listedDrafts } from '../../../app/drafts/draft-list.ts';
import { keyLabel } from '../../../app/keys/key-labels.ts';
import { dialogLayout, frameLayout } from '../../../app/model/layout.ts';
import type { Dialog, Model } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { cutLine, padLine, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { Pane, span, spreadLine } from '../parts/frame.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';
import { TextInput } from '../parts/text-input.tsx';

interface DialogScreenProps extends ScreenProps {
  readonly dialog: Dialog;
}

const PLACEHOLDERS = {
  palette: 'type to find a command',
  rename: 'the title it came with',
  reword: 'the words it came with',
} as const;

const BLANK: StyledLine = { spans: [] };

/** What covers the screen. It takes the place of the body, so there is no box in a box. */
export function DialogScreen({ model, dialog, paint }: DialogScreenProps): ReactNode {
  const { columns, bodyHeight } = frameLayout(model.size);
  const { columns: width, rows } = dialogLayout(model.size);
  if (dialog.kind === 'palette' || dialog.kind === 'rename' || dialog.kind === 'reword') {
    const field = dialog.kind === 'palette' ? dialog.query : dialog.kind === 'rename' ? dialog.title : dialog.words;
    const lines = dialog.kind === 'palette' ? paletteLines(model, dialog.cursor, width, rows - 2) : [];
    return (
      <Box flexDirection="column" paddingLeft={2} height={bodyHeight} width={columns} overflow="hidden">
        <TextInput field={field} width={width} focused placeholder={PLACEHOLDERS[dialog.kind]} paint={paint} />
        <Pane paint={paint} lines={[BLANK, ...lines]} columns={width} rows={bodyHeight - 1} />
      </Box>
    );
  }
  if (dialog.kind === 'drafts') {
    return (
      <Box paddingLeft={2} height={bodyHeight} width={columns}>
        <Pane paint={paint} lines={draftLines(model, dialog, width, rows)} columns={width} rows={bodyHeight} />
      </Box>
    );
  }
  const all = dialogLines(model, dialog, width);
  const top = scrolledTo(dialog.scroll, dialog.scroll, rows, all.length);
  const shown = all.slice(top, top + rows);
  const more = all.length - top - shown.length;
  const lines = more > 0 ? [...shown, styledLine(`… ${more} more lines`, 'muted')] : shown;
  return (
    <Box paddingLeft={2} height={bodyHeight} width={columns}>
      <Pane paint={paint} lines={lines} columns={width} rows={bodyHeight} />
    </Box>
  );
}

function draftLines(
  model: Model,
  { cursor, at }: Extract<Dialog, { kind: 'drafts' }>,
  width: number,
  rows: number,
): readonly StyledLine[] {
  const drafts = listedDrafts(model);
  if (drafts.length === 0) return [styledLine('No drafts yet: whatever you pick becomes one', 'muted')];
  const table = drafts.map((draft) => draftRow(draft, at));
  const nameWidth = Math.min(32, Math.max(...table.map(({ name }) => textWidth(name))) + 2);
  const top = scrolledTo(cursor, 0, rows, drafts.length);
  return table.slice(top, top + rows).map(({ name, size, age }, index) => {
    const current = top + index === cursor;
    const isPresent = drafts[top + index]?.id === model.kept.id;
    const left = [
      span(current ? '❯ ' : '  ', 'accent'),
      span(isPresent ? '● ' : '  ', 'accent'),
      ...padLine(cutLine({ spans: [span(visibleText(name))] }, nameWidth - 1), nameWidth).spans,
      span(size, 'muted'),
    ];
    const line = cutLine(spreadLine(left, [span(age, 'muted')], width), width);
    return current ? toneLine(line, 'cursor') : line;
  });
}

function paletteLines(model: Model, cursor: number, width: number, rows: number): readonly StyledLine[] {
  const commands = paletteCommands(model);
  if (commands.length === 0) return [styledLine('No such command here', 'muted')];
  const top = scrolledTo(cursor, 0, rows, commands.length);
  return commands.slice(top, top + rows).map(({ binding, refusal }, index) => {
    const current = top + index === cursor;
    const left = [span(current ? '❯ ' : '  ', 'accent'), span(binding.title, refusal ? 'muted' : 'text')];
    const right = refusal ?? binding.keys.map(keyLabel).join(' ');
    const line = cutLine(spreadLine(left, [span(right, 'muted')], width), width);
    return current ? toneLine(line, 'cursor') : line;
  });
}
