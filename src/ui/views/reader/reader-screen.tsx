import { Box } from 'ink';
import type { ReactNode } from 'react';
import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import { readerLayout } from '../../../app/model/layout.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { type ReaderText, readerText } from '../../../app/reader/reader-text.ts';
import { pickState } from '../../../core/compose/arrange-draft.ts';
import { sectionPart } from '../../../core/sections/definition-part.ts';
import { sectionLabel } from '../../../core/sections/section-text.ts';
import { cutLine, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { Pane, span, VerticalRule } from '../parts/frame.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';

/** One definition full screen, with its outline. */
export function ReaderScreen({ model, paint }: ScreenProps): ReactNode {
  const { first, second } = readerLayout(model.size);
  const text = readerText(model);
  if (!text) {
    const words = ` This definition is gone. ${keyOf(model, 'reader.back')} goes back.`;
    return <Pane paint={paint} lines={[styledLine(words, 'muted')]} {...second} />;
  }
  const end = text.starts[model.reader.section + 1] ?? text.lines.length;
  const start = text.starts[model.reader.section] ?? 0;
  const lines = text.lines
    .slice(model.reader.scroll, model.reader.scroll + second.rows)
    .map((line, index): StyledLine => {
      const at = model.reader.scroll + index;
      return { spans: [span(at >= start && at < end ? '▎ ' : '  ', 'accent'), ...line.spans] };
    });
  return (
    <Box>
      <Pane paint={paint} lines={outlineLines(model, text, first)} {...first} />
      {first.columns > 0 && <VerticalRule paint={paint} rows={first.rows} />}
      <Pane paint={paint} lines={lines} {...second} />
    </Box>
  );
}

/** The outline: sections by depth, with the one being read and those in the draft. */
function outlineLines(
  model: Model,
  { sections, definition }: ReaderText,
  { columns, rows }: Size,
): readonly StyledLine[] {
  const current = model.reader.section;
  const top = scrolledTo(current, Math.max(0, current - Math.floor(rows / 2)), rows, sections.length);
  return sections.slice(top, top + rows).map((section, index) => {
    const state = pickState(model.draft.present, definition.id, sectionPart(section.id));
    const isCurrent = top + index === current;
    const depth = Math.min(4, section.id.split('/').length - 1);
    const mark = state === 'free' ? '  ' : `${PICK_SIGNS[state]} `;
    const line: StyledLine = {
      spans: [
        span(isCurrent ? '❯' : ' ', 'accent'),
        span(mark, 'accent'),
        span('  '.repeat(depth)),
        span(visibleText(sectionLabel(section)), section.title === '' ? 'muted' : 'text'),
      ],
    };
    return cutLine(isCurrent ? toneLine(line, 'cursor') : line, columns);
  });
}
