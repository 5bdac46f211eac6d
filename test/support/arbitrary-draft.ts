import fc from 'fast-check';
import { KINDS } from '../../src/core/definition/kind.ts';
import { INHERIT, type Tools, toolList } from '../../src/core/definition/tools.ts';
import type { Draft, PassageKey, Pick, Provenance, Standing, UnionPassage } from '../../src/core/draft/draft.ts';
import type { AskedRows } from '../../src/core/sections/asked-rows.ts';
import { BODY, type DefinitionPart } from '../../src/core/sections/definition-part.ts';
import { sectionIds } from '../../src/core/sections/section-id.ts';

/** Text as files hold it, with what YAML and Markdown could stumble over. */
const TEXT = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !/\p{Cs}/u.test(text)),
  fc
    .array(
      fc.constantFrom(
        '## Anvil',
        '- **Strike**: hard',
        '  - turn',
        '1. first',
        '',
        '\t',
        '--- ',
        '~',
        'a: b',
        '# c',
        '```',
      ),
    )
    .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end))),
);

/** What JSON can say: it has one nought, while JavaScript has a negative one too. */
const JSON_VALUE = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)));

const PROVENANCE: fc.Arbitrary<Provenance> = fc.record({
  definition: fc.constantFrom('project:forge', 'user:forge', '__proto__'),
  agent: fc.oneof(fc.constantFrom('forge', 'forge (2)', 'constructor'), fc.string()),
  path: fc.constantFrom('/p/forge.md', '/u/forge.md'),
});

const LEVEL = fc.option(fc.integer({ min: 1, max: 6 }));

const ARRANGED = { title: TEXT, originalTitle: TEXT, level: LEVEL, edited: fc.option(TEXT) };

const KEY: fc.Arbitrary<PassageKey> = fc.record({ definition: fc.string(), section: TEXT, index: fc.nat() });

const STANDING: fc.Arbitrary<Standing> = fc.oneof(
  fc.record({ state: fc.constantFrom('kept', 'dropped'), by: fc.constant(null) }),
  fc.record({ state: fc.constantFrom('merged', 'redundant'), by: KEY }),
);

const PASSAGE: fc.Arbitrary<UnionPassage> = fc
  .tuple(
    PROVENANCE,
    fc.record({
      kind: fc.constantFrom('title', 'item', 'text'),
      section: fc.string(),
      index: fc.nat(40),
      text: TEXT,
      edited: fc.option(TEXT),
      depth: fc.nat(4),
    }),
    STANDING,
  )
  .map(([provenance, passage, standing]) => ({ ...provenance, ...passage, ...standing }));

const SECTION_ID = fc.string({ unit: 'grapheme' }).map((title) => sectionIds().next(null, title));

/** Any part of a definition there can be. */
export const PART: fc.Arbitrary<DefinitionPart> = fc.oneof(
  fc.constant(BODY),
  fc.record({ kind: fc.constant('section' as const), id: SECTION_ID }),
  fc.record({ kind: fc.constant('passage' as const), section: SECTION_ID, index: fc.nat() }),
);

const PICK: fc.Arbitrary<Pick> = fc.oneof(
  fc
    .tuple(PROVENANCE, fc.record({ ...ARRANGED, part: PART, text: TEXT }))
    .map(([provenance, pick]): Pick => ({ kind: 'section', ...provenance, ...pick })),
  fc.record({ kind: fc.constant('union' as const), ...ARRANGED, passages: fc.array(PASSAGE, { maxLength: 6 }) }),
);

const TOOLS: fc.Arbitrary<Tools> = fc
  .option(fc.array(TEXT, { maxLength: 4 }))
  .map((tools) => (tools === null ? INHERIT : toolList(tools)));

const SECTION_AT = fc.record({ definition: fc.string(), section: SECTION_ID });

const ROWS: fc.Arbitrary<AskedRows> = fc.record({
  together: fc.array(fc.tuple(SECTION_AT, SECTION_AT), { maxLength: 3 }),
  apart: fc.array(fc.array(SECTION_AT, { maxLength: 3 }), { maxLength: 3 }),
});

const WHOLE_DRAFT: fc.Arbitrary<Draft> = fc.record({
  picks: fc.array(PICK, { maxLength: 6 }),
  fields: fc.record({ name: TEXT, description: TEXT, model: TEXT, tools: TOOLS, color: TEXT }),
  carried: fc.array(
    fc
      .tuple(PROVENANCE, fc.string(), JSON_VALUE)
      .map(([provenance, field, value]) => ({ ...provenance, field, value })),
    { maxLength: 3 },
  ),
  kind: fc.constantFrom(...KINDS),
  format: fc.constantFrom('claude', 'opencode', 'copilot', 'codex', 'cursor', 'gemini', 'qwen', 'factory'),
  from: fc.array(fc.string(), { maxLength: 4 }),
});

/** Any draft there can be. */
export const ARBITRARY_DRAFT: fc.Arbitrary<Draft> = fc
  .tuple(WHOLE_DRAFT, fc.option(ROWS), fc.boolean())
  .map(([draft, rows, ownName]) => ({
    ...draft,
    ...(rows !== null && { rows }),
    ...(ownName && { ownName: true as const }),
  }));
