import { countText } from '../../text/count-text.ts';
import { cutLine, type StyledLine, styledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { composedFile, lineCount } from '../compose/composed-result.ts';
import type { Action } from '../model/actions.ts';
import { secondText } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { renderedBeginning } from '../model/rendered-text.ts';
import { clamped } from '../model/scrolling.ts';
import { formLayout } from './form-layout.ts';
import { formDraft, formNames, targetPath } from './save-form.ts';

/** What the file pane shows now. */
export interface FileWindow {
  readonly lines: readonly StyledLine[];
  /** The first line on the screen. */
  readonly top: number;
  /** How many lines there are; with a `+` where it was not made to its end. */
  readonly count: number | string;
  /** The lines of the file itself that are shown, from 1, and how many it has: a long one stands on several of the screen. */
  readonly file: { readonly first: number; readonly last: number; readonly count: number };
}

/** A line on the screen, and the line of the file that it shows or begins with, from 1. */
interface FileLine {
  readonly line: StyledLine;
  readonly number: number;
}

/** Lines of the body are made in lots of so many, so that those of most files are counted to the end. */
const LOT = 1_000;

/** The file as it would be written, from where it was scrolled to. */
export function fileWindow(model: Model): FileWindow {
  const { rows } = formLayout(model).second;
  const { lines, isWhole, count } = fileLines(model, model.save.fileTop + rows);
  const { placed } = secondText(formLayout(model));
  const top = clamped(model.save.fileTop, 0, Math.max(0, lines.length - rows));
  const shown = lines.slice(top, top + rows);
  const isEnd = isWhole && top + rows >= lines.length;
  return {
    lines: shown.map(({ line }) => placed(line)),
    top,
    count: isWhole ? lines.length : `${countText(lines.length)}+`,
    file: { first: shown[0]?.number ?? 1, last: isEnd ? count : (shown.at(-1)?.number ?? 1), count },
  };
}

/** The file scrolled, to its end and no further. */
export function fileMoved(
  model: Model,
  { unit, direction }: Omit<Extract<Action, { type: 'fileMoved' }>, 'type'>,
): Model {
  const { rows } = formLayout(model).second;
  const { top } = fileWindow(model);
  const wanted = top + direction * (unit === 'line' ? 1 : Math.max(1, rows - 1));
  const { lines } = fileLines(model, wanted + rows);
  return { ...model, save: { ...model.save, fileTop: clamped(wanted, 0, Math.max(0, lines.length - rows)) } };
}

function fileLines(
  model: Model,
  enough: number,
): { readonly lines: readonly FileLine[]; readonly isWhole: boolean; readonly count: number } {
  const { columns } = secondText(formLayout(model));
  const { ledOut } = model.save;
  const isLedOut = ledOut !== null && ledOut.path === targetPath(model);
  const leadsTo = isLedOut ? wrapSpans([{ text: `→ ${visibleText(ledOut.leadsTo)}`, role: 'warning' }], columns) : [];
  const { text } = composedFile(formDraft(model));
  const start = bodyStart(text);
  const head = headLines(text.slice(0, start), columns, fieldNames(model));
  const rest = Math.ceil((Math.max(1, enough - head.length) + 1) / LOT) * LOT;
  const body = renderedBeginning(text.slice(start), { columns, rows: rest }, 'source');
  const above = lineCount(text.slice(0, start));
  const lines = [
    ...leadsTo.map((line) => ({ line, number: 1 })),
    ...head,
    ...body.map((line) => ({ line, number: above + 1 + line.source })),
  ];
  return { lines, isWhole: body.length < rest, count: lineCount(text) };
}

/** The names that the focused field has in the file. */
function fieldNames({ save }: Model): ReadonlySet<string> {
  return new Set(save.focused === 'other' ? formNames(save) : [save.focused]);
}

/** Where the fields end: behind the second fence, or in TOML before the text of several lines that is the prompt. */
function bodyStart(text: string): number {
  if (text.startsWith('---\n')) {
    const fence = text.indexOf('\n---\n', 3);
    return fence < 0 ? text.length : fence + '\n---\n'.length;
  }
  const openings = ['"""', "'''"].map((quotes) => text.indexOf(quotes)).filter((at) => at >= 0);
  const [first = text.length, second = text.length] = openings;
  return text.lastIndexOf('\n', Math.min(first, second)) + 1;
}

/**
 * The fields, each on one line, so that the prompt is in sight; those one is at are whole.
 *
 * @param whole Names of fields.
 */
function headLines(head: string, columns: number, whole: ReadonlySet<string>): readonly FileLine[] {
  const lines = head.replace(/\n$/, '').split('\n');
  const starts = lines.flatMap((line, at) => (/^\S/.test(line) && !/^(?:-(?!--)|[\]}])/.test(line) ? [at] : []));
  return starts.flatMap((start, index) => {
    const own = lines.slice(start, starts[index + 1]);
    const [first = ''] = own;
    const name = /^["']?([^"':=\s]+)["']?\s*[:=]/.exec(first)?.[1] ?? '';
    if (whole.has(name))
      return own.flatMap((text, at) =>
        wrapSpans([{ text: visibleText(text), role: 'text' }], columns).map((line) => ({
          line,
          number: start + at + 1,
        })),
      );
    const joined = own.map((line) => line.trim()).join(' ');
    const line = cutLine(styledLine(visibleText(own.length > 1 ? `${joined} …` : joined)), columns);
    return [{ line, number: start + 1 }];
  });
}
