import { currentDefinition, resultsOf } from '../../app/browse/browse-results.ts';
import { orderWords } from '../../app/browse/list-order.ts';
import { previewWindow } from '../../app/browse/preview-window.ts';
import { completionOf } from '../../app/browse/search-suggestion.ts';
import { twinIds } from '../../app/browse/twin-ids.ts';
import { definitionById } from '../../app/model/known-definitions.ts';
import type { Model } from '../../app/model/model.ts';
import { signWords } from '../../app/model/signs.ts';
import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { isOff } from '../../core/definition/switched-off.ts';
import { descriptionStart } from '../../core/library/description-start.ts';
import { whereLabel } from '../../core/library/where-label.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';
import { counted, countText } from '../../text/count-text.ts';
import { emptyLines } from '../views/browse/browse-screen.tsx';
import { landingLines } from '../views/browse/landing-lines.ts';
import { placeLines, scrolledLines } from './place-lines.ts';
import { joined, sentences, spokenLine, spokenWords } from './spoken.ts';

/** The list and its search line: how many are found, and the row the cursor is on. */
export const browseLines = placeLines({
  arrival: (model) => [sentences('Agents', ...landedLines(model))],
  status: statusWords,
  spot: (model) => {
    const { focus, cursor } = model.browse;
    // While agents are still being read, others come to stand on a row by themselves.
    const row = model.library.loading ? `${cursor}` : (currentDefinition(model)?.id ?? '');
    return `${focus} ${row} ${model.landed?.path ?? ''}`;
  },
  here: (model, since) => {
    const { focus, query } = model.browse;
    const isMoved = since !== null && since.before.browse.focus === focus;
    if (isMoved) return [rowWords(model, true)];
    const field = focus === 'list' ? 'List' : `Search line: ${query.text || 'empty'}`;
    const isSaid = since !== null && currentDefinition(since.before) === currentDefinition(model);
    return [...(since === null ? [] : landedLines(model)), sentences(field, rowWords(model, !isSaid))];
  },
  beside: scrolledLines((model) => {
    const preview = previewWindow(model);
    return { top: preview?.top ?? 0, line: preview?.lines[0] };
  }),
});

/** What came to be marked, and what no longer is. */
export function markLines(before: Model, after: Model): readonly string[] {
  const was = new Set(before.browse.marked);
  const is = new Set(after.browse.marked);
  const name = (id: string) => labelOf(after, id);
  const added = after.browse.marked.filter((id) => !was.has(id)).map(name);
  const removed = before.browse.marked.filter((id) => !is.has(id)).map(name);
  if (added.length + removed.length === 0) return [];
  return [
    sentences(
      added.length > 0 ? `Marked: ${added.join('; ')}` : '',
      removed.length > 0 ? `No longer marked: ${removed.join('; ')}` : '',
      `${is.size} marked`,
    ),
  ];
}

/** An agent by name and by where it comes from. */
export function labelOf(model: Model, id: string): string {
  const definition = definitionById(model, id);
  return definition ? `${definition.name}, ${whereLabel(model.library.definitions, definition)}` : id;
}

function statusWords(model: Model): string {
  const { definitions, loading, sources } = model.library;
  const { query, sort } = model.browse;
  const typed = query.text.trim();
  if (loading && (typed === '' || definitions.length === 0)) return 'Reading the sources …';
  const found = resultsOf(model).length;
  // Prompts are looked into as soon as the keys rest: what they have is told then.
  if (found === 0 && model.browse.work?.kind === 'prompt') return '';
  if (found === 0) return sentences(...emptyLines(model, model.size.columns).map(spokenLine));
  const order = sort === 'match' ? '' : orderWords(model);
  const suggested = completionOf(model);
  if (typed === '')
    return sentences(`${counted(definitions.length, 'agent')} from ${counted(sources.length, 'source')}`, order);
  return sentences(
    `${countText(found)} of ${countText(definitions.length)}${loading ? ' so far' : ''} for "${typed}"`,
    order,
    suggested ? `Right completes ${typed}${suggested.rest}` : '',
  );
}

/** The row the cursor is on: what tells it from others first, what it is for last. */
function rowWords(model: Model, isWhole: boolean): string {
  const hits = resultsOf(model);
  const { cursor } = model.browse;
  const definition = hits.at(cursor)?.definition;
  if (!definition) return '';
  const isLast = cursor > 0 && cursor === hits.length - 1;
  const number = `${countText(cursor + 1)}${isLast ? ', last' : ''}: `;
  return number + sentences(joined(factsOf(model, definition)), isWhole ? descriptionWords(definition) : '');
}

function factsOf(model: Model, definition: AgentDefinition): readonly string[] {
  const diagnostics = lintDefinition(definition);
  const trouble = (['error', 'warning'] as const).find((one) => diagnostics.some(({ severity }) => severity === one));
  return [
    definition.name,
    whereLabel(model.library.definitions, definition),
    ...(definition.model === null ? [] : [definition.model]),
    ...(model.browse.marked.includes(definition.id) ? [signWords('marked')] : []),
    ...(isOff(definition) ? [signWords('off')] : []),
    ...(trouble ? [signWords(trouble === 'error' ? 'error' : 'doubtful')] : []),
    ...(definition.shadowedBy === null ? [] : ['shadowed']),
    ...(twinIds(model).has(definition.id) ? ['twin'] : []),
  ];
}

/** More of a description is not said in a row: reading the agent says all of it. */
const LONGEST = 160;

function descriptionWords({ description, descriptionInferred }: AgentDefinition): string {
  const text = description.replace(/\s+/g, ' ').trim();
  if (text === '') return 'no description';
  const words = text.slice(descriptionStart(text));
  const end = words.lastIndexOf(' ', LONGEST);
  const shown = words.length <= LONGEST ? words : `${words.slice(0, end > 0 ? end : LONGEST)} …`;
  return descriptionInferred ? `no description: ${shown}` : shown;
}

/** What can be done with what was just saved. */
function landedLines(model: Model): readonly string[] {
  if (model.landed === null) return [];
  const [, keys] = landingLines(model, model.landed, model.size.columns);
  return keys ? [`After saving: ${spokenWords(spokenLine(keys))}.`] : [];
}
