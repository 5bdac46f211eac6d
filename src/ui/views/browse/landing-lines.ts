import { currentDefinition } from '../../../app/browse/browse-results.ts';
import { landedDefinition } from '../../../app/browse/landed-first.ts';
import type { BindingId } from '../../../app/keys/bindings.ts';
import { shortKeyLabel } from '../../../app/keys/key-labels.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import { bindingsOf } from '../../../app/keys/keymap.ts';
import type { Landed, Model } from '../../../app/model/model.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import { counted, countText } from '../../../text/count-text.ts';
import { cutLine, cutMiddle, type Span, type StyledLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { span } from '../parts/frame.tsx';
import { titledRule } from '../parts/panes.tsx';

/** What was saved, in the rule, and what one can do with it now. */
export function landingLines(model: Model, landed: Landed, columns: number): readonly StyledLine[] {
  const { lines, tokens, agents, path } = landed;
  const facts = ` · ${counted(lines, 'line')} · ~${countText(tokens)} tokens · made from ${agents}`;
  const room = Math.max(12, columns - 'Saved '.length - facts.length - 6);
  const words = `Saved ${cutMiddle(visibleText(shortPath(path, model.surroundings)), room)}`;
  const rule = titledRule(columns, [span(words), span(facts, 'muted')], '', { focused: true, lead: '─ ', tail: ' ─' });
  return [{ spans: rule }, cutLine({ spans: [span(' '), ...keySpans(model)] }, columns)];
}

const ACTS: readonly (readonly [BindingId, string])[] = [
  ['list.read', 'read it'],
  ['list.edit', 'edit'],
  ['landed.reopen', 'reopen as draft'],
  ['landed.copy', 'copy path'],
  ['landed.another', 'begin another'],
  ['landed.undo', 'undo the save'],
  ['landed.done', 'done'],
];

/** The keys, where they work; those of the list that act on the row under the cursor only while that is the agent. */
function keySpans(model: Model): readonly Span[] {
  if (model.browse.focus === 'search') return [span(`${keyOf(model, 'search.list')}: the list`, 'muted')];
  const definition = landedDefinition(model);
  const isHere = definition !== null && currentDefinition(model)?.id === definition.id;
  const hints = ACTS.filter(([id]) => isHere || !id.startsWith('list.')).flatMap(([id, words]) => {
    const [key] = bindingsOf(model).find((one) => one.id === id)?.keys ?? [];
    return key === undefined ? [] : [[span(shortKeyLabel(key), 'strong'), span(` ${words}  `, 'muted')]];
  });
  const isListed = definition !== null || model.library.loading;
  return [...hints.flat(), ...(isListed ? [] : [span('its folder is not listed', 'warning')])];
}
