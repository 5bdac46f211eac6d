import { FILTERS, type Filter, type Query, type Term } from './query.ts';

/**
 * Read a query.
 *
 * Words stand for themselves. `"…"` is exact, `^…` begins the name, `-…` excludes, `filter:…` looks at one thing, and
 * `|` joins the terms on its two sides into one group, of which one is enough; it binds tighter than the blank between
 * terms. A word before a colon that is no filter is a word like any other.
 *
 * Total: any text is a query. What is unfinished is read as what is typed so far: a quotation mark that is not closed
 * runs to the end, and a sign, a filter or a `|` that nothing follows asks for nothing. Only the first 1,000 characters
 * count: what is longer was pasted by mistake, and each of its words is looked for in each definition.
 *
 * @example
 * parseQuery('review -tool:Bash').groups.length; //=> 2
 */
export function parseQuery(text: string): Query {
  const groups: Term[][] = [];
  let joins = false;
  for (const [chunk] of text.slice(0, LONGEST).matchAll(CHUNK)) {
    if (chunk === '|') {
      joins = true;
      continue;
    }
    const term = termOf(chunk);
    const last = groups.at(-1);
    if (term && joins && last) last.push(term);
    else if (term) groups.push([term]);
    // A term that is still empty holds its place: in `a | model: b`, b is not the alternative.
    joins = false;
  }
  return { groups };
}

const LONGEST = 1000;

/** A `|`, a term in quotation marks with what stands before them, or a run without blanks. */
const CHUNK = /\||-?(?:[a-z]+:)?\^?"[^"]*"?|[^\s|]+/giu;
const PARTS = /^(?<minus>-?)(?:(?<name>[a-z]+):)?(?<caret>\^?)(?:"(?<quoted>[^"]*)(?<close>"?)|(?<word>.*))$/isu;

const ALIASES: Readonly<Record<string, Filter>> = { description: 'desc', tools: 'tool' };

/** The filter of a name, whatever its case, or `null`. */
export function filterNamed(name: string): Filter | null {
  const lower = name.toLowerCase();
  return (
    FILTERS.find((filter) => filter === lower) ?? (Object.hasOwn(ALIASES, lower) ? (ALIASES[lower] ?? null) : null)
  );
}

function termOf(chunk: string): Term | null {
  const { minus, name, caret, quoted, close, word }: Parts = PARTS.exec(chunk)?.groups ?? {};
  const filter = name === undefined ? null : filterNamed(name);
  const isPlain = name !== undefined && filter === null;
  const typed = quoted ?? word ?? '';
  const text = isPlain ? `${name}:${caret}${typed}` : typed;
  if (text.trim() === '') return null;
  const kind = isPlain ? 'fuzzy' : caret === '^' ? 'prefix' : quoted === undefined ? 'fuzzy' : 'exact';
  return { filter, kind, text, open: quoted === undefined || close === '', negated: minus === '-' };
}

/** Whether a query says which kinds it is about; then what is no agent may be found too. */
export function asksForKinds(text: string): boolean {
  return (
    KIND_FILTER.test(text) && parseQuery(text).groups.some((group) => group.some(({ filter }) => filter === 'kind'))
  );
}

/** What such a query has in it; most have not, and need not be read. */
const KIND_FILTER = /kind:/i;

/** The term that is being typed, as far as it is. */
export interface TypedTerm {
  /** The word before the colon, whether it is a filter or not; `null` if there is no colon. */
  readonly filter: string | null;
  /** What stands behind the signs. */
  readonly typed: string;
  readonly isQuoted: boolean;
  readonly isPrefix: boolean;
}

/** The last term of a query that goes on at its end; `null` if the query is empty, too long, or its last term is complete. */
export function lastTerm(text: string): TypedTerm | null {
  if (text.length > LONGEST) return null;
  const chunk = [...text.matchAll(CHUNK)].at(-1);
  if (!chunk || chunk.index + chunk[0].length < text.length) return null;
  const { name, caret, quoted, close, word = '' }: Parts = PARTS.exec(chunk[0])?.groups ?? {};
  if (close === '"') return null;
  return { filter: name ?? null, typed: quoted ?? word, isQuoted: quoted !== undefined, isPrefix: caret === '^' };
}

type Parts = { readonly [Name in string]?: string };
