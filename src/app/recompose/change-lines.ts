import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { whereLabel } from '../../core/library/where-label.ts';
import { LEAST_ALIKE, wordsAlike } from '../../core/merging/words-alike.ts';
import type { ChangeEffect, IngredientChange } from '../../core/recipe/ingredient-change.ts';
import { flattenSections, sectionLabel } from '../../core/sections/section-text.ts';
import { sectionsOf } from '../../core/sections/sections-of.ts';
import { memoLast } from '../../kit/memo.ts';
import type { Span, StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { wrapSpans } from '../../text/wrap-spans.ts';
import { knownDefinitions } from '../model/known-definitions.ts';
import { EDGE, frameLayout } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import type { ComposedAgent } from '../model/recompose-state.ts';
import { renderedText } from '../model/rendered-text.ts';
import { type SignName, signSpan } from '../model/signs.ts';
import { wordsSetOff } from '../model/words-set-off.ts';
import { currentAgent } from './made-from.ts';

/** What changed for the agent under the cursor: where, and the words as they were and as they are. */
export function changeLines(model: Model): readonly StyledLine[] {
  const { columns } = frameLayout(model.size);
  return linesOf(currentAgent(model), knownDefinitions(model.library), Math.max(1, columns - EDGE));
}

const linesOf = memoLast(
  (agent: ComposedAgent | null, library: readonly AgentDefinition[], columns: number): readonly StyledLine[] =>
    (agent?.changes ?? []).flatMap((change) => [
      ...placeLines(change, library, columns),
      ...wordLines(change, columns),
    ]),
);

const SIGNS: Readonly<Record<IngredientChange['kind'], SignName>> = {
  changed: 'changed',
  added: 'fresh',
  removed: 'gone',
  'section-gone': 'gone',
  'file-gone': 'gone',
};

const EFFECTS: Readonly<Record<ChangeEffect, string>> = {
  result: '',
  edited: 'your own words stay',
  'left-out': 'left out as before',
  already: 'the same words are there already',
  conflict: 'in conflict with what stands there, which stays',
  'not-taken': 'new there, and not taken',
  none: '',
};

function placeLines(
  change: IngredientChange,
  library: readonly AgentDefinition[],
  columns: number,
): readonly StyledLine[] {
  const source = library.find(({ id }) => id === change.definition) ?? library.find(({ path }) => path === change.path);
  const where = source ? ` · ${whereLabel(library, source)}` : '';
  const isAll = change.kind === 'file-gone' || change.what === '*';
  const spans: Span[] = [
    { text: isAll ? '' : `${visibleText(partLabel(change, source))}  `, role: 'strong' },
    { text: visibleText(`${change.agent}${where}`), role: 'muted' },
    { text: remarkOf(change), role: 'muted' },
  ];
  const first = [{ text: ' ', role: 'text' as const }, signSpan(SIGNS[change.kind], ' ')];
  return wrapSpans(spans, columns, { first, rest: [{ text: LEAD, role: 'text' }] });
}

function remarkOf({ kind, effect }: IngredientChange): string {
  if (kind === 'file-gone') return '  its file is gone; the text stays';
  if (kind === 'section-gone') return '  no longer there; the text stays';
  return EFFECTS[effect] === '' ? '' : `  ${EFFECTS[effect]}`;
}

/** The title of the section, as its file has it; of one that is gone, what its id says of it. A field by its name. */
function partLabel({ what, pick }: IngredientChange, source: AgentDefinition | undefined): string {
  if (pick === null) return what;
  const id = what.replace(/:\d+$/, '');
  const section = source && flattenSections(sectionsOf(source)).find((one) => one.id === id);
  if (section) return sectionLabel(section);
  const words = id.slice(id.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const LEAD = '   ';

function wordLines({ before, after }: IngredientChange, columns: number): readonly StyledLine[] {
  const sides = [before, after].map((text) =>
    text === null ? [] : renderedText(text, columns - WAS.length, 'rendered'),
  );
  const marked = wordsSetOff(sides, () => wordsAlike(before ?? '', after ?? '') >= LEAST_ALIKE);
  return marked.flatMap((lines, side) =>
    lines.map(({ spans }, at): StyledLine => {
      const label = at > 0 ? ' '.repeat(WAS.length) : side === 0 ? WAS : NOW;
      return { spans: [{ text: label, role: 'muted' }, ...spans] };
    }),
  );
}

const WAS = `${LEAD}was  `;
const NOW = `${LEAD}now  `;
