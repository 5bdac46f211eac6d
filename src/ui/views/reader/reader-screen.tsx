import { PICK_SIGNS } from '../../../app/compose/pick-signs.ts';
import { places, stretchesByLine, withPlaces } from '../../../app/find/places-found.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import { readerLayout } from '../../../app/model/layout.ts';
import type { Model, Size } from '../../../app/model/model.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { outlineTop } from '../../../app/reader/outline-window.ts';
import { type ReaderText, readerMargin, readerText } from '../../../app/reader/reader-text.ts';
import { pickState } from '../../../core/compose/arrange-draft.ts';
import { sectionPart } from '../../../core/sections/definition-part.ts';
import { cutLine, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';
import { type PaneSet, positionWords } from '../parts/panes.tsx';

/** One definition full screen, with its outline. */
export function readerPanes(model: Model): PaneSet {
  const { first, second } = readerLayout(model);
  const text = readerText(model);
  if (!text) {
    const words = ` This agent is gone: ${keyOf(model, 'reader.back')} goes back.`;
    return {
      direction: 'row',
      panes: [{ name: 'text', ...second, title: [], focused: false, lines: [styledLine(words, 'muted')] }],
    };
  }
  const { section, scroll } = model.reader;
  const entry = text.outline[section];
  const isFocused = model.reader.find?.isTyped !== true;
  return {
    direction: 'row',
    panes: [
      {
        name: 'outline',
        ...first,
        title: [span('Outline')],
        position: `${section + 1} of ${text.outline.length}`,
        focused: false,
        lines: outlineLines(model, text, first),
      },
      {
        name: 'text',
        ...second,
        title: [span(visibleText(entry?.title ?? text.definition.name))],
        position: positionWords(scroll, second.rows, text.lines.length),
        focused: isFocused,
        lines: textLines(model, text, second.rows),
      },
    ],
  };
}

/** The lines on the screen: a bar along the section that is read, what was found set off, in the source numbers. */
function textLines(model: Model, text: ReaderText, rows: number): readonly StyledLine[] {
  const { section, scroll, find, line: wanted } = model.reader;
  const start = text.outline[section]?.start ?? 0;
  const end = text.outline[section + 1]?.start ?? text.lines.length;
  const found = places(model);
  const here = find
    ? found[find.hit]?.[0].line
    : text.numbers?.findIndex((number) => wanted !== null && Number(number) === wanted);
  const shown = stretchesByLine(found, scroll, scroll + rows);
  const margin = ' '.repeat(readerMargin(model));
  return text.lines.slice(scroll, scroll + rows).map((line, index): StyledLine => {
    const at = scroll + index;
    const bar = at === here ? span('❯ ', 'accent') : span(at >= start && at < end ? '▎ ' : '  ', 'accent');
    const number = text.numbers?.[at];
    const lead = number === undefined ? [] : [span(number, at === here ? 'accent' : 'muted')];
    return { spans: [span(margin), bar, ...lead, ...withPlaces(line, shown.get(at) ?? []).spans] };
  });
}

/** The outline: sections by depth, with the one being read and those in the draft. */
function outlineLines(
  model: Model,
  { outline, definition }: ReaderText,
  { columns, rows }: Size,
): readonly StyledLine[] {
  const current = model.reader.section;
  const top = outlineTop(model, outline.length);
  return outline.slice(top, top + rows).map(({ title, section }, index) => {
    const state = section ? pickState(model.draft.present, definition.id, sectionPart(section.id)) : 'free';
    const isCurrent = top + index === current;
    const depth = section ? Math.min(4, section.id.split('/').length - 1) : 0;
    const line: StyledLine = {
      spans: [
        span(isCurrent ? '❯' : ' ', 'accent'),
        state === 'free' ? span('  ') : signSpan(PICK_SIGNS[state], ' '),
        span('  '.repeat(depth)),
        span(visibleText(title), section?.title === '' ? 'muted' : 'text'),
      ],
    };
    return cutLine(isCurrent ? toneLine(line, 'cursor') : line, columns);
  });
}
