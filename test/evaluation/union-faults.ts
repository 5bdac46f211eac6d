import type { Section } from '../../src/core/definition/agent-definition.ts';
import type { UnionPassage } from '../../src/core/draft/draft.ts';
import { termsOf } from '../../src/core/passages/terms.ts';
import { scanLines } from '../../src/core/sections/line-scanner.ts';
import { lineRoles } from '../../src/core/sections/mask.ts';
import type { Passage } from '../../src/core/sections/passage.ts';
import { allPassages, passagesOf } from '../../src/core/sections/passages-of.ts';
import { flattenSections } from '../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../src/core/sections/sections-of.ts';
import { titleTerms } from '../../src/core/topics/title-meaning.ts';
import { passageKeyText } from '../../src/core/union/passage-key.ts';
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
type FaultKind = (typeof FAULT_KINDS)[number];

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
  const said = linesOf(body).filter(({ text }) => text !== '' && !/^(?:-{3,}|\*{3,}|_{3,})$/.test(text));
  const openings = said.filter(({ text, isProse }) => isProse && OPENING.test(text));
  return [
    ...said.flatMap((line, at) => (line.isProse ? emptyOrOrphaned(line, said[at + 1]) : [])),
    ...openings.slice(1).map(({ text }): UnionFault => ({ kind: 'second opening', text })),
    ...levelsSkipped(said),
    ...outOfOrder(said),
  ];
}

function levelOf({ text, indent, isProse }: TextLine): number {
  return isProse && indent < 4 ? (HEADING.exec(text)?.[1]?.length ?? 0) : 0;
}

/** A heading or an announcing line, with the line below it. */
function emptyOrOrphaned(line: TextLine, next: TextLine | undefined): readonly UnionFault[] {
  const { text, indent } = line;
  const [own, below] = [levelOf(line), next ? levelOf(next) : 1];
  if (own > 0) return below > 0 && below <= own ? [{ kind: 'empty heading', text }] : [];
  if (!next || !ANNOUNCES.test(text)) return next || !ANNOUNCES.test(text) ? [] : [{ kind: ORPHANED, text }];
  const isItem = /^(?:[-*+]|\d+[.)])\s/.test(text);
  const isOver = isItem ? next.indent > indent || !next.isProse : below === 0;
  return isOver ? [] : [{ kind: ORPHANED, text }];
}

const ORPHANED = 'announcement without its list';

function levelsSkipped(said: readonly TextLine[]): readonly UnionFault[] {
  let level = 1;
  return said.flatMap((line, at): readonly UnionFault[] => {
    const own = levelOf(line);
    if (own === 0) return [];
    const isSkipped = own > level + 1 || (own === 1 && at > 0);
    level = own;
    return isSkipped ? [{ kind: 'level skipped', text: line.text }] : [];
  });
}

/** Numbered titles of one kind and level go up from the first by one, or begin again. */
function outOfOrder(said: readonly TextLine[]): readonly UnionFault[] {
  const last = new Map<string, number>();
  return said.flatMap((line): readonly UnionFault[] => {
    const [, word = '', digits] = (line.isProse && NUMBERED_TITLE.exec(line.text)) || [];
    if (digits === undefined || !(levelOf(line) > 0 || /\*\*$/.test(line.text))) return [];
    const [key, number] = [`${levelOf(line)} ${word.toLowerCase()}`, Number(digits)];
    const before = last.get(key);
    last.set(key, number);
    const isRight = before === undefined ? number <= 1 : number <= 1 || number === before + 1;
    return isRight ? [] : [{ kind: 'numbering out of order', text: line.text }];
  });
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
    // A line that announces a list is a heading in the union.
    const announced = flattenSections(sectionsOf(one)).flatMap(({ kind, title }) =>
      kind === 'lead-in' ? [title] : [],
    );
    const said = purposes([one.body, ...announced.map((title) => `## ${title}`)].join('\n'));
    for (const [purpose, titles] of said) most.set(purpose, Math.max(most.get(purpose) ?? 0, titles.length));
  }
  return [...purposes(body.text)].flatMap(([purpose, titles]) =>
    titles.slice(most.get(purpose) ?? 0).map((text): UnionFault => ({ kind: 'sections of one purpose', text })),
  );
}

/** What stands inside a section of one purpose is a part of it. */
function purposes(body: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const over: { readonly level: number; readonly purposes: ReadonlySet<string> }[] = [];
  for (const line of linesOf(body)) {
    const { text, isProse } = line;
    const isTitle = isProse && (HEADING.test(text) || /^\*\*[^*]+\*\*:?$|^<[a-z_]+>$/i.test(text));
    if (!isTitle) continue;
    const terms = titleTerms(text.replace(/^#+\s+|[<>]/g, ''));
    // What one looks at is not what one knows.
    const isOfSubject = /^#*\s*focus on:?$/i.test(text) || terms.some(({ kind }) => kind === 'subject');
    const own = isOfSubject ? [] : terms.flatMap(({ term, kind }) => (kind === 'purpose' ? [sameAs(term)] : []));
    const level = levelOf(line) || BELOW_HEADINGS;
    while ((over.at(-1)?.level ?? 0) >= level) over.pop();
    for (const purpose of own) {
      if (!over.some((one) => one.purposes.has(purpose))) found.set(purpose, [...(found.get(purpose) ?? []), text]);
    }
    over.push({ level, purposes: new Set(own) });
  }
  return found;
}

const BELOW_HEADINGS = 7;
const sameAs = (purpose: string): string => (purpose === '@first' ? '@process' : purpose);

const isNumbered = (text: string): boolean => NUMBER.test(text.trimStart());
/** `1. **Speed**: measure` names something, `1. **Read** the order` and `1. Read it` tell what to do. */
const isNamed = (text: string): boolean =>
  /^\d+[.)]\s+\W*\*\*[^*]+(?:[:：]\*\*|\*\*(?:\s*\([^)]*\))?\s*(?:[:：–—-]|$))/.test(
    text.trimStart().split('\n', 1)[0] ?? '',
  );

/** Orders of work of which steps are gone, or that others stand in. */
function procedureFaults({ definitions, kept }: United): readonly UnionFault[] {
  const places = new Map(kept.map(({ passage }, at) => [passageKeyText(passage), at]));
  return definitions.flatMap((definition) =>
    procedures(sectionsOf(definition)).flatMap((steps): readonly UnionFault[] => {
      const found = steps.map((step) => places.get(passageKeyText({ definition: definition.id, ...step })));
      const there = found.filter((at) => at !== undefined);
      if (there.length === 0) return [];
      const [from, to] = [there[0] ?? 0, there.at(-1) ?? 0];
      const isWhole = there.length === found.length && there.every((at, n) => n === 0 || at > (there[n - 1] ?? 0));
      const isAlone = kept.slice(from, to + 1).every(({ passage }) => passage.definition === definition.id);
      // The list must begin with it: what stands right before at its depth is no item.
      const before = kept[from - 1]?.passage;
      const begins =
        before?.kind !== 'item' ||
        before.depth !== kept[from]?.passage.depth ||
        before.block !== kept[from]?.passage.block;
      const text = steps[0]?.text ?? '';
      return isWhole && isAlone && begins ? [] : [{ kind: 'procedure mixed or torn', text }];
    }),
  );
}

/** The steps of each numbered list that tells what to do, one after the other. */
function procedures(sections: readonly Section[]): readonly (readonly Passage[])[] {
  return sections.flatMap((section) => {
    const own = passagesOf(section).filter(
      ({ kind, text }, at) => kind === 'item' && (at > 0 || section.kind !== 'item') && isNumbered(text),
    );
    const inner = section.sections.flatMap((one) => {
      const [first] = one.kind === 'item' ? passagesOf(one) : [];
      return first && isNumbered(first.text) ? [first] : [];
    });
    const steps = [...own, ...inner];
    const isOfThings = /\b(?:areas?|principles?|responsibilit\w+|rules|top \d+)\b/i.test(section.title);
    const isOfWork = titleTerms(section.title).some(({ term }) => term === '@process' || term === '@first');
    const isProcedure = steps.length > 1 && !isOfThings && (isOfWork || !steps.every(({ text }) => isNamed(text)));
    return [...(isProcedure ? [steps] : []), ...procedures(section.sections)];
  });
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

const SHOWN = /^\s*(?:```|~~~|\|)/m;
/** What is quoted as an example or has gaps to be filled says nothing of its own. */
const TO_FILL = /^\s*(?:[-*+]|\d+[.)])?\s*["“]|\[[A-Z][^\]]*\]/;

/** Two passages of different definitions with most of their terms in common, both standing. */
function nearRepeats({ kept }: United): readonly UnionFault[] {
  const known = kept
    .filter(({ passage: { kind, text } }) => kind !== 'title' && !SHOWN.test(text) && !TO_FILL.test(text))
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
    else if (title && passage.kind === 'item' && title.definition !== passage.definition) {
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
