import { dialogLines, isTextDialog, type TextDialog } from '../../app/commands/dialog-text.ts';
import { helpLines } from '../../app/commands/help-page.ts';
import { helpEntries, helpFound } from '../../app/commands/help-search.ts';
import { paletteCommands } from '../../app/commands/palette.ts';
import { refusalOf } from '../../app/commands/refusals.ts';
import { isRowDialog, rowsOf, rowText } from '../../app/commands/row-text.ts';
import { columnChoices } from '../../app/compare/column-choices.ts';
import { BEGIN_ANSWERS, beginWords } from '../../app/drafts/begin-composing.ts';
import { draftRow, listedDrafts } from '../../app/drafts/draft-list.ts';
import type { BindingId } from '../../app/keys/bindings.ts';
import { CONTEXT_TITLES, spokenKey } from '../../app/keys/key-labels.ts';
import { keyOf } from '../../app/keys/key-of.ts';
import { activeBindings } from '../../app/keys/keymap.ts';
import type { Dialog } from '../../app/model/dialog.ts';
import { filterOf } from '../../app/model/focused-field.ts';
import { boxKind, dialogLayout } from '../../app/model/layout.ts';
import type { Model } from '../../app/model/model.ts';
import { signWords } from '../../app/model/signs.ts';
import { answerWords, REPLACE_ANSWERS } from '../../app/save/replace-answers.ts';
import { counted } from '../../text/count-text.ts';
import type { StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { dialogTitle } from '../views/dialogs/dialog-title.ts';
import { labelOf } from './browse-lines.ts';
import { type PlaceLines, placeLines, type Since } from './place-lines.ts';
import { joined, sentences, spokenLine, spokenWords } from './spoken.ts';

/** A dialog: what it asks or lists, and its answers with their keys. */
export const dialogPlace: PlaceLines = placeLines({
  arrival: (model) => (model.dialog ? arrivalOf(model, model.dialog) : []),
  status: ({ dialog }) =>
    dialog?.kind === 'help' && dialog.query.text === '' && dialog.isSyntax ? 'Query syntax' : '',
  spot: ({ dialog }) => {
    if (!dialog) return '';
    const at = 'cursor' in dialog ? dialog.cursor : 'scroll' in dialog ? dialog.scroll : '';
    const words = 'query' in dialog ? dialog.query.text : dialog.kind === 'drafts' ? dialog.filter?.words.text : '';
    return `${at} ${'answer' in dialog ? dialog.answer : ''} ${words}`;
  },
  here: (model, since) => (model.dialog ? rowWords(model, model.dialog, since) : []),
});

function arrivalOf(model: Model, dialog: Dialog): readonly string[] {
  const title = sentences(spokenWords(dialogTitle(model, dialog)));
  if (isTextDialog(dialog)) {
    const lines = textLines(model, dialog);
    if (!isQuestion(dialog)) return [title, ...lines.map(differenceWords).filter((line) => line !== '')];
    const first = dialog.kind === 'overwrite' ? [answerLine(model, dialog.answer)] : [];
    return [sentences(title, sizeWords(lines)), ...first, ...answerLines(model)];
  }
  switch (dialog.kind) {
    case 'help':
      if (dialog.query.text !== '') return [];
      return [
        sentences(title, dialog.isSyntax ? '' : `Type to search all ${helpEntries(model).length}`),
        ...helpLines(model, dialog, model.size.columns).map(spokenLine),
        ...answerLines(model),
      ];
    case 'name':
    case 'new':
    case 'rename':
    case 'reword':
      return [sentences(title, `It is: ${visibleText(dialog.words.text) || 'as it came'}`), ...answerLines(model)];
    case 'palette':
      return [sentences(title, 'Type to find one')];
    case 'column':
      return [sentences(CONTEXT_TITLES.column, 'Type to find an agent')];
    case 'begin':
      return [
        sentences(title, ...beginWords(model, dialog.ids)),
        beginLine(model, dialog.answer),
        ...answerLines(model),
      ];
    case 'drafts':
      return [sentences(title, counted(listedDrafts(model).length, 'draft')), ...answerLines(model)];
  }
}

const QUESTIONS: ReadonlySet<Dialog['kind']> = new Set(['overwrite', 'unsave', 'remove', 'renaming', 'recompose']);

/** Whether a text is shown to be decided on. */
function isQuestion({ kind }: TextDialog): boolean {
  return QUESTIONS.has(kind);
}

function textLines(model: Model, dialog: TextDialog): readonly StyledLine[] {
  return dialogLines(model, dialog, dialogLayout(model.size, boxKind(dialog.kind)).columns);
}

/** How much would change. */
function sizeWords(lines: readonly StyledLine[]): string {
  const count = (role: string) => lines.filter(({ spans: [first] }) => first?.role === role).length;
  return `${counted(count('removed'), 'line')} would go, ${count('added')} would come; Down reads them`;
}

/** A line of a difference with what becomes of it, in place of its sign. */
function differenceWords(line: StyledLine): string {
  const words = spokenLine(line);
  const { role, text = '' } = line.spans[0] ?? {};
  if (role === 'added' && text === '+ ') return `${signWords('fresh')}: ${words.slice(1).trim() || 'blank'}`;
  if (role === 'removed' && text === '- ') return `${signWords('gone')}: ${words.slice(1).trim() || 'blank'}`;
  return words;
}

/** What can be done, with its keys. */
function answerLines(model: Model): readonly string[] {
  const own = activeBindings(model).filter(
    (one) => one.context === model.dialog?.kind && one.group !== 'move' && !ANSWERS.has(one.id),
  );
  const live = own.filter((one) => refusalOf(model, one) === null);
  return live.map(({ keys, title }) => sentences(`${keys.map(spokenKey).join(' or ')}: ${title}`));
}

/** What goes through the answers that are one by one said. */
const ANSWERS: ReadonlySet<BindingId> = new Set([
  'overwrite.answer',
  'overwrite.left',
  'overwrite.right',
  'begin.take',
  'begin.left',
  'begin.right',
]);

/** The answer under the cursor of what asks about a file. */
function answerLine(model: Model, answer: number): string {
  const words = answerWords(model, REPLACE_ANSWERS[answer] ?? 'keep');
  const way = `${keyOf(model, 'overwrite.answer')} gives it, ${keyOf(model, 'overwrite.right')} goes to the next`;
  return sentences(`Answer ${answer + 1} of ${REPLACE_ANSWERS.length}: ${words}`, way);
}

/** The answer under the cursor of what asks what to do with agents that are not of the draft. */
function beginLine(model: Model, answer: number): string {
  const words = BEGIN_ANSWERS[answer] === 'new' ? 'Begin another' : 'Add to it';
  const way = `${keyOf(model, 'begin.take')} gives it, ${keyOf(model, 'begin.right')} goes to the next`;
  return sentences(`Answer ${answer + 1} of ${BEGIN_ANSWERS.length}: ${words}`, way);
}

/** Of a text the line that it was scrolled to, or what its cursor is on. */
function textRowWords(model: Model, dialog: TextDialog, since: Since | null): readonly string[] {
  const was = since?.before.dialog;
  if (dialog.kind === 'overwrite' && was?.kind === 'overwrite' && was.answer !== dialog.answer) {
    return [answerLine(model, dialog.answer)];
  }
  // What only lists has been said whole.
  if (since === null && !isQuestion(dialog)) return [];
  if (isRowDialog(dialog) && rowsOf(model, dialog) > 0) {
    const { columns } = dialogLayout(model.size, boxKind(dialog.kind));
    const { lines, rows } = rowText(model, dialog, columns);
    return [
      sentences(
        lines
          .slice(...(rows[dialog.cursor] ?? [0, 0]))
          .map(spokenLine)
          .join(' '),
      ),
    ];
  }
  const line = textLines(model, dialog)[dialog.scroll];
  return line ? [differenceWords(line) || 'blank'] : [];
}

/** The row under the cursor, or the line that a text was scrolled to. */
function rowWords(model: Model, dialog: Dialog, since: Since | null): readonly string[] {
  if (isTextDialog(dialog)) return textRowWords(model, dialog, since);
  switch (dialog.kind) {
    case 'help': {
      if (dialog.query.text !== '') return [foundWords(model, dialog.cursor)];
      const line = helpLines(model, dialog, model.size.columns)[dialog.cursor];
      return since === null || !line ? [] : [spokenLine(line)];
    }
    case 'column':
      return [columnWords(model, dialog.cursor)];
    case 'palette':
      return [commandWords(model, dialog.cursor)];
    case 'drafts':
      return [draftWords(model, dialog.cursor, dialog.at)];
    case 'begin':
      return since === null ? [] : [beginLine(model, dialog.answer)];
    case 'name':
    case 'new':
    case 'rename':
    case 'reword':
      return [];
  }
}

function columnWords(model: Model, cursor: number): string {
  const hits = columnChoices(model);
  const definition = hits.at(cursor)?.definition;
  if (!definition) return 'No agent is called that.';
  const is = model.compare.ids.includes(definition.id) ? 'a column already' : '';
  const words = [labelOf(model, definition.id), is, visibleText(definition.description)].filter(Boolean);
  return sentences(`${cursor + 1} of ${counted(hits.length, 'agent')}: ${joined(words)}`);
}

function commandWords(model: Model, cursor: number): string {
  const commands = paletteCommands(model);
  const command = commands[cursor];
  if (!command) return 'No such command here.';
  const { title, keys, refusal } = command;
  return sentences(
    `${cursor + 1} of ${commands.length}: ${joined([title, ...(keys.length > 0 ? [keys.map(spokenKey).join(' or ')] : [])])}`,
    refusal === null ? '' : `Not now: ${spokenWords(refusal)}`,
  );
}

function foundWords(model: Model, cursor: number): string {
  const found = helpFound(model);
  const entry = found[cursor];
  if (!entry) return 'Nothing of that kind.';
  const keys = entry.binding ? entry.binding.keys.map(spokenKey).join(' or ') : entry.keys;
  return sentences(`${cursor + 1} of ${found.length}: ${joined([keys, entry.title, entry.where].filter(Boolean))}`);
}

function draftWords(model: Model, cursor: number, at: number | null): string {
  const drafts = listedDrafts(model);
  const draft = drafts[cursor];
  if (!draft && filterOf(model)) return 'No draft holds that.';
  if (!draft) return 'No drafts yet: whatever you take becomes one.';
  const { name, size, age } = draftRow(model, draft, at);
  const open = draft.id === model.kept.id ? [signWords('open')] : [];
  return sentences(
    `${cursor + 1} of ${drafts.length}: ${joined([name, spokenWords(size), age, ...open].filter(Boolean))}`,
  );
}
