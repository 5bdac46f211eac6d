import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import { readerLayout } from '../../../app/model/layout.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { type ReaderText, readerText } from '../../../app/reader/reader-text.ts';
import { pickState } from '../../../core/compose/arrange-draft.ts';
import { sectionPart } from '../../../core/sections/definition-part.ts';
import { sectionLabel } from '../../../core/sections/section-text.ts';
import { cutLine, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';
import { type PaneSet, positionWords } from '../parts/panes.tsx';

/** One definition full screen, with its outline. */
export function readerPanes(model: Model): PaneSet {
  const { first, second } = readerLayout(model.size);
  const text = readerText(model);
  if (!text) {
    const words = ` This definition is gone. ${keyOf(model, 'reader.back')} goes back.`;
    return {
      direction: 'row',
      panes: [{ name: 'text', ...second, title: [], focused: false, lines: [styledLine(words, 'muted')] }],
    };
  }
  const end = text.starts[model.reader.section + 1] ?? text.lines.length;
  const start = text.starts[model.reader.section] ?? 0;
  const lines = text.lines
    .slice(model.reader.scroll, model.reader.scroll + second.rows)
    .map((line, index): StyledLine => {
      const at = model.reader.scroll + index;
      return { spans: [span(at >= start && at < end ? '▎ ' : '  ', 'accent'), ...line.spans] };
    });
  const section = text.sections[model.reader.section];
  const title = section ? sectionLabel(section) : text.definition.name;
  const place = `${model.reader.section + 1} of ${text.sections.length}`;
  return {
    direction: 'row',
    panes: [
      {
        name: 'outline',
        ...first,
        title: [span('Outline')],
        position: text.sections.length > 0 ? place : '',
        focused: false,
        lines: outlineLines(model, text, first),
      },
      {
        name: 'text',
        ...second,
        title: [span(visibleText(title))],
        position: positionWords(model.reader.scroll, second.rows, text.lines.length),
        focused: true,
        lines,
      },
    ],
  };
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
    const line: StyledLine = {
      spans: [
        span(isCurrent ? '❯' : ' ', 'accent'),
        state === 'free' ? span('  ') : signSpan(PICK_SIGNS[state], ' '),
        span('  '.repeat(depth)),
        span(visibleText(sectionLabel(section)), section.title === '' ? 'muted' : 'text'),
      ],
    };
    return cutLine(isCurrent ? toneLine(line, 'cursor') : line, columns);
  });
}
