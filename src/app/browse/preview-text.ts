import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { knownProblemCount } from '../../core/definition/problem-count.ts';
import { isOff } from '../../core/definition/switched-off.ts';
import { toolWords } from '../../core/definition/tools.ts';
import { executionBadges } from '../../core/lint/execution-badges.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';
import type { SearchHit } from '../../core/search/search.ts';
import { tokensOf } from '../../core/tokens/definition-tokens.ts';
import { memoLast } from '../../kit/memo.ts';
import { countText } from '../../text/count-text.ts';
import { highlighted } from '../../text/highlighted.ts';
import type { Span, StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { renderedBeginning } from '../model/rendered-text.ts';
import { signSpan } from '../model/signs.ts';

/** The preview from its first line on. */
export interface PreviewText {
  readonly lines: readonly StyledLine[];
  /** Whether the last line is the last of the whole text: a long prompt is made no further than it is looked at. */
  readonly isWhole: boolean;
}

/** A prompt of so many characters is made whole before anybody notices, and it can be told how long it is. */
const SOON_MADE = 16_384;

const BLANK: StyledLine = { spans: [] };

/**
 * One definition at a glance: what is wrong with it, what it is set to, its description whole, and its prompt. The last one
 * is remembered, so that what was made while nobody waited costs the frame nothing.
 *
 * @param path As it is shown.
 * @param columns Cells of a line.
 * @param enough Lines wanted.
 */
export const previewText = memoLast((hit: SearchHit, path: string, columns: number, enough: number): PreviewText => {
  const { definition, matches } = hit;
  // Taken once: it is made a string each time.
  const { body: prompt } = definition;
  const words = highlighted(definition.description.replace(/[\r\n]/g, ' '), matches.description);
  const head = [
    ...(isOff(definition) ? offLines(columns) : []),
    ...troubleLines(definition, columns),
    ...wrapSpans(factSpans(definition), columns),
    ...wrapSpans([{ text: visibleText(path), role: 'muted' }], columns),
    BLANK,
    // An inferred description is the beginning of the body, which follows.
    ...(definition.descriptionInferred ? [] : [...wrapSpans(words, columns), BLANK]),
  ];
  const rest = prompt.length <= SOON_MADE ? Number.POSITIVE_INFINITY : Math.max(1, enough - head.length);
  const body = renderedBeginning(prompt, { columns, rows: rest + 1 }, 'rendered');
  return { lines: [...head, ...body.slice(0, rest)], isWhole: body.length <= rest };
});

/** Model, color, what it runs, tools and size, in that order, as far as they are stated. */
function factSpans(definition: AgentDefinition): readonly Span[] {
  const { model, color, tools } = definition;
  const first = [model ?? 'model not stated', ...(color ? [color] : [])].join(' · ');
  const last = ` · ${toolWords(tools)} · ~${countText(tokensOf(definition))} tokens`;
  const badges = executionBadges(definition).flatMap((badge): readonly Span[] => [
    { text: ' · ', role: 'muted' },
    { text: badge, role: 'text' },
  ]);
  return [{ text: visibleText(first), role: 'muted' }, ...badges, { text: visibleText(last), role: 'muted' }];
}

function offLines(columns: number): readonly StyledLine[] {
  const words: Span = { text: 'Switched off: no harness loads it', role: 'muted' };
  return wrapSpans([words], columns, { first: [signSpan('off', ' ')], rest: [{ text: '  ', role: 'text' }] });
}

/** The worst problem, and how many more there are. */
function troubleLines(definition: AgentDefinition, columns: number): readonly StyledLine[] {
  if (knownProblemCount(definition)?.problems === 0) return [];
  const serious = lintDefinition(definition).filter(({ severity }) => severity !== 'info');
  const worst = serious.find(({ severity }) => severity === 'error') ?? serious[0];
  if (!worst) return [];
  const more = serious.length > 1 ? ` (and ${serious.length - 1} more)` : '';
  const isError = worst.severity === 'error';
  const words: Span = { text: visibleText(`${worst.message}${more}`), role: isError ? 'error' : 'warning' };
  const sign = signSpan(isError ? 'error' : 'doubtful', ' ');
  return wrapSpans([words], columns, { first: [sign], rest: [{ text: '  ', role: 'text' }] });
}
