/**
 * What most descriptions begin with. In a column of them it tells nothing apart, and takes the room of what would.
 * Longest first: the first that fits is left off.
 */
const BEGINNINGS: readonly string[] = [
  'use this agent proactively when you need to',
  'use this agent proactively when',
  'use this agent whenever you need to',
  'use this agent whenever',
  'use this agent when you need to',
  'use this agent when you need',
  'use this agent when you want to',
  'use this agent when the user asks to',
  'use this agent when the user needs to',
  'use this agent when the user needs',
  'use this agent when',
  'use this agent if',
  'use this agent for',
  'use this agent to',
  'use this agent',
  'use this when you need to',
  'use this when',
  'use proactively whenever',
  'use proactively when',
  'use proactively for',
  'use proactively to',
  'use proactively',
  'use whenever',
  'use when you need to',
  'use when',
  'use for',
  'use to',
  'must be used proactively when',
  'must be used when',
  'must be used for',
  'must be used',
  'you are an expert in',
  'you are an expert',
  'you are a',
  'you are an',
  'you are the',
  'you are',
  'an expert in',
  'an expert',
  'expert in',
  'expert at',
  'specialist in',
  'specialist for',
  'specializes in',
  'specialized in',
  'agent for',
  'agent that',
  'this agent',
];
const LONGEST_FIRST = BEGINNINGS.toSorted((a, b) => b.length - a.length);

/**
 * Where a description begins to say something of its own.
 *
 * @returns An offset in UTF-16 code units; 0 where nothing would be left, or little.
 */
export function descriptionStart(description: string): number {
  const blank = description.length - description.trimStart().length;
  const begun = description.slice(blank, blank + 64).toLowerCase();
  const beginning = LONGEST_FIRST.find(
    (words) => begun.startsWith(words) && /^[\s:,—–-]/.test(begun.slice(words.length)),
  );
  if (beginning === undefined) return blank;
  const start = blank + beginning.length;
  const rest = description.slice(start);
  const at = start + rest.length - rest.replace(/^[\s:,—–-]+/, '').length;
  return description.length - at < LEAST_LEFT ? blank : at;
}

/** Characters: with fewer left, the beginning is what there is. */
const LEAST_LEFT = 12;
