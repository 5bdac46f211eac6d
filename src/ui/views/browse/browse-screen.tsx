import type { ReactNode } from 'react';
import { costsNothing, queryOf, resultsOf, sortOf } from '../../../app/browse/browse-results.ts';
import { awaitsComposed, emptySets } from '../../../app/browse/known-sets.ts';
import { orderWords } from '../../../app/browse/list-order.ts';
import { hasOwn } from '../../../app/browse/listed-definitions.ts';
import { previewWindow } from '../../../app/browse/preview-window.ts';
import { queryFaultWords } from '../../../app/browse/query-fault-words.ts';
import { completionOf } from '../../../app/browse/search-suggestion.ts';
import { twinIds } from '../../../app/browse/twin-ids.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import { browseLayout, EDGE } from '../../../app/model/layout.ts';
import type { Model } from '../../../app/model/model.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import type { AgentDefinition } from '../../../core/definition/agent-definition.ts';
import { countOf } from '../../../core/library/agent-calls.ts';
import { kindWords } from '../../../core/library/kind-words.ts';
import { whereLabel } from '../../../core/library/where-label.ts';
import { descriptionTokensOf, loadedBySome, tokensSoFar } from '../../../core/tokens/definition-tokens.ts';
import { memoLast } from '../../../kit/memo.ts';
import { counted, countText, sizeText } from '../../../text/count-text.ts';
import { lineWidth, type Span, type StyledLine } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { evenLead, wrapSpans } from '../../../text/wrap-spans.ts';
import { Box } from '../parts/box.ts';
import { joinedFacts, opening, Pane, span } from '../parts/frame.tsx';
import { type PaneSet, positionWords } from '../parts/panes.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';
import { TextInput } from '../parts/text-input.tsx';
import { definitionListLines } from './definition-list.ts';

/** The first screen: what is typed finds, the list shows, the preview tells. */
export function browsePanes(model: Model): PaneSet {
  const { direction, first, second } = browseLayout(model);
  const { definitions } = model.library;
  const hits = resultsOf(model);
  const { cursor, top, focus, marked, judged } = model.browse;
  const focused = focus === 'list';
  const columns = first.columns - (direction === 'column' ? EDGE : 0);
  const list = { columns, rows: first.rows, hits, library: definitions, top, cursor };
  const lines =
    hits.length > 0
      ? definitionListLines({
          ...list,
          marked: new Set(marked),
          twins: twinIds(model),
          judged,
          last: lastColumn(model),
        })
      : emptyLines(model, columns);
  const preview = previewWindow(model);
  const definition = preview?.hit.definition;
  const where = definition
    ? ` · ${visibleText(whereLabel(definitions, definition))} · ${definition.kind === 'agent' ? definition.format : definition.kind}`
    : '';
  const hasPreview = definition !== undefined;
  const rowsBelow = direction === 'row' || second.rows === 0 ? 0 : second.rows + 1;
  return {
    direction,
    legend: faultsAside(model) ?? firstSteps(model),
    panes: [
      {
        name: 'list',
        // Without anything to preview no rule parts nothing from nothing.
        ...(hasPreview ? first : { columns: model.size.columns, rows: first.rows + rowsBelow }),
        title: [span(model.browse.isMarkedOnly ? 'Marked agents' : 'Agents')],
        position: positionWords(top, first.rows, hits.length),
        focused,
        lines,
      },
      {
        name: 'preview',
        ...(hasPreview ? second : { columns: 0, rows: 0 }),
        title: definition ? [span(visibleText(definition.name)), span(where, 'muted')] : [],
        position: preview ? positionWords(preview.top, preview.lines.length, preview.count) : '',
        focused: false,
        lines: preview?.lines ?? [],
      },
    ],
  };
}

const SCOPES_LOADED: ReadonlySet<string> = new Set(['project', 'user', 'plugin']);

/** What the last column has, where it is sorted by that. */
function lastColumn({ browse }: Model): ((definition: AgentDefinition) => string) | undefined {
  const { calls } = browse;
  const sort = sortOf({ browse });
  if (sort === 'budget')
    return (definition) => (costsNothing(definition) ? '–' : `~${countText(descriptionTokensOf(definition))}`);
  if (sort === 'size') return ({ bytes }) => sizeText(bytes);
  if (sort !== 'calls' || calls === null) return undefined;
  return (definition) => {
    const count = countOf(calls, definition).calls;
    if (count > 0) return `${countText(count)} ×`;
    // Of those that Claude Code does not load nothing is known.
    return definition.format === 'claude' && SCOPES_LOADED.has(definition.scope) ? 'never' : '–';
  };
}

/** What in the query can find nothing, where the rest of it finds something; `null` for nothing. */
function faultsAside(model: Model): readonly Span[] | null {
  const [fault] = resultsOf(model).length > 0 ? queryFaultWords(model) : [];
  return fault === undefined ? null : [span(` ${visibleText(fault)}`, 'warning')];
}

/** What to do first, for one who has nothing of his own yet. */
function firstSteps(model: Model): readonly Span[] {
  const { library, browse } = model;
  if (library.loading || library.definitions.length === 0 || hasOwn(model) || browse.marked.length > 0) return [];
  // The tour says each by itself.
  if (model.tour !== null) return [];
  const inList: Model = { ...model, browse: { ...browse, focus: 'list' } };
  const [compare, compose] = (['list.compare', 'list.compose'] as const).map((id) => keyOf(inList, id));
  const list = browse.focus === 'search' ? `${keyOf(model, 'search.list')}, ` : '';
  const steps = ` 1 type to find · 2 ${keyOf(model, 'search.mark')} marks · 3 ${list}${compare} compares, ${compose} composes`;
  return [span(`${steps} · ${model.surroundings.program} tour`, 'muted')];
}

const TITLE: StyledLine = { spans: [span(' agents  ', 'heading')] };

/** Where the search line begins in the header, and its cells. */
export function searchLine(model: Model): { readonly left: number; readonly width: number; readonly isAlone: boolean } {
  const { columns } = model.size;
  const room = columns - NAME - lineWidth({ spans: summarySpans(model) }) - 2;
  return { left: NAME, width: room >= 12 ? room : columns - NAME, isAlone: room < 12 };
}

/** Cells before the search line. */
const NAME = 9;

/** Name of the program, search line, and what is found. */
export function BrowseHeader({ model, paint }: ScreenProps): ReactNode {
  const { columns } = model.size;
  const summary = summarySpans(model);
  const { width: fieldWidth, isAlone } = searchLine(model);
  const title = <Pane paint={paint} lines={[TITLE]} columns={Math.min(columns, NAME)} rows={1} />;
  // No room for a letter and the cursor behind it.
  if (fieldWidth < 2) return title;
  return (
    <Box width={columns} height={1}>
      {title}
      <Box width={fieldWidth} flexShrink={0}>
        <TextInput
          field={model.browse.query}
          width={fieldWidth}
          focused={model.browse.focus === 'search' && model.dialog === null}
          placeholder="type to search"
          suggestion={suggestionWords(model)}
          paint={paint}
        />
      </Box>
      {!isAlone && (
        <Pane
          paint={paint}
          lines={[{ spans: [span(' '), ...summary, span(' ')] }]}
          columns={lineWidth({ spans: summary }) + 2}
          rows={1}
        />
      )}
    </Box>
  );
}

/** The suggestion, and how many definitions it would leave. */
function suggestionWords(model: Model): string {
  const suggested = completionOf(model);
  if (!suggested) return '';
  return suggested.count === null ? suggested.rest : `${suggested.rest}  ${countText(suggested.count)}`;
}

/**
 * What is listed, and how much there is of it; each count opens what it counts. Where there is no room beside the search
 * line, what can also be seen elsewhere gives way first.
 */
export const summarySpans = memoLast((model: Model): readonly Span[] => {
  const { definitions, loading, sources, problems } = model.library;
  const { marked, query, sort, work } = model.browse;
  const { picks } = model.draft.present;
  const loaded = loadedBySome(model.library.agents);
  const tokens = tokensSoFar(loaded);
  const found = countText(resultsOf(model).length);
  const facts = [
    [9, opening('search.list', `${found} of ${countText(definitions.length)}${loading ? ' …' : ''}`)],
    [sort === 'match' ? 1 : 5, span(orderWords(model), 'muted')],
    ...workWords(model).map((words) => [8, span(words, 'muted')] as const),
    ...(work === null || isUnseen(model)
      ? [[2, opening('everywhere.sources', counted(sources.length, 'source'))] as const]
      : []),
    ...(tokens !== null && loaded.length > 0
      ? [[3, opening('everywhere.sources', `~${countText(tokens)} tokens a session`)] as const]
      : []),
    ...(problems.length > 0
      ? [[7, opening('everywhere.problems', `${countText(problems.length)} unreadable`)] as const]
      : []),
    ...(marked.length > 0 ? [[7, opening('list.marked', `${countText(marked.length)} marked`)] as const] : []),
    ...(picks.length > 0
      ? [[6, opening('everywhere.drafts', `a draft of ${counted(picks.length, 'section')}`)] as const]
      : []),
  ] as const;
  const typed = Math.min(MOST_SEARCHED, Math.max(LEAST_SEARCHED, textWidth(query.text) + 2));
  const room = model.size.columns - NAME - typed - 2;
  for (let least = 0; ; least += 1) {
    const spans = joinedFacts(facts.flatMap(([weight, fact]) => (weight > least ? [fact] : [])));
    if (least === 8 || lineWidth({ spans }) <= room) return spans;
  }
});

/** Cells that the search line has whatever there is to say beside it, as more is typed. */
const [LEAST_SEARCHED, MOST_SEARCHED] = [18, 30];

/** Whether what is worked on only adds to what is found, below it. */
const isUnseen = (model: Model): boolean => model.browse.work?.kind === 'prompt' && resultsOf(model).length > 0;

/** What is worked on before the query is answered in full; an index that nobody waits for is not worth a word. */
function workWords(model: Model): readonly string[] {
  const { browse } = model;
  if (awaitsComposed(model, queryOf(model))) return ['reading the recipes …'];
  // What has only begun is not worth a word either: most of it is done before anybody reads that.
  if (isUnseen(model) || browse.work === null || browse.work.share < 0.01 || browse.query.text.trim() === '') return [];
  return [`${WORK_WORDS[browse.work.kind]} … ${Math.floor(browse.work.share * 100)} %`];
}

const WORK_WORDS = {
  indexing: 'indexing',
  body: 'searching prompts',
  prompt: 'searching prompts',
  problem: 'looking for problems',
} as const;

/** Nothing to show: why, and what to do. */
export function emptyLines(model: Model, columns: number): readonly StyledLine[] {
  const { library, browse } = model;
  const words = library.loading
    ? ['Reading the sources …']
    : awaitsComposed(model, queryOf(model))
      ? ['Reading the recipes …']
      : browse.work !== null
        ? ['Nothing found so far …']
        : library.definitions.length > 0
          ? [...unmatchedWords(model), `${clearingKeys(model)} clears the search.`]
          : [
              'No agents here.',
              ...hiddenWords(model),
              ...otherWords(model),
              ...library.sources.map(({ folder }) => `Looked in ${visibleText(shortPath(folder, model.surroundings))}`),
              ...unreadWords(model),
              `Look elsewhere with: ${model.surroundings.program} tui --source FOLDER`,
            ];
  return [
    { spans: [] },
    ...words.flatMap((text) => wrapSpans([span(text, 'muted')], columns, evenLead([span('   ')]))),
  ];
}

/** That nothing matches, and why; said once where the whole query is what nothing has. */
function unmatchedWords(model: Model): readonly string[] {
  const query = queryOf(model);
  const empty = emptySets(model, query);
  if (empty.length > 0) return empty.map((name) => EMPTY_WORDS[name]);
  const faults = queryFaultWords(model);
  const isSaid = faults.some((words) => words.startsWith(`Nothing has “${query}”`));
  return [...(isSaid ? [] : [`Nothing matches “${query}”.`]), ...faults].map(visibleText);
}

const EMPTY_WORDS = {
  marked: 'Nothing is marked.',
  composed: 'None of these agents was made here.',
} as const;

/** In the list the key that clears the search clears the marks first. */
function clearingKeys(model: Model): string {
  const { focus, marked } = model.browse;
  const clearing = keyOf(model, 'search.leave');
  if (focus === 'search') return clearing;
  return marked.length === 0 ? keyOf(model, 'list.clear-marks') : `${keyOf(model, 'list.search')} then ${clearing}`;
}

function hiddenWords(model: Model): readonly string[] {
  const count = model.library.hidden?.length ?? 0;
  if (count === 0) return [];
  return [
    `${counted(count, 'bundled agent')} ${count === 1 ? 'is' : 'are'} hidden: ${keyOf(model, 'everywhere.palette')} finds how to list ${count === 1 ? 'it' : 'them'}.`,
  ];
}

function otherWords({ library }: Model): readonly string[] {
  const words = kindWords(library.others);
  if (words.length === 0) return [];
  const kinds = [...new Set(library.others.map(({ kind }) => `kind:${kind}`))].sort().reverse();
  return [`Here ${library.others.length === 1 ? 'is' : 'are'} ${words.join(' and ')}: type ${kinds.join(' or ')}.`];
}

function unreadWords(model: Model): readonly string[] {
  const count = model.library.problems.length;
  if (count === 0) return [];
  const files = count === 1 ? 'One file' : `${countText(count)} files`;
  return [`${files} could not be read: ${keyOf(model, 'everywhere.problems')} says why.`];
}
