import * as v from 'valibot';
import { FORMATS } from '../definition/agent-definition.ts';
import { KINDS } from '../definition/kind.ts';
import { toolsJson } from '../definition/tools.ts';
import { parsePart, partId } from '../sections/definition-part.ts';
import { type Draft, decidedWith, EMPTY_DRAFT, ingredientIds, PASSAGE_STATES, type Pick, standingOf } from './draft.ts';
import { keptTools } from './kept-tools.ts';

/** The version of the form drafts are kept in. */
const VERSION = 2;

/** A draft as the text of the file it is kept in. */
export function serialiseDraft(draft: Draft): string {
  const fields = { ...draft.fields, tools: toolsJson(draft.fields.tools) };
  const picks = draft.picks.map(writtenPick);
  return `${JSON.stringify({ version: VERSION, ...draft, picks, fields }, null, 2)}\n`;
}

function writtenPick(pick: Pick): unknown {
  if (pick.kind === 'union') return pick;
  const { part, ...others } = pick;
  return { ...others, section: partId(part) };
}

/** The draft in a file's text; `null` if it is none, or one of a version not known here. */
export function parseDraft(text: string): Draft | null {
  const result = v.safeParse(DRAFT_FILE, parseJson(text));
  if (!result.success) return null;
  return result.output.version === VERSION ? withoutVersion(result.output) : fromFirstVersion(result.output);
}

function withoutVersion({ version: _, isArranged, ownName, ...draft }: v.InferOutput<typeof NEWEST_FILE>): Draft {
  return { ...draft, ...(isArranged && { isArranged }), ...(ownName && { ownName }) };
}

/** In the first version every pick was a section as it stands. */
function fromFirstVersion({ picks, fields }: v.InferOutput<typeof FIRST_FILE>): Draft {
  const kept = picks.map((pick) => withPart({ kind: 'section', level: null, edited: null, ...pick } as const));
  return { ...EMPTY_DRAFT, picks: kept, fields, from: ingredientIds({ picks: kept }) };
}

const PROVENANCE = { definition: v.string(), agent: v.string(), path: v.string() };

const LEVEL = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6));

const ARRANGED = {
  title: v.string(),
  originalTitle: v.string(),
  level: v.nullable(LEVEL),
  edited: v.nullable(v.string()),
};

const INDEX = v.pipe(v.number(), v.integer(), v.minValue(0));

const PASSAGE_KEY = v.object({ definition: v.string(), section: v.string(), index: INDEX });

const SECTION_PICK = v.pipe(
  v.object({ kind: v.literal('section'), ...PROVENANCE, ...ARRANGED, section: v.string(), text: v.string() }),
  v.transform(withPart),
);

const UNION_PASSAGE = v.pipe(
  v.object({
    ...PROVENANCE,
    section: v.string(),
    index: INDEX,
    kind: v.picklist(['title', 'item', 'text']),
    text: v.string(),
    state: v.picklist(PASSAGE_STATES),
    by: v.nullable(PASSAGE_KEY),
    depth: INDEX,
    block: v.optional(INDEX),
    rival: v.optional(INDEX),
    edited: v.nullable(v.string()),
  }),
  v.transform(({ state, by, block, rival, ...passage }) => ({
    ...passage,
    ...decidedWith(block, rival),
    ...standingOf(state, by),
  })),
);

const UNION_PICK = v.object({ kind: v.literal('union'), ...ARRANGED, passages: v.array(UNION_PASSAGE) });

const FIELDS = v.object({
  name: v.string(),
  description: v.string(),
  model: v.string(),
  /** Text in drafts of before. */
  tools: v.pipe(
    v.union([v.null(), v.array(v.string()), v.string()]),
    v.transform((kept) => keptTools(kept)),
  ),
  color: v.string(),
});

const SECTION_AT = v.object({ definition: v.string(), section: v.string() });

const ROWS = v.object({
  together: v.array(v.tuple([SECTION_AT, SECTION_AT])),
  apart: v.array(v.array(SECTION_AT)),
});

/** What a draft is made of, as data from outside is checked. */
const DRAFT_SHAPE = {
  picks: v.array(v.variant('kind', [SECTION_PICK, UNION_PICK])),
  fields: FIELDS,
  carried: v.array(v.object({ ...PROVENANCE, field: v.string(), value: v.unknown() })),
  /** Drafts of before were all to be agents. */
  kind: v.optional(v.picklist(KINDS), 'agent'),
  format: v.picklist(FORMATS),
  from: v.array(v.string()),
  rows: v.exactOptional(ROWS),
  isArranged: v.optional(v.literal(true)),
  ownName: v.optional(v.literal(true)),
};

const NEWEST_FILE = v.object({ version: v.literal(VERSION), ...DRAFT_SHAPE });

const FIRST_PICK = v.object({
  ...PROVENANCE,
  section: v.string(),
  title: v.string(),
  originalTitle: v.string(),
  text: v.string(),
});

const FIRST_FILE = v.object({ version: v.literal(1), picks: v.array(FIRST_PICK), fields: FIELDS });

const DRAFT_FILE = v.variant('version', [NEWEST_FILE, FIRST_FILE]);

function withPart<Kept extends { readonly section: string }>({ section, ...pick }: Kept) {
  return { ...pick, part: parsePart(section) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
