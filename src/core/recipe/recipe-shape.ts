import * as v from 'valibot';
import { FORMATS } from '../definition/agent-definition.ts';
import { KINDS } from '../definition/kind.ts';
import { PASSAGE_STATES } from '../draft/draft.ts';
import { RECIPE_FORMS } from './recipe-form.ts';

const text = v.string('must be text');
const digest = v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'));
const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'must be the hash of a text below: 64 hexadecimal digits'));
const count = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(0, 'must be 0 or more'),
);
const level = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be 1 or more'),
  v.maxValue(6, 'must be 6 or less'),
);

const map = <Entries extends v.ObjectEntries>(entries: Entries) => v.strictObject(entries, 'must be a map of fields');
const list = <Item extends v.GenericSchema>(item: Item) => v.array(item, 'must be a list');
const one = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, `must be one of ${options.join(', ')}`);

/** Left out where it says nothing: a title as it was, no level, nothing edited. */
const ARRANGED = {
  was: v.optional(text),
  level: v.optional(level),
  edited: v.optional(hash),
};

const SECTION = map({ section: text, from: text, title: text, ...ARRANGED, text: hash });

const PASSAGE = map({
  state: one(PASSAGE_STATES),
  kind: one(['title', 'item', 'text']),
  from: text,
  section: text,
  index: count,
  depth: v.optional(count, 0),
  /** Number of what it was decided with. */
  block: v.optional(count),
  /** Number of what was chosen instead. */
  rival: v.optional(count),
  /** Definition, section and index of what stands for it. */
  edited: v.optional(hash),
  by: v.optional(v.strictTuple([text, text, count], 'must be [definition, section, index]')),
  text: hash,
});

const UNION = map({ union: text, ...ARRANGED, passages: list(PASSAGE) });

/** A pick as it is read and as it is written. */
export type ReadPick = v.InferOutput<typeof SECTION> | v.InferOutput<typeof UNION>;
export type WrittenPick = v.InferInput<typeof SECTION> | v.InferInput<typeof UNION>;

/** One or the other by its first field, so that what is wrong in it can be said of the one that was meant. */
const PICK = v.lazy(
  (input): v.GenericSchema<WrittenPick, ReadPick> =>
    typeof input === 'object' && input !== null && 'union' in input ? UNION : SECTION,
);

/** Definition and section. */
const SECTION_AT = v.strictTuple([text, text], 'must be [definition, section]');

const ROWS = map({
  together: v.optional(list(v.strictTuple([SECTION_AT, SECTION_AT], 'must be two sections')), []),
  apart: v.optional(list(list(SECTION_AT)), []),
});

/** A recipe as it stands in its file. */
export const RECIPE_SHAPE = map({
  recipe: v.picklist(RECIPE_FORMS, `must be ${RECIPE_FORMS.join(' or ')}`),
  name: text,
  file: text,
  sha256: digest,
  /** Left out for an agent. */
  kind: v.optional(one(KINDS), 'agent'),
  format: one(FORMATS),
  description: v.optional(text, ''),
  /** Text with commas in recipes of before. Left out, all are inherited. */
  tools: v.optional(v.union([list(text), text], 'must be a list of texts')),
  model: v.optional(text, ''),
  color: v.optional(text, ''),
  /** Whether it speaks of itself by its own name, and not by those of its ingredients. */
  ownName: v.optional(v.literal(true, 'must be true')),
  ingredients: list(
    map({
      name: text,
      agent: v.optional(text),
      definition: text,
      file: text,
      /** Of the whole file. */
      sha256: v.optional(digest),
      /** The ids of its sections. */
      sections: v.optional(list(text)),
    }),
  ),
  columns: list(text),
  /** What was said about the rows in which sections stand. */
  rows: v.optional(ROWS),
  carried: v.optional(list(map({ field: text, from: text, value: v.unknown() })), []),
  picks: list(PICK),
  texts: v.record(hash, text, 'must be a map of texts by their hash'),
});

/** What is in the file of a recipe, as it is read and as it is written. */
export type ReadRecipe = v.InferOutput<typeof RECIPE_SHAPE>;
export type WrittenRecipe = v.InferInput<typeof RECIPE_SHAPE>;
