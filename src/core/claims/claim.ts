import { once } from '../../kit/once.ts';
import type { AgentDefinition, Section } from '../definition/agent-definition.ts';
import { bulletOf, itemTextStart } from '../sections/line-shapes.ts';
import type { Passage } from '../sections/passage.ts';
import { passagesOf } from '../sections/passages-of.ts';
import { flattenSections } from '../sections/section-text.ts';
import { sectionsOf } from '../sections/sections-of.ts';
import { createPassageIndex, type PassageIndex } from '../union/passage-index.ts';
import { type PassageProfile, passageProfile } from '../union/passage-likeness.ts';

/** One thing that a definition says: a sentence, a list item without those inside it, a row of a table, a block of code. */
export interface Claim {
  /** On one line and without a bullet; of code as it stands. */
  readonly text: string;
  /** The passage it is in: what composing can take. */
  readonly passage: Passage;
  readonly section: Section;
  readonly profile: PassageProfile;
}

/**
 * What a definition says, in document order and each once. Titles are no claims, nor is a line that ends in a colon and
 * only leads to what follows.
 */
export function claimsOf(definition: AgentDefinition): readonly Claim[] {
  const index = createPassageIndex<Claim>();
  const claims: Claim[] = [];
  for (const section of flattenSections(sectionsOf(definition))) {
    for (const passage of passagesOf(section)) {
      if (passage.kind === 'title') continue;
      for (const text of textsOf(passage.text)) {
        // A sentence says the same as a list item with its words.
        const profile = passageProfile('text', text);
        if (index.same(profile)) continue;
        const claim = { text, passage, section, profile };
        index.add(profile, claim);
        claims.push(claim);
      }
    }
  }
  return claims;
}

/** Claims by what they say. */
export function claimIndex(claims: readonly Claim[]): PassageIndex<Claim> {
  const index = createPassageIndex<Claim>();
  for (const claim of claims) index.add(claim.profile, claim);
  return index;
}

const FENCE = /^[ \t]*(?:`{3}|~{3})/m;
const TABLE_RULE = /^[\s|:-]*$/;

function textsOf(passage: string): readonly string[] {
  if (FENCE.test(passage)) return [passage];
  return blocksOf(passage).flatMap(sentencesOf).filter(isClaim);
}

function isClaim(text: string): boolean {
  return WORD.test(text) && !LEADS_ON.test(text);
}

const WORD = /[\p{L}\p{N}]/u;
const LEADS_ON = /[:：][*_]{0,3}$/;

/** The stretches between bullets, each on one line; of a table its rows. */
function blocksOf(passage: string): readonly string[] {
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of passage.split(/\r\n?|\n/)) {
    const text = line.trim();
    const isRow = text.startsWith('|');
    if (text === '' || (isRow && TABLE_RULE.test(text))) isOpen = false;
    else if (isRow) {
      blocks.push(cellsOf(text));
      isOpen = false;
    } else if (isOpen && bulletOf(text) === null) blocks.push(`${blocks.pop() ?? ''} ${text}`);
    else {
      blocks.push(text.slice(itemTextStart(text)));
      isOpen = true;
    }
  }
  return blocks;
}

/** A row of a table without the signs at its ends, which would make it a table of its own. */
function cellsOf(row: string): string {
  return row.replace(/^\|/, '').replace(/\|$/, '').trim();
}

const sentences = once(() => new Intl.Segmenter('en', { granularity: 'sentence' }));
/** What ends in a full stop that ends no sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|z\.B|bzw|p\.ej)\.\s*$/i;

/** The sentences of a text. What has no word of its own, such as the marks behind a full stop, stays with what is before. */
function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  let isWhole = true;
  for (const { segment } of sentences().segment(text)) {
    if (isWhole && WORD.test(segment)) found.push(segment);
    else found.push((found.pop() ?? '') + segment);
    isWhole = !ABBREVIATED.test(segment);
  }
  return found.map((sentence) => sentence.trim());
}
