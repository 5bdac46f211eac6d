import type { UnionPassage } from '../../src/core/draft/draft.ts';
import { termsOf } from '../../src/core/passages/terms.ts';
import { scanLines } from '../../src/core/sections/line-scanner.ts';
import { lineRoles } from '../../src/core/sections/mask.ts';
import { allPassages } from '../../src/core/sections/passages-of.ts';
import { sectionsOf } from '../../src/core/sections/sections-of.ts';
import { titleTerms } from '../../src/core/topics/title-meaning.ts';
import type { United } from './united.ts';

/** A fault of a united prompt, with the line that shows it. */
export interface UnionFault {
  readonly kind: FaultKind;
  readonly text: string;
}

export const FAULT_KINDS = [
  'procedure mixed or torn',
  'near repeat',
  'sentence as a heading',
  'sections of one purpose',
  'item under another parent',
  'second opening',
  'empty heading',
  'announcement without its list',
  'numbering out of order',
  'table or code torn',
  'ban among wants',
  'level skipped',
  'item lost',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What is wrong with a union that a reader would see, and that was not so in a definition already. */
export function unionFaults(united: United): readonly UnionFault[] {
  const own = new Set(
    united.definitions.flatMap(({ body }) => textFaults(body).map(({ kind, text }) => `${kind} ${bare(text)}`)),
  );
  return [
    ...textFaults(united.body.text).filter(({ kind, text }) => !own.has(`${kind} ${bare(text)}`)),
    ...purposesRepeated(united),
    ...procedureFaults(united),
    ...foreignParents(united),
    ...nearRepeats(united),
    ...bansAmongWants(united),
    ...tornBlocks(united),
    ...sentenceHeadings(united),
    ...lost(united),
  ];
}

interface TextLine {
  readonly text: string;
  readonly indent: number;
  readonly isProse: boolean;
}

function linesOf(body: string): readonly TextLine[] {
  const lines = scanLines(body);
  const roles = lineRoles(lines);
  return lines.map(({ text, indent }, at) => ({ text, indent, isProse: roles[at] === 'prose' }));
}

const HEADING = /^(#{1,6})\s+(.*)$/;
const NUMBERED_TITLE = /^(?:#{1,6}\s+|\*\*)\W*(?:(phase|step|stage)\s+)?(\d+)\b/i;
const OPENING = /^(?:#+ )?(?:\*\*(?:Role|Persona|Identity)\*?\*?:|You are (?:an? |the )|Act as )/i;
const ANNOUNCES = /[:：][*_]*$/;
const BAN = /^(?:[-*+]|\d+[.)])?\s*\W*(?:do not|don['’]t|never|avoid|must not|no )/i;
const WANTING = /^(?:will|do|do:|always|goals?)$/i;
const BANNING = /\b(?:will not|don['’]?ts?|do not|never|avoid|anti-?patterns?|out of scope|when not to|not)\b/i;
const NUMBER = /^(\d+)[.)]\s/;

/** Faults that the text alone shows. */
function textFaults(body: string): readonly UnionFault[] {
  const lines = linesOf(body);
  const said = lines.filter(({ text }) => text !== '' && !/^(?:-{3,}|\*{3,}|_{3,})$/.test(text));
  const faults: UnionFault[] = [];
  let level = 1;
  let opened = 0;
  const numbers: { readonly key: string; readonly number: number }[] = [];
  for (const [at, { text, indent, isProse }] of said.entries()) {
    if (!isProse) continue;
    const next = said[at + 1];
    const heading = indent < 4 ? HEADING.exec(text) : null;
    const own = heading?.[1]?.length ?? 0;
    const nextLevel = next?.isProse && next.indent < 4 ? (HEADING.exec(next.text)?.[1]?.length ?? 0) : 0;
    if (heading) {
      if (!next || (nextLevel > 0 && nextLevel <= own)) faults.push({ kind: 'empty heading', text });
      if (own > level + 1 || (own === 1 && opened > 0)) faults.push({ kind: 'level skipped', text });
      level = own;
    }
    const isItem = /^(?:[-*+]|\d+[.)])\s/.test(text);
    if (!heading && ANNOUNCES.test(text)) {
      const isOver = isItem ? next !== undefined && (next.indent > indent || !next.isProse) : next && nextLevel === 0;
      if (!isOver) faults.push({ kind: 'announcement without its list', text });
    }
    if (!isItem && OPENING.test(text)) {
      if (opened > 0) faults.push({ kind: 'second opening', text });
      opened += 1;
    }
    const numbered = NUMBERED_TITLE.exec(text);
    if (numbered && (heading || /\*\*$/.test(text))) {
      const key = `${own} ${(numbered[1] ?? '').toLowerCase()}`;
      const last = numbers.findLast((one) => one.key === key);
      const number = Number(numbered[2]);
      if (last && number !== 1 && number !== last.number + 1) faults.push({ kind: 'numbering out of order', text });
      numbers.push({ key, number });
    }
  }
  return faults;
}

function sentenceHeadings({ definitions, body }: United): readonly UnionFault[] {
  const known = new Set(
    definitions.flatMap((one) => linesOf(one.body).flatMap(({ text }) => (HEADING.test(text) ? [bare(text)] : []))),
  );
  return linesOf(body.text).flatMap(({ text, isProse }): readonly UnionFault[] => {
    const words = isProse ? HEADING.exec(text)?.[2] : undefined;
    if (words === undefined || known.has(bare(text))) return [];
    return words.split(/\s+/).length > 7 || /[.!?,]$/.test(words) ? [{ kind: 'sentence as a heading', text }] : [];
  });
}

/** More headings of one purpose than the definition with most of them has. */
function purposesRepeated({ definitions, body }: United): readonly UnionFault[] {
  const most = new Map<string, number>();
  for (const one of definitions) {
    for (const [purpose, titles] of purposes(one.body))
      most.set(purpose, Math.max(most.get(purpose) ?? 0, titles.length));
  }
  return [...purposes(body.text)].flatMap(([purpose, titles]) =>
    titles.slice(most.get(purpose) ?? 0).map((text): UnionFault => ({ kind: 'sections of one purpose', text })),
  );
}

function purposes(body: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { text, isProse } of linesOf(body)) {
    const isTitle = isProse && (HEADING.test(text) || /^\*\*[^*]+\*\*:?$/.test(text));
    const terms = isTitle ? titleTerms(text.replace(/^#+\s+/, '')) : [];
    if (terms.length === 0 || terms.some(({ kind }) => kind === 'subject')) continue;
    for (const { term, kind } of terms) {
      if (kind !== 'purpose') continue;
      const purpose = term === '@first' ? '@process' : term;
      found.set(purpose, [...(found.get(purpose) ?? []), text]);
    }
  }
  return found;
}

type Kept = United['kept'][number];

/** Items of the result that stand in one list, those inside others left out. */
function listsOf({ kept }: United): readonly (readonly Kept[])[] {
  const lists: Kept[][] = [];
  let goesOn = false;
  for (const one of kept) {
    if (one.passage.kind !== 'item') goesOn = false;
    else if (one.passage.depth === 0) {
      if (goesOn) lists.at(-1)?.push(one);
      else lists.push([one]);
      goesOn = true;
    }
  }
  return lists;
}

const isNumbered = ({ text }: { readonly text: string }): boolean => NUMBER.test(text.trimStart());
/** `1. **Speed**: measure` names something, `1. **Read** the order` and `1. Read it` tell what to do. */
const isNamed = ({ text }: { readonly text: string }): boolean =>
  /^\d+[.)]\s+\W*\*\*[^*]+(?:[:：]\*\*|\*\*(?:\s*\([^)]*\))?\s*(?:[:：–—-]|$))/.test(
    text.trimStart().split('\n', 1)[0] ?? '',
  );

/** Steps of several definitions in one list, steps that lost others of their order, and steps among bullets. */
function procedureFaults(united: United): readonly UnionFault[] {
  const faults: UnionFault[] = [];
  for (const list of listsOf(united)) {
    const steps = list.filter(({ passage }) => isNumbered(passage));
    const [first] = steps;
    if (!first || steps.every(({ passage }) => isNamed(passage))) continue;
    const [one] = list;
    const isOfOne = list.every(({ passage }) => passage.definition === one?.passage.definition);
    if (!isOfOne || steps.length !== list.length)
      faults.push({ kind: 'procedure mixed or torn', text: first.passage.text });
    else if (isTorn(united, steps)) faults.push({ kind: 'procedure mixed or torn', text: first.passage.text });
  }
  return faults;
}

/** Whether a step between two that stand is gone. */
function isTorn({ definitions }: United, steps: readonly Kept[]): boolean {
  const numbers = steps.map(({ passage }) => Number(NUMBER.exec(passage.text.trimStart())?.[1]));
  const [first] = steps;
  const goesOn = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1 || number === 1);
  if (!goesOn) return definitions.some(({ id }) => id === first?.passage.definition);
  return numbers[0] !== 1 && numbers[0] !== 0;
}

/** Items inside one of another definition, or of another section than in their own. */
function foreignParents({ kept }: United): readonly UnionFault[] {
  const above: UnionPassage[] = [];
  return kept.flatMap(({ passage }): readonly UnionFault[] => {
    if (passage.kind !== 'item') {
      above.length = 0;
      return [];
    }
    above.length = Math.min(above.length, passage.depth);
    const parent = above.at(-1);
    above.push(passage);
    if (!parent || parent.definition === passage.definition) return [];
    const terms = new Set(termsOf(parent.text.split('\n', 1)[0] ?? ''));
    const shares = termsOf(`${passage.text} ${passage.section.replace(/[-/]/g, ' ')}`).some((term) => terms.has(term));
    return shares ? [] : [{ kind: 'item under another parent', text: passage.text }];
  });
}

/** Two passages of different definitions with most of their terms in common, both standing. */
function nearRepeats({ kept }: United): readonly UnionFault[] {
  const known = kept
    .filter(({ passage }) => passage.kind !== 'title' && !/^\s*(?:```|~~~|\|)/m.test(passage.text))
    .map(({ passage }) => ({ passage, terms: new Set(termsOf(passage.text)) }))
    .filter(({ terms }) => terms.size >= 5);
  return known.flatMap(({ passage, terms }, at) => {
    const other = known.slice(0, at).find((one) => {
      if (one.passage.definition === passage.definition) return false;
      const common = [...terms].filter((term) => one.terms.has(term)).length;
      return (2 * common) / (terms.size + one.terms.size) >= 0.6;
    });
    return other
      ? [{ kind: 'near repeat' as const, text: `${other.passage.text.trim()} ~ ${passage.text.trim()}` }]
      : [];
  });
}

/** What forbids, put by another definition's title under what is wanted, and the other way round. */
function bansAmongWants({ kept }: United): readonly UnionFault[] {
  let title: UnionPassage | null = null;
  const faults: UnionFault[] = [];
  for (const { passage } of kept) {
    if (passage.kind === 'title') title = passage;
    else if (title && title.definition !== passage.definition) {
      const words = title.text.replace(/[#*:\s]+/g, ' ').trim();
      const own = passage.section.replace(/[-/]/g, ' ');
      const isBanned = BANNING.test(words) && !BANNING.test(own) && !BAN.test(passage.text.trim());
      if (isBanned || (WANTING.test(words) && BAN.test(passage.text.trim()))) {
        faults.push({ kind: 'ban among wants', text: `${words}: ${passage.text.trim()}` });
      }
    }
  }
  return faults;
}

/** Code and tables that stand in no definition as they do in the result; a fence that is open to the end. */
function tornBlocks({ definitions, body }: United): readonly UnionFault[] {
  const known = new Set(definitions.flatMap((one) => heldBlocks(one.body)));
  return heldBlocks(body.text)
    .filter((block) => !known.has(block))
    .map((text) => ({ kind: 'table or code torn', text }));
}

function heldBlocks(body: string): readonly string[] {
  const blocks: string[][] = [];
  let goesOn = false;
  for (const { text, isProse } of linesOf(body)) {
    const isHeld = !isProse || text.startsWith('|');
    if (isHeld && goesOn) blocks.at(-1)?.push(text);
    else if (isHeld) blocks.push([text]);
    goesOn = isHeld;
  }
  return blocks.map((lines) => lines.join('\n').trim());
}

/** Passages that are in no union at all. */
function lost({ definitions, unions }: United): readonly UnionFault[] {
  const known = new Set(
    unions.flatMap(({ passages }) =>
      passages.map(({ definition, section, index }) => `${definition} ${section} ${index}`),
    ),
  );
  return definitions.flatMap((one) =>
    allPassages(sectionsOf(one))
      .filter(({ section, index }) => !known.has(`${one.id} ${section} ${index}`))
      .map(({ text }): UnionFault => ({ kind: 'item lost', text })),
  );
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\s>#*+-]*(?:\d+[.)])?/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
