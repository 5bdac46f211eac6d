import type { Size } from '../../../app/model/model.ts';
import { renderedBeginning } from '../../../app/model/rendered-text.ts';
import type { AgentDefinition } from '../../../core/definition/agent-definition.ts';
import { toolWords } from '../../../core/definition/tools.ts';
import { executionBadges } from '../../../core/lint/execution-badges.ts';
import { lintDefinition } from '../../../core/lint/lint-definition.ts';
import type { SearchHit } from '../../../core/search/search.ts';
import { tokensOf } from '../../../core/tokens/definition-tokens.ts';
import { countText } from '../../../text/count-text.ts';
import { cutLine, type Span, type StyledLine, styledLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { firstLines, wrapSpans } from '../../../text/wrap-spans.ts';
import { span, spreadLine } from '../parts/frame.tsx';
import { highlighted } from './definition-list.ts';

const DESCRIPTION_LINES = 3;
const BLANK: StyledLine = { spans: [] };

/** One definition at a glance: where it is, what it is set to, what is wrong with it, and how it begins. */
export function previewLines(hit: SearchHit, path: string, { columns, rows }: Size): readonly StyledLine[] {
  const { definition, matches } = hit;
  const oneLine = definition.description.replace(/[\r\n]/g, ' ');
  const description = wrapSpans(highlighted(oneLine, matches.description), columns);
  const head = [
    titleLine(definition, columns),
    cutLine(styledLine(visibleText(path), 'muted'), columns),
    cutLine({ spans: factSpans(definition) }, columns),
    ...(rows < 8 ? [] : troubleLines(definition, columns)),
    BLANK,
    // An inferred description is the beginning of the body, which follows.
    ...(definition.descriptionInferred
      ? []
      : [...firstLines(description, columns, rows < 14 ? 2 : DESCRIPTION_LINES), BLANK]),
  ];
  const rest = { columns, rows: rows - head.length };
  return [...head, ...renderedBeginning(definition.body, rest, 'rendered')];
}

function titleLine(definition: AgentDefinition, columns: number): StyledLine {
  const right = `${definition.origin} · ${definition.format}`;
  return spreadLine([span(visibleText(definition.name), 'heading')], [span(visibleText(right), 'muted')], columns);
}

/** Model, color, what it runs, tools and size, in that order, as far as they are stated. */
function factSpans(definition: AgentDefinition): readonly Span[] {
  const { model, color, tools } = definition;
  const first = [model ?? 'model not stated', ...(color ? [color] : [])].join(' · ');
  const last = `${toolWords(tools)} · ~${countText(tokensOf(definition))} tokens`;
  // Before the tools, which may be many: what a definition runs should never be cut off.
  const badges = executionBadges(definition).flatMap((badge) => [span(' · ', 'muted'), span(badge)]);
  return [span(visibleText(first), 'muted'), ...badges, span(visibleText(` · ${last}`), 'muted')];
}

/** The worst problem, and how many more there are. */
function troubleLines(definition: AgentDefinition, columns: number): readonly StyledLine[] {
  const serious = lintDefinition(definition).filter(({ severity }) => severity !== 'info');
  const worst = serious.find(({ severity }) => severity === 'error') ?? serious[0];
  if (!worst) return [];
  const more = serious.length > 1 ? ` (and ${serious.length - 1} more)` : '';
  const text = `! ${worst.message}${more}`;
  return firstLines(
    wrapSpans([span(visibleText(text), worst.severity === 'error' ? 'error' : 'warning')], columns),
    columns,
    2,
  );
}
