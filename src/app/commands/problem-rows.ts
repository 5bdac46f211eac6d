import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import type { Diagnostic } from '../../core/definition/diagnostic.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';
import { addAll } from '../../kit/long-lists.ts';
import { type Role, type Span, type StyledLine, styledLine, toneLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { currentDefinition } from '../browse/browse-results.ts';
import { definitionById } from '../model/known-definitions.ts';
import type { Model } from '../model/model.ts';
import { shortPath } from '../model/short-path.ts';
import { signSpan } from '../model/signs.ts';

/** The agent whose problems are shown: the one that is read, else that under the cursor of the list. */
export function judgedDefinition(model: Model): AgentDefinition | null {
  return model.trail.includes('reader') ? definitionById(model, model.reader.id) : currentDefinition(model);
}

/** What is wrong with it, in the order it is shown. */
export function ownProblems(model: Model): readonly Diagnostic[] {
  const definition = judgedDefinition(model);
  return definition ? lintDefinition(definition) : [];
}

/** A text with rows of several lines, one of which the cursor is on. */
export interface RowText {
  readonly lines: readonly StyledLine[];
  /** For each row its first line, and the one after its last. */
  readonly rows: readonly (readonly [start: number, end: number])[];
}

/**
 * All problems as lines of a width, those of the agent as rows.
 *
 * @param cursor Index of the agent's problem that the keys act on.
 */
export function problemText(model: Model, cursor: number, width: number): RowText {
  const settings = model.surroundings.settingsProblems.flatMap((problem) =>
    wrapSpans([{ text: visibleText(problem), role: 'error' }], width),
  );
  const lines: StyledLine[] = [
    ...(settings.length > 0 ? [styledLine('Settings', 'heading'), ...settings, BLANK] : []),
    styledLine(visibleText(judgedDefinition(model)?.name ?? 'No agent'), 'heading'),
  ];
  const rows: (readonly [number, number])[] = [];
  for (const [at, problem] of ownProblems(model).entries()) {
    const row = rowOf(problem, at === cursor, width);
    rows.push([lines.length, lines.length + row.length]);
    addAll(lines, row);
  }
  if (rows.length === 0) lines.push(styledLine('No problems', 'muted'));
  const unread = model.library.problems.flatMap(({ path, reason, code }) =>
    wrapSpans(
      [
        { text: visibleText(`${shortPath(path, model.surroundings)}: ${reason}`), role: 'error' },
        { text: `  ${code}`, role: 'muted' },
      ],
      width,
    ),
  );
  if (unread.length > 0) lines.push(BLANK, styledLine('Files that could not be read', 'heading'));
  return { lines: [...lines, ...unread], rows };
}

function rowOf(
  { severity, line, column, message, code }: Diagnostic,
  isCurrent: boolean,
  width: number,
): readonly StyledLine[] {
  const place = `${line}:${column}`.padEnd(8);
  const lead: readonly Span[] = [
    { text: isCurrent ? '❯ ' : '  ', role: 'accent' },
    SEVERITY_SIGNS[severity],
    { text: place, role: 'muted' },
  ];
  const spans: Span[] = [
    { text: visibleText(message), role: SEVERITY_ROLES[severity] },
    { text: `  ${code}`, role: 'muted' },
  ];
  const lines = wrapSpans(spans, width, { first: lead, rest: lead.map(indentOf) });
  return isCurrent ? lines.map((one) => toneLine(one, 'cursor')) : lines;
}

const BLANK: StyledLine = { spans: [] };
const indentOf = ({ text }: Span): Span => ({ text: ' '.repeat(text.length), role: 'text' });

const SEVERITY_SIGNS: Readonly<Record<Diagnostic['severity'], Span>> = {
  error: signSpan('error', ' '),
  warning: signSpan('doubtful', ' '),
  info: { text: '  ', role: 'text' },
};

const SEVERITY_ROLES: Readonly<Record<Diagnostic['severity'], Role>> = {
  error: 'error',
  warning: 'warning',
  info: 'text',
};
