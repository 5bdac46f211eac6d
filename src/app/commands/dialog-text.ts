import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { kindWords } from '../../core/library/kind-words.ts';
import { lineDifference } from '../../core/rendering/text-difference.ts';
import { budgetWords, loadedBySome } from '../../core/tokens/definition-tokens.ts';
import { greatest } from '../../kit/long-lists.ts';
import { memoLast } from '../../kit/memo.ts';
import { counted } from '../../text/count-text.ts';
import { cutMiddle, lineWidth, padLine, type Span, type StyledLine, styledLine } from '../../text/styled-text.ts';
import { textWidth } from '../../text/text-cells.ts';
import { visibleText } from '../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../text/wrap-spans.ts';
import type { RenamePlan } from '../../usecases/plan-rename.ts';
import { composedFile } from '../compose/composed-result.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Dialog } from '../model/dialog.ts';
import type { Model } from '../model/model.ts';
import { shortPath } from '../model/short-path.ts';
import { formDraft } from '../save/save-form.ts';
import { rowText } from './row-text.ts';

/** A dialog that is a text one scrolls through. */
export type TextDialog = Extract<
  Dialog,
  { kind: 'problems' | 'rivals' | 'sources' | 'news' | 'overwrite' | 'unsave' | 'remove' | 'renaming' | 'recompose' }
>;

const TEXT_DIALOGS: ReadonlySet<Dialog['kind']> = new Set<TextDialog['kind']>([
  'problems',
  'rivals',
  'sources',
  'news',
  'overwrite',
  'unsave',
  'remove',
  'renaming',
  'recompose',
]);

/** Whether a dialog is a text. */
export function isTextDialog(dialog: Dialog): dialog is TextDialog {
  return TEXT_DIALOGS.has(dialog.kind);
}

/** The lines of a dialog, wrapped to a width. */
export function dialogLines(model: Model, dialog: TextDialog, width: number): readonly StyledLine[] {
  switch (dialog.kind) {
    case 'problems':
    case 'rivals':
      return rowText(model, dialog, width).lines;
    case 'sources':
      return sourceLines(model, width);
    case 'recompose':
      return difference(dialog.file.before, dialog.text, width);
    case 'news':
      return newsLines(model, width);
    case 'remove':
      return removalLines(model, dialog.definition, width);
    case 'renaming':
      return renamingLines(dialog.plan, model.surroundings, width);
    case 'unsave':
      return difference(dialog.written, dialog.text, width);
    case 'overwrite':
      return difference(dialog.text, composedFile(formDraft(model)).text, width);
  }
}

/** Which file goes, and that it comes back. */
function removalLines(
  model: Model,
  { name, path, description }: AgentDefinition,
  width: number,
): readonly StyledLine[] {
  const place = shortPath(path, model.surroundings);
  const words = `${keyOf(model, 'list.undo')} in the list brings it back, and so does ${model.surroundings.program} undo`;
  return [
    ...wrapSpans(
      [
        { text: visibleText(name), role: 'strong' },
        { text: `  ${visibleText(place)}`, role: 'text' },
      ],
      width,
    ),
    ...wrapSpans([{ text: visibleText(description), role: 'muted' }], width),
    BLANK,
    ...wrapSpans([{ text: words, role: 'muted' }], width),
  ];
}

/** Each file with what changes in it, and where it goes. */
const renamingLines = memoLast(
  ({ files }: RenamePlan, surroundings: Model['surroundings'], width: number): readonly StyledLine[] =>
    files.flatMap(({ path, newPath, before, after }, at) => {
      const [from, to] = [path, newPath].map((one) => visibleText(shortPath(one, surroundings)));
      const words = from === to ? `${from}` : `${from} → ${to}`;
      const title = wrapSpans([{ text: words, role: 'strong' }], width);
      return [...(at === 0 ? [] : [BLANK]), ...title, ...lineDifference(before, after, width)];
    }),
);

/** Asked for with each line that one scrolls on. */
const difference = memoLast(lineDifference);

const BLANK: StyledLine = { spans: [] };
const indentOf = ({ text }: Span): Span => ({ text: ' '.repeat(text.length), role: 'text' });

/** All that was said in this run, the newest first. */
function newsLines({ news }: Model, width: number): readonly StyledLine[] {
  if (news.length === 0) return [styledLine('Nothing yet', 'muted')];
  return news.toReversed().flatMap(({ text, tone }) => {
    const lead: Span = { text: tone === 'bad' ? '✗ ' : '· ', role: tone === 'bad' ? 'error' : 'muted' };
    return wrapSpans([{ text: visibleText(text), role: 'text' }], width, { first: [lead], rest: [indentOf(lead)] });
  });
}

/** Each source on a line, as a table; its folder on one below where it has no room beside. */
function sourceLines({ library, surroundings }: Model, width: number): readonly StyledLine[] {
  const rows = library.sources.map(({ id, scope, folder }) => ({
    name: visibleText(id),
    kind: id === scope ? '' : scope,
    count: countsOf(library, id),
    place: visibleText(shortPath(folder, surroundings)),
  }));
  const widest = (texts: readonly string[]): number => Math.min(greatest(texts.map(textWidth)), Math.floor(width / 3));
  const [names, kinds, counts] = [
    widest(rows.map(({ name }) => name)),
    widest(rows.map(({ kind }) => kind)),
    widest(rows.map(({ count }) => count)),
  ];
  const lines = rows.flatMap(({ name, kind, count, place }) => {
    const head: readonly Span[] = [
      ...padLine({ spans: [{ text: cutMiddle(name, names), role: 'strong' }] }, names + 2).spans,
      ...(kinds > 0 ? [{ text: kind.padEnd(kinds + 2), role: 'muted' as const }] : []),
      { text: `${count.padStart(counts)}  `, role: 'muted' },
    ];
    const line = { spans: [...head, { text: place, role: 'text' as const }] };
    if (lineWidth(line) <= width) return [line];
    return [
      { spans: head },
      ...wrapSpans([{ text: place, role: 'text' }], width, evenLead([{ text: '  ', role: 'text' }])),
    ];
  });
  const budget = budgetWords(loadedBySome(library.agents));
  return [...lines, BLANK, ...wrapSpans([{ text: budget, role: 'muted' }], width)];
}

/** What a source holds, in words. */
function countsOf({ agents, others }: Model['library'], id: string): string {
  const isOfIt = ({ source }: AgentDefinition): boolean => source === id;
  return [counted(agents.filter(isOfIt).length, 'agent'), ...kindWords(others.filter(isOfIt))].join(', ');
}
