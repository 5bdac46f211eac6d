import type { Action, Direction } from '../model/actions.ts';
import { readerLayout } from '../model/layout.ts';
import { type Model, READER_VIEWS } from '../model/model.ts';
import { clamped, movedIndex } from '../model/scrolling.ts';
import { type ReaderText, readerText } from './reader-text.ts';

/** The reader scrolled by keys; the outline follows. */
export function movedInReader(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  const text = readerText(model);
  if (!text) return model;
  const page = readerLayout(model.size).second.rows;
  const scroll = clamped(movedIndex(model.reader.scroll, action, text.lines.length, page), 0, lastScroll(text, page));
  return { ...model, reader: { ...model.reader, scroll, section: sectionAt(text, scroll) } };
}

/** The reader at the next or previous section. */
export function sectionChanged(model: Model, direction: Direction): Model {
  const text = readerText(model);
  if (!text) return model;
  const page = readerLayout(model.size).second.rows;
  const section = clamped(model.reader.section + direction, 0, text.sections.length - 1);
  const scroll = clamped(text.starts[section] ?? 0, 0, lastScroll(text, page));
  return { ...model, reader: { ...model.reader, section: Math.max(0, section), scroll } };
}

/** The reader in its other view, at the same section. */
export function readerViewChanged(model: Model): Model {
  const { view, section } = model.reader;
  const next = READER_VIEWS[(READER_VIEWS.indexOf(view) + 1) % READER_VIEWS.length] ?? 'rendered';
  const changed = { ...model, reader: { ...model.reader, view: next } };
  const text = readerText(changed);
  const page = readerLayout(model.size).second.rows;
  const scroll = text ? clamped(text.starts[section] ?? 0, 0, lastScroll(text, page)) : 0;
  return { ...changed, reader: { ...changed.reader, scroll } };
}

const lastScroll = ({ lines }: ReaderText, page: number): number => Math.max(0, lines.length - page);

/** The last section that starts at or above a line. */
function sectionAt({ starts }: ReaderText, line: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= line),
  );
}
