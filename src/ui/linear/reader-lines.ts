import { PICK_SIGNS } from '../../app/compose/pick-signs.ts';
import { places, placeWords } from '../../app/find/places-found.ts';
import type { Model } from '../../app/model/model.ts';
import { signWords } from '../../app/model/signs.ts';
import { type ReaderText, readerText } from '../../app/reader/reader-text.ts';
import { pickState } from '../../core/compose/arrange-draft.ts';
import { sectionPart } from '../../core/sections/definition-part.ts';
import { counted } from '../../text/count-text.ts';
import { labelOf } from './browse-lines.ts';
import { isLineMove, placeLines } from './place-lines.ts';
import { joined, sentences, spokenLine } from './spoken.ts';

/** One agent, section by section or line by line. */
export const readerLines = placeLines({
  arrival: (model) => {
    const text = readerText(model);
    if (!text) return ['This agent is gone.'];
    return [sentences(`Reading ${labelOf(model, text.definition.id)}`, counted(text.outline.length - 1, 'section'))];
  },
  status: ({ reader }) => (reader.view === 'rendered' ? '' : `View: ${reader.view}`),
  spot: ({ reader }) => {
    const { id, section, scroll, view, find } = reader;
    return [id, section, scroll, view, find?.words.text, find?.hit, find?.isTyped].join(' ');
  },
  here: (model, since) => {
    const text = readerText(model);
    if (!text) return [];
    const { section, scroll, find } = model.reader;
    const old = since?.before.reader.find;
    if (find && (find.hit !== old?.hit || find.words.text !== old.words.text || find.isTyped))
      return placeFound(model, text);
    const isJump = isLineMove(since) || scroll !== text.outline[section]?.start;
    if (!isJump) return [headingWords(model, text), ...sectionLines(text, section)];
    const isSame = since?.before.reader.section === section;
    return [...(isSame ? [] : [headingWords(model, text)]), lineWords(text, scroll) || 'blank'];
  },
  whole: (model) => {
    const text = readerText(model);
    return text ? [headingWords(model, text), ...sectionLines(text, model.reader.section)] : [];
  },
});

function headingWords(model: Model, { definition, outline }: ReaderText): string {
  const { section: at } = model.reader;
  const entry = outline[at];
  if (!entry) return '';
  const state = entry.section ? pickState(model.draft.present, definition.id, sectionPart(entry.section.id)) : 'free';
  const place = entry.section ? `Section ${at} of ${outline.length - 1}: ` : '';
  return sentences(joined([place + entry.title, ...(state === 'free' ? [] : [signWords(PICK_SIGNS[state])])]));
}

/** The lines of a section; its title, which was said, is left out. */
function sectionLines(text: ReaderText, section: number): readonly string[] {
  const { start = 0, title = '' } = text.outline[section] ?? {};
  const end = text.outline[section + 1]?.start ?? text.lines.length;
  const lines = Array.from({ length: Math.max(0, end - start) }, (_, at) => lineWords(text, start + at));
  return lines.filter((words, at) => words !== '' && !(at === 0 && words.replace(/:$/, '') === title));
}

function lineWords({ lines, numbers }: ReaderText, at: number): string {
  const line = lines[at];
  const words = line ? spokenLine(line) : '';
  const number = numbers?.[at]?.trim() ?? '';
  return number === '' || words === '' ? words : `${number}: ${words}`;
}

/** What is said while nothing is looked for yet. */
export const NOTHING_TYPED = 'Find in the text: type what to look for.';

function placeFound(model: Model, text: ReaderText): readonly string[] {
  const { find } = model.reader;
  if (!find) return [];
  const found = places(model);
  const line = found[find.hit]?.[0].line;
  if (find.words.text.trim() === '') return [NOTHING_TYPED];
  return [`${placeWords(find.hit, found.length)}${line === undefined ? '' : `: ${lineWords(text, line)}`}`];
}
