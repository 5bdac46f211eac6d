import { currentDefinition } from '../../../app/browse/browse-results.ts';
import { landedDefinition } from '../../../app/browse/landed-first.ts';
import { nextUndo } from '../../../app/drafts/undo-list.ts';
import type { BindingId } from '../../../app/keys/bindings.ts';
import { shortKeyLabel, spokenKey } from '../../../app/keys/key-labels.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import { bindingsOf } from '../../../app/keys/keymap.ts';
import type { Landed } from '../../../app/model/browse-state.ts';
import type { Model } from '../../../app/model/model.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import { counted, countText } from '../../../text/count-text.ts';
import { cutLine, cutMiddle, lineWidth, type Span, type StyledLine } from '../../../text/styled-text.ts';
import { textWidth } from '../../../text/text-cells.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';
import { titledRule } from '../parts/panes.tsx';

/** What was saved, in the rule, and what one can do with it now. */
export function landingLines(model: Model, landed: Landed, columns: number): readonly StyledLine[] {
  const { lines, tokens, agents, path } = landed;
  const shown = visibleText(shortPath(path, model.surroundings));
  const all = [counted(lines, 'line'), `~${countText(tokens)} tokens`, `made from ${agents}`];
  const name = textWidth(shown.slice(shown.lastIndexOf('/')));
  const roomBeside = (facts: readonly string[]): number =>
    columns - 'Saved '.length - facts.reduce((sum, fact) => sum + fact.length + 3, 0) - 6;
  // A long name has more room with fewer facts beside it.
  const kept = [all, all.slice(0, 2), all.slice(0, 1), []].find((facts) => roomBeside(facts) >= name + 3) ?? [];
  const words = `Saved ${cutPath(shown, Math.max(12, roomBeside(kept)))}`;
  const facts = kept.map((fact) => ` · ${fact}`).join('');
  const rule = titledRule(columns, [span(words), span(facts, 'muted')], '', { focused: true, lead: '─ ', tail: ' ─' });
  return [{ spans: rule }, cutLine({ spans: [span(' '), ...keySpans(model, columns - 1)] }, columns)];
}

/** A path in some cells; its folder gives way before the name of the file does. */
function cutPath(path: string, width: number): string {
  const name = path.slice(path.lastIndexOf('/'));
  const room = width - textWidth(name);
  return room < 3 ? cutMiddle(path, width) : cutMiddle(path.slice(0, -name.length), room) + name;
}

/** Each in full, and for where there is no room for that. */
const ACTS: readonly (readonly [id: BindingId, words: string, word: string])[] = [
  ['list.read', 'read it', 'read'],
  ['list.edit', 'edit', 'edit'],
  ['list.try', 'try it', 'try'],
  ['landed.reopen', 'reopen as draft', 'reopen'],
  ['landed.copy', 'path to clipboard', 'path'],
  ['landed.another', 'begin another', 'another'],
  ['landed.undo', 'undo the save', 'undo'],
  ['landed.done', 'done', 'done'],
];

/** The keys, where they work; those of the list that act on the row under the cursor only while that is the agent. */
function keySpans(model: Model, columns: number): readonly Span[] {
  if (model.browse.focus === 'search') return [span(`${keyOf(model, 'search.list')}: the list`, 'muted')];
  const definition = landedDefinition(model);
  const isHere = definition !== null && currentDefinition(model)?.id === definition.id;
  const acts = ACTS.filter(([id]) => isHere || !id.startsWith('list.'));
  const isListed = definition !== null || model.library.loading;
  const tail = isListed ? [] : [span('its folder is not listed here', 'warning')];
  // What was done since is undone before the save is.
  const isNewer = (id: BindingId): boolean => id === 'landed.undo' && nextUndo(model)?.kind !== 'saved';
  const spans = (isLong: boolean) => [
    ...acts.flatMap(([id, words, word]) => actSpans(model, id, isLong && !isNewer(id) ? words : word)),
    ...tail,
  ];
  return lineWidth({ spans: spans(true) }) <= columns ? spans(true) : spans(false);
}

function actSpans(model: Model, id: BindingId, words: string): readonly Span[] {
  const [key] = bindingsOf(model).find((one) => one.id === id)?.keys ?? [];
  const labelOf = model.surroundings.linear ? spokenKey : shortKeyLabel;
  return key === undefined ? [] : [span(labelOf(key), 'strong'), span(` ${words}  `, 'muted')];
}
