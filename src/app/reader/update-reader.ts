import type { Action, Direction } from '../model/actions.ts';
import { readerLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { READER_VIEWS } from '../model/reader-state.ts';
import { clamped, movedIndex } from '../model/scrolling.ts';
import { type ReaderText, readerText } from './reader-text.ts';

/** The reader scrolled by keys; the outline follows. */
export function movedInReader(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  const text = readerText(model);
  if (!text) return model;
  const page = pageOf(model);
  const scroll = clamped(movedIndex(model.reader.scroll, action, text.lines.length, page), 0, lastScroll(text, page));
  return { ...model, reader: { ...model.reader, scroll, section: entryAt(text, scroll) } };
}

/** The reader at the next or previous entry of its outline. */
export function sectionChanged(model: Model, direction: Direction): Model {
  return atSection(model, model.reader.section + direction);
}

/** The reader at an entry of its outline; at the first or last one where there is none of that index. */
export function atSection(model: Model, index: number): Model {
  const text = readerText(model);
  if (!text) return model;
  const section = clamped(index, 0, text.outline.length - 1);
  const scroll = clamped(text.outline[section]?.start ?? 0, 0, lastScroll(text, pageOf(model)));
  return { ...model, reader: { ...model.reader, section, scroll } };
}

/** The reader with a line in view; one that was not gets some lines above it. The outline follows to that line. */
export function scrolledInReader(model: Model, line: number): Model {
  const text = readerText(model);
  if (!text) return model;
  const page = pageOf(model);
  const { scroll: before } = model.reader;
  const isInView = line >= before && line < before + page;
  const scroll = isInView ? before : clamped(line - Math.floor(page / 3), 0, lastScroll(text, page));
  return { ...model, reader: { ...model.reader, scroll, section: entryAt(text, line) } };
}

/** The source of a definition with a line of its file in view, which stays set off. */
export function atFileLine(model: Model, id: string, line: number): Model {
  const source: Model = {
    ...model,
    reader: { ...model.reader, id, view: 'source', line, scroll: 0, section: 0, folded: [], find: null },
  };
  const at = readerText(source)?.numbers?.findIndex((number) => Number(number) === line) ?? 0;
  return scrolledInReader(source, Math.max(0, at));
}

/** The reader where it is, its outline at the entry that a line belongs to. */
export function atLine(model: Model, line: number): Model {
  const text = readerText(model);
  return text ? { ...model, reader: { ...model.reader, section: entryAt(text, line) } } : model;
}

/** The reader in its other view, at the same section. */
export function readerViewChanged(model: Model): Model {
  const { view, section } = model.reader;
  const next = READER_VIEWS[(READER_VIEWS.indexOf(view) + 1) % READER_VIEWS.length] ?? 'rendered';
  const changed = { ...model, reader: { ...model.reader, view: next, line: null } };
  return readerText(changed) ? atSection(changed, section) : changed;
}

/** The outline shown beside the text, or the text alone, at the same section. */
export function outlineToggled(model: Model): Model {
  const { reader } = model;
  const next = { ...model, reader: { ...reader, hasOutline: !reader.hasOutline } };
  return noted(
    atSection(next, reader.section),
    next.reader.hasOutline ? 'The outline is shown' : 'The outline is hidden',
  );
}

/** The section that is read folded to its title, or shown whole again. */
export function sectionFolded(model: Model): Model {
  const { reader } = model;
  const id = readerText(model)?.outline[reader.section]?.section?.id;
  if (id === undefined) return model;
  const isFolded = reader.folded.includes(id);
  const folded = isFolded ? reader.folded.filter((one) => one !== id) : [...reader.folded, id];
  return atSection({ ...model, reader: { ...reader, folded } }, reader.section);
}

const pageOf = (model: Model): number => readerLayout(model).second.rows;
const lastScroll = ({ lines }: ReaderText, page: number): number => Math.max(0, lines.length - page);

/** The last entry of the outline that starts at or above a line. */
function entryAt({ outline }: ReaderText, line: number): number {
  return Math.max(
    0,
    outline.findLastIndex(({ start }) => start <= line),
  );
}
