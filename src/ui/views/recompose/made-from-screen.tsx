import { keyOf } from '../../../app/keys/key-of.ts';
import { frameLayout } from '../../../app/model/layout.ts';
import type { ComposedAgent, Model } from '../../../app/model/model.ts';
import { scrolledTo } from '../../../app/model/scrolling.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import { currentAgent } from '../../../app/recompose/made-from.ts';
import { changeWords } from '../../../core/recipe/change-words.ts';
import { RECIPE_STATE_WORDS } from '../../../core/recipe/recipe-state.ts';
import { greatest } from '../../../kit/long-lists.ts';
import { cutLine, padLine, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { wrapSpans } from '../../../text/wrap-spans.ts';
import { span, spreadLine } from '../parts/frame.tsx';
import type { PaneSet } from '../parts/panes.tsx';

/** The agents composed here, each with what has changed since; under them what changed for the one under the cursor. */
export function composedPanes(model: Model): PaneSet {
  const { columns, bodyHeight: rows } = frameLayout(model.size);
  const count = model.composed.agents?.length ?? 0;
  const position = count > 0 ? `${model.composed.cursor + 1} of ${count}` : '';
  const lines = composedLines(model, columns, rows);
  return {
    direction: 'column',
    panes: [{ name: 'agents', columns, rows, title: [span('Made here')], position, focused: true, lines }],
  };
}

function composedLines(model: Model, columns: number, rows: number): readonly StyledLine[] {
  const { agents, cursor } = model.composed;
  if (agents === null) return [styledLine('  Looking at what they were composed from …', 'muted')];
  if (agents.length === 0) {
    const way = `Mark some agents with ${keyOf(model, 'list.mark')}, then ${keyOf(model, 'list.compose')} composes from them`;
    return wrapSpans([span(`  Nothing was composed yet. ${way}.`, 'muted')], columns);
  }
  const details = detailLines(model, columns).slice(0, Math.max(0, Math.floor(rows / 2)));
  const height = Math.max(1, rows - (details.length > 0 ? details.length + 1 : 0));
  const top = scrolledTo(cursor, cursor - Math.floor(height / 2), height, agents.length);
  const nameWidth = Math.min(36, greatest(agents.map(({ name }) => textWidth(visibleText(name)))) + 2);
  const list = agents
    .slice(top, top + height)
    .map((agent, index) => agentLine(model, agent, top + index === cursor, { columns, nameWidth }));
  return details.length > 0 ? [...list, { spans: [] }, ...details] : list;
}

function agentLine(
  model: Model,
  { name, path, states }: ComposedAgent,
  isCurrent: boolean,
  { columns, nameWidth }: { readonly columns: number; readonly nameWidth: number },
): StyledLine {
  const isFine = states.every((state) => state === 'up-to-date' || state === 'edited');
  const words = states.map((state) => RECIPE_STATE_WORDS[state]).join(', ');
  const left = [
    span(isCurrent ? '❯ ' : '  ', 'accent'),
    ...padLine(cutLine({ spans: [span(visibleText(name))] }, nameWidth - 1), nameWidth).spans,
    span(visibleText(shortPath(path, model.surroundings)), 'muted'),
  ];
  const right = [span(words, isFine ? 'muted' : 'warning'), span(' ')];
  const line = spreadLine(cutLine({ spans: left }, Math.max(10, columns - textWidth(words) - 3)).spans, right, columns);
  return isCurrent ? toneLine(line, 'cursor') : line;
}

function detailLines(model: Model, columns: number): readonly StyledLine[] {
  const changes = currentAgent(model)?.changes ?? [];
  const shown = (path: string) => shortPath(path, model.surroundings);
  return changes.flatMap((change) => wrapSpans([span(`  ${changeWords(change, shown)}`, 'muted')], columns));
}
