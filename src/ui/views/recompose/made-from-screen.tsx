import { keyOf } from '../../../app/keys/key-of.ts';
import { definitionById } from '../../../app/model/known-definitions.ts';
import { EDGE } from '../../../app/model/layout.ts';
import type { Model } from '../../../app/model/model.ts';
import type { ComposedAgent } from '../../../app/model/recompose-state.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import { changeLines } from '../../../app/recompose/change-lines.ts';
import { agentsTop, currentAgent, listedAgents, madeFromLayout, stateWords } from '../../../app/recompose/made-from.ts';
import { greatest } from '../../../kit/long-lists.ts';
import { cutLine, cutMiddle, padLine, type StyledLine, styledLine, toneLine } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../../text/wrap-spans.ts';
import { span, spreadLine } from '../parts/frame.tsx';
import { type PaneSet, positionWords } from '../parts/panes.tsx';

/** The agents made here, each with how it stands to what it is made from; under them what changed for the one under the cursor. */
export function composedPanes(model: Model): PaneSet {
  const { first, second } = madeFromLayout(model);
  const { scroll, filter } = model.composed;
  const count = listedAgents(model).length;
  const top = agentsTop(model);
  const changes = changeLines(model);
  const name = visibleText(currentAgent(model)?.name ?? '');
  return {
    direction: 'column',
    panes: [
      {
        name: 'agents',
        ...first,
        title: [span('Made here'), ...(filter ? [span(` · “${visibleText(filter.words.text.trim())}”`, 'muted')] : [])],
        position: positionWords(top, first.rows, count),
        focused: true,
        lines: listLines(model, top, first.rows, first.columns),
      },
      {
        name: 'changes',
        ...second,
        title: [span(`What changed for ${name}`)],
        position: positionWords(scroll, second.rows, changes.length),
        focused: false,
        lines: changes.slice(scroll, scroll + second.rows),
      },
    ],
  };
}

function listLines(model: Model, top: number, rows: number, columns: number): readonly StyledLine[] {
  const { agents, cursor } = model.composed;
  const listed = listedAgents(model);
  if (agents === null) return [styledLine('  Looking at what they are made from …', 'muted')];
  if (agents.length === 0) {
    const way = `Mark some agents with ${keyOf(model, 'list.mark')}, then ${keyOf(model, 'list.compose')} composes from them`;
    return wrapSpans([span(`Nothing was made here yet. ${way}.`, 'muted')], columns - EDGE, evenLead([span('  ')]));
  }
  if (listed.length === 0) return [styledLine('  Nothing made here is called that', 'muted')];
  const nameWidth = Math.min(36, greatest(listed.map(({ name }) => textWidth(visibleText(name)))) + 2);
  return listed
    .slice(top, top + rows)
    .map((agent, index) => agentLine(model, agent, top + index === cursor, { columns, nameWidth }));
}

/** Cells under which neither path nor sources are worth showing. */
const LEAST_PART = 12;

function agentLine(
  model: Model,
  agent: ComposedAgent,
  isCurrent: boolean,
  { columns, nameWidth }: { readonly columns: number; readonly nameWidth: number },
): StyledLine {
  const { name, path, states } = agent;
  const isFine = states.every((state) => state === 'up-to-date' || state === 'edited');
  const words = stateWords(agent);
  const room = columns - nameWidth - textWidth(words) - LEADS;
  const sources = `from ${agent.madeFrom.map((id) => nameOf(model, id)).join(', ')}`;
  const place = visibleText(shortPath(path, model.surroundings));
  const both = textWidth(`${place}  ${sources}`) <= room ? `${place}  ${sources}` : '';
  const shown =
    both ||
    cutLine(styledLine(sources), room)
      .spans.map(({ text }) => text)
      .join('');
  const left = [
    span(isCurrent ? '❯ ' : '  ', 'accent'),
    ...padLine(styledLine(cutMiddle(visibleText(name), nameWidth - 1)), nameWidth).spans,
    span(room >= LEAST_PART ? shown : '', 'muted'),
  ];
  const right = [span(words, isFine ? 'muted' : 'warning'), span(' ')];
  const line = spreadLine(left, right, columns);
  return isCurrent ? toneLine(line, 'cursor') : line;
}

/** Cells of a row that are its cursor, and the blanks before and after its state. */
const LEADS = 5;

function nameOf(model: Model, id: string): string {
  return visibleText(definitionById(model, id)?.name ?? id.slice(id.indexOf(':') + 1));
}
