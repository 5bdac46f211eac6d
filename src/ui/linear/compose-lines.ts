import { cellState } from '../../app/compose/cell-state.ts';
import { composeTopics, currentStop, currentTopic } from '../../app/compose/compose-topics.ts';
import { resultLines } from '../../app/compose/composed-result.ts';
import { accountOfVersion, listedEntries } from '../../app/compose/ledger-list.ts';
import { passageWords } from '../../app/compose/passage-words.ts';
import { PASSAGE_SIGNS, PICK_SIGNS } from '../../app/compose/pick-signs.ts';
import { keyOf } from '../../app/keys/key-of.ts';
import type { Model } from '../../app/model/model.ts';
import { renderedText } from '../../app/model/rendered-text.ts';
import { signWords } from '../../app/model/signs.ts';
import { sectionLabel, sectionText } from '../../core/sections/section-text.ts';
import { counted } from '../../text/count-text.ts';
import { spansText } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { labelOf } from './browse-lines.ts';
import { currentLines, currentWords, focusedPane, headerWords, paneLines } from './pane-lines.ts';
import { type PlaceLines, placeLines } from './place-lines.ts';
import { joined, sentences, spokenLine } from './spoken.ts';

/** Composing: the topic with what is taken of it, its versions passage by passage, the result. */
export const composeLines: PlaceLines = placeLines({
  arrival: (model) => {
    const { definitions } = composeTopics(model);
    const isBegun = model.draft.present.picks.length > 0;
    return [
      isBegun ? sentences(headerWords(model)) : `Composing from ${counted(definitions.length, 'agent')}.`,
      ...definitions.map(({ id }, at) => sentences(`${at + 1}: ${labelOf(model, id)}`)),
      ...(isBegun ? [] : [waysToBegin(model)]),
    ];
  },
  status: (model) => {
    const { topics, lack } = composeTopics(model);
    return sentences(lack ?? counted(topics.length, 'topic'));
  },
  spot: (model) => {
    const { pane, row, column } = model.compose;
    return pane === 'topics' ? `topics ${row} ${column}` : `${pane} ${row} ${column} ${positionOf(model)}`;
  },
  here: (model, since) => {
    const old = since?.before.compose;
    const { pane, row, column } = model.compose;
    if (pane === 'versions' && model.compose.line === 0) {
      return [sentences(old?.pane === pane && old.row === row ? '' : 'Versions', versionWords(model))];
    }
    if (pane === 'versions') return paneLines.here(model, since);
    if (pane === 'result') return [sentences(old?.pane === pane ? '' : 'Result', stopWords(model))];
    const isSame = old?.pane === 'topics' && old.row === row;
    const words = isSame && old.column !== column ? versionWords(model) : topicWords(model);
    return [sentences(old && old.pane !== 'topics' ? 'Topics' : '', words)];
  },
  whole: (model) => {
    if (model.compose.pane === 'result') {
      const words = resultLines(model.draft.present.picks, model.size.columns, null).map(({ line }) =>
        spokenLine(line),
      );
      return ['The result:', ...words.filter((line) => line !== '')];
    }
    const section = currentTopic(model)?.cells[model.compose.column];
    if (!section) return [versionWords(model)];
    const lines = renderedText(sectionText(section), model.size.columns, 'rendered').map(spokenLine);
    return [versionWords(model), ...lines.filter((line) => line !== '')];
  },
  beside: paneLines.beside,
});

/** What is left out, and what stands instead. */
export const ledgerLines: PlaceLines = placeLines({
  ...paneLines,
  spot: (model) =>
    `${model.ledger.cursor} ${model.ledger.scope} ${model.ledger.withKept} ${listedEntries(model).length}`,
  here: (model) => {
    const entries = listedEntries(model);
    const { cursor } = model.ledger;
    const entry = entries[cursor];
    if (!entry) return currentWords(model);
    const { definition, passage, state, line, by } = entry;
    const number = composeTopics(model).definitions.findIndex(({ id }) => id === definition.id) + 1;
    const words = (text: string): string => spansText(passageWords({ kind: passage.kind, text }));
    const place = state === 'kept' ? `, line ${line} of the result` : '';
    return [
      `${cursor + 1} of ${entries.length}: ${signWords(PASSAGE_SIGNS[state])}${place}. In ${number}: ${words(passage.text)}`,
      ...(by === null || line === null ? [] : [`Instead, line ${line} of the result: ${words(by)}`]),
    ];
  },
});

/** What the cursor is on in the result, and who says it; of a whole section how it begins. */
function stopWords(model: Model): string {
  const pane = focusedPane(model);
  const [first, ...rest] = currentLines(pane?.lines ?? []);
  if (!first || model.draft.present.picks.length === 0) return waysToBegin(model);
  const end = first.spans.at(-1);
  const words = spokenLine({ spans: first.spans.slice(0, -1) });
  const lines = rest.filter((line) => spokenLine(line) !== '').length;
  return sentences(
    joined([pane?.position ?? '', sectionName(model, words) + words]),
    originWords(end?.text.trim() ?? ''),
    lines > 0 ? `${counted(lines, 'line')} more; ${keyOf(model, 'linear.read')} reads the result` : '',
  );
}

/** Of a whole section its title, unless the words begin with it. */
function sectionName(model: Model, words: string): string {
  const stop = currentStop(model);
  const title = visibleText(model.draft.present.picks[stop?.pick ?? -1]?.title ?? '');
  if (stop === null || stop.passage !== null) return '';
  return words.startsWith(title) ? 'section ' : `section ${title}: `;
}

/** Who says a line, from the number beside it: of an agent, or of how many. */
function originWords(beside: string): string {
  const [, count = '', times = '', edit = ''] = /^(\d+)?(×)?(\*)?/.exec(beside) ?? [];
  const from = count === '' ? '' : times === '' ? `from ${count}` : `${count} say it`;
  return [from, edit === '' ? '' : 'in your words'].filter(Boolean).join(', ');
}

function positionOf({ compose }: Model): string {
  return compose.pane === 'result' ? `${compose.stop}` : `${compose.line}`;
}

function waysToBegin(model: Model): string {
  return sentences(
    'Nothing taken yet',
    `${keyOf(model, 'compose.pick')} takes, ${keyOf(model, 'compose.versions')} takes every version and then merges them, ` +
      `${keyOf(model, 'compose.unite-all')} merges all topics, ${keyOf(model, 'compose.pane')} goes to the versions and the result`,
  );
}

/** A topic, and how each agent's version stands to the draft. */
function topicWords(model: Model): string {
  const { topics, definitions } = composeTopics(model);
  const topic = currentTopic(model);
  if (!topic) return 'No topic here';
  const { row, column } = model.compose;
  const cells = topic.cells.flatMap((section, at) => {
    const definition = definitions[at];
    const state = section && definition ? cellState(model.draft.present, definition, section) : null;
    if (state === null && topic.goesOn && at !== column) return [];
    return `${at + 1}${at === column ? ', here' : ''}: ${signWords(state === null ? 'lacks' : PICK_SIGNS[state])}`;
  });
  return sentences(
    `Topic ${row + 1} of ${topics.length}: ${topic.goesOn ? 'also ' : ''}${visibleText(topic.title)}`,
    cells.join('; '),
  );
}

/** What the agent of the column says of the topic, in short. */
function versionWords(model: Model): string {
  const { column } = model.compose;
  const definition = composeTopics(model).definitions[column];
  const section = currentTopic(model)?.cells[column];
  if (!definition) return '';
  const name = `${column + 1} ${labelOf(model, definition.id)}`;
  if (!section) return sentences(`${name}: ${signWords('lacks')}`);
  const state = cellState(model.draft.present, definition, section);
  const { kept, leftOut } = accountOfVersion(model, definition, section);
  const isPart = state === 'part' || state === 'united';
  const size = isPart ? `${kept} of ${counted(kept + leftOut, 'passage')}` : counted(kept + leftOut, 'passage');
  return sentences(`${name}: ${joined([visibleText(sectionLabel(section)), size, signWords(PICK_SIGNS[state])])}`);
}
