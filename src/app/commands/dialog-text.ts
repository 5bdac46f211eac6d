import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { kindWords } from '../../core/library/kind-words.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';
import { lineDifference } from '../../core/rendering/text-difference.ts';
import { budgetWords, loadedBySome } from '../../core/tokens/definition-tokens.ts';
import { counted } from '../../text/count-text.ts';
import { type Role, type Span, type StyledLine, styledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../text/wrap-spans.ts';
import { currentDefinition } from '../browse/browse-results.ts';
import { composedFile } from '../compose/composed-result.ts';
import type { Dialog } from '../model/dialog.ts';
import { definitionById } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { shortPath } from '../model/short-path.ts';
import { formDraft } from '../save/save-form.ts';

/** A dialog that is a text one scrolls through. */
export type TextDialog = Extract<
  Dialog,
  { kind: 'problems' | 'sources' | 'news' | 'overwrite' | 'unsave' | 'recompose' }
>;

const TEXT_DIALOGS: ReadonlySet<Dialog['kind']> = new Set<TextDialog['kind']>([
  'problems',
  'sources',
  'news',
  'overwrite',
  'unsave',
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
      return problemLines(model, width);
    case 'sources':
      return sourceLines(model, width);
    case 'recompose':
      return lineDifference(dialog.file.before, dialog.text, width);
    case 'news':
      return newsLines(model, width);
    case 'unsave':
      return lineDifference(model.landed ? composedFile(model.landed.draft.present).text : '', dialog.text, width);
    case 'overwrite':
      return lineDifference(dialog.text, composedFile(formDraft(model)).text, width);
  }
}

const BLANK: StyledLine = { spans: [] };
const indentOf = ({ text }: Span): Span => ({ text: ' '.repeat(text.length), role: 'text' });

function problemLines(model: Model, width: number): readonly StyledLine[] {
  const definition = model.trail.includes('reader') ? definitionById(model, model.reader.id) : currentDefinition(model);
  const own = (definition ? lintDefinition(definition) : []).flatMap(({ severity, line, column, message, code }) => {
    const lead: Span = { text: `${line}:${column}`.padEnd(8), role: 'muted' };
    const spans: Span[] = [
      { text: visibleText(message), role: SEVERITY_ROLES[severity] },
      { text: `  ${code}`, role: 'muted' },
    ];
    return wrapSpans(spans, width, { first: [lead], rest: [indentOf(lead)] });
  });
  const unread = model.library.problems.flatMap(({ path, reason, code }) =>
    wrapSpans(
      [
        { text: visibleText(`${path}: ${reason}`), role: 'error' },
        { text: `  ${code}`, role: 'muted' },
      ],
      width,
    ),
  );
  const settings = model.surroundings.settingsProblems.flatMap((problem) =>
    wrapSpans([{ text: visibleText(problem), role: 'error' }], width),
  );
  return [
    ...(settings.length > 0 ? [styledLine('Settings', 'heading'), ...settings, BLANK] : []),
    styledLine(visibleText(definition?.name ?? 'No agent'), 'heading'),
    ...(own.length > 0 ? own : [styledLine('No problems', 'muted')]),
    BLANK,
    ...(unread.length > 0 ? [styledLine('Files that could not be read', 'heading'), ...unread] : []),
  ];
}

const SEVERITY_ROLES: Readonly<Record<'error' | 'warning' | 'info', Role>> = {
  error: 'error',
  warning: 'warning',
  info: 'text',
};

/** All that was said in this run, the newest first. */
function newsLines({ news }: Model, width: number): readonly StyledLine[] {
  if (news.length === 0) return [styledLine('Nothing yet', 'muted')];
  return news.toReversed().flatMap(({ text, tone }) => {
    const lead: Span = { text: tone === 'bad' ? '✗ ' : '· ', role: tone === 'bad' ? 'error' : 'muted' };
    return wrapSpans([{ text: visibleText(text), role: 'text' }], width, { first: [lead], rest: [indentOf(lead)] });
  });
}

function sourceLines({ library, surroundings }: Model, width: number): readonly StyledLine[] {
  const lines = library.sources.flatMap(({ id, scope, folder }) => {
    const isOfIt = ({ source }: AgentDefinition): boolean => source === id;
    const counts = [
      counted(library.agents.filter(isOfIt).length, 'agent'),
      ...kindWords(library.others.filter(isOfIt)),
    ];
    const head: Span[] = [
      { text: visibleText(id), role: 'strong' },
      { text: `  ${scope} · ${counts.join(', ')}`, role: 'muted' },
    ];
    const place: Span[] = [{ text: visibleText(shortPath(folder, surroundings)), role: 'text' }];
    return [...wrapSpans(head, width), ...wrapSpans(place, width, evenLead([{ text: '  ', role: 'text' }])), BLANK];
  });
  return [...lines, ...wrapSpans([{ text: budgetWords(loadedBySome(library.agents)), role: 'muted' }], width)];
}
