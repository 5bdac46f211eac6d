import { FORMATS } from '../../core/definition/agent-definition.ts';
import { KINDS } from '../../core/definition/kind.ts';
import {
  ANYTHING,
  either,
  fields,
  list,
  mapOf,
  NUMBER,
  oneOf,
  orNull,
  type Shape,
  TEXT,
  versioned,
  WHOLE,
  YES_OR_NO,
} from './shapes.ts';

const SCOPE = oneOf(['project', 'user', 'plugin', 'added', 'bundled']);
const FORMAT = oneOf(FORMATS);
const SEVERITY = oneOf(['error', 'warning', 'info']);
const AGENT = fields({ id: TEXT, name: TEXT, path: TEXT });
const PROBLEM = fields({ code: TEXT, severity: SEVERITY, message: TEXT, line: WHOLE, column: WHOLE }, { about: TEXT });
const RANGES = list({ type: 'array', items: WHOLE, minItems: 2, maxItems: 2 });
const WORDS = { type: 'array', items: TEXT };

const DEFINITION = {
  id: TEXT,
  kind: oneOf(KINDS),
  name: TEXT,
  nameInferred: YES_OR_NO,
  description: TEXT,
  descriptionInferred: YES_OR_NO,
  path: TEXT,
  scope: SCOPE,
  source: TEXT,
  format: FORMAT,
  model: orNull(TEXT),
  color: orNull(TEXT),
  tools: orNull(WORDS),
  frontmatter: { type: 'object' },
  repairs: list(fields({ field: TEXT, reason: TEXT })),
  diagnostics: list(PROBLEM),
  shadowedBy: orNull(TEXT),
  tokens: WHOLE,
  descriptionTokens: WHOLE,
  bytes: WHOLE,
};

/** The commands that change files and say which. */
const KEEPING = ['new', 'copy', 'install', 'uninstall', 'move', 'remove', 'disable', 'enable'] as const;

const kept = (action: string): Shape =>
  versioned({
    action: { const: action },
    done: YES_OR_NO,
    changes: list(fields({ from: orNull(TEXT), to: orNull(TEXT), kind: TEXT })),
  });

const SECTION: Shape = fields({
  id: TEXT,
  title: TEXT,
  kind: TEXT,
  level: WHOLE,
  line: WHOLE,
  tokens: WHOLE,
  raw: TEXT,
  items: WORDS,
  sections: list({ $ref: '#/$defs/section' }),
});

const CHANGE = fields({
  kind: TEXT,
  agent: TEXT,
  path: TEXT,
  section: orNull(TEXT),
  effect: orNull(TEXT),
  before: orNull(TEXT),
  after: orNull(TEXT),
});

const DIFFERS = fields({ kind: TEXT, words: WORDS });
const CLAIM = fields({ text: TEXT, section: ANYTHING, passage: TEXT, line: WHOLE });

const SINCE = versioned({
  since: TEXT,
  definitions: list(
    fields({
      id: TEXT,
      name: TEXT,
      path: TEXT,
      isNew: YES_OR_NO,
      counts: mapOf(WHOLE),
      frontmatter: list(fields({ field: TEXT, before: ANYTHING, now: ANYTHING })),
      topics: list(
        fields({
          title: TEXT,
          changes: list(fields({ kind: TEXT, before: orNull(CLAIM), now: orNull(CLAIM) }, { differs: DIFFERS })),
        }),
      ),
    }),
  ),
});

const COMPARISON = versioned({
  agents: WORDS,
  definitions: list(AGENT),
  frontmatter: list(fields({ field: TEXT, same: YES_OR_NO, values: list(ANYTHING) })),
  topics: list(
    fields({
      title: TEXT,
      depth: WHOLE,
      cells: list(orNull(fields({ agent: TEXT, section: TEXT, title: TEXT, tokens: WHOLE }))),
      similarity: orNull(NUMBER),
      score: orNull(NUMBER),
      by: orNull(oneOf(['title', 'text', 'place', 'asked'])),
      items: list(
        fields(
          { text: TEXT, in: WORDS, kind: TEXT, columns: list(WHOLE), wordings: list(ANYTHING) },
          { differs: fields({ kind: TEXT, columns: list(WHOLE), words: WORDS }) },
        ),
      ),
    }),
  ),
});

const PLACE = fields({ agent: TEXT, section: TEXT, text: TEXT });

const CONTRADICTION = fields({ kind: TEXT, topic: TEXT, kept: PLACE, other: PLACE, stands: oneOf(['both', 'kept']) });

const COMPOSITION = versioned(
  {
    path: TEXT,
    written: YES_OR_NO,
    name: TEXT,
    kind: oneOf(KINDS),
    picks: list({ type: 'object' }),
    dropped: list({ type: 'object' }),
    ledger: mapOf(mapOf(WHOLE)),
    warnings: WORDS,
    conflicts: list(CONTRADICTION),
    repeats: list(fields({ likeness: NUMBER, one: PLACE, other: PLACE })),
    fuller: list(fields({ topic: TEXT, chosen: PLACE, other: PLACE })),
  },
  { text: TEXT, backup: orNull(TEXT) },
);

const TRANSFER = versioned({
  to: TEXT,
  files: list(
    fields(
      { agent: TEXT, to: FORMAT, path: TEXT, written: YES_OR_NO, warnings: WORDS },
      { current: YES_OR_NO, placed: TEXT, widens: WORDS, refused: TEXT, text: TEXT, backup: orNull(TEXT) },
    ),
  ),
});

const LINT = versioned({
  files: list(fields({ path: TEXT, id: orNull(TEXT), name: orNull(TEXT), diagnostics: list(PROBLEM) })),
  summary: fields({ files: WHOLE, errors: WHOLE, warnings: WHOLE, infos: WHOLE }),
});

const CODES = versioned({
  codes: list(fields({ code: TEXT, severity: SEVERITY, title: TEXT, help: TEXT, fixable: YES_OR_NO })),
});

const FILE = fields({ id: orNull(TEXT), path: TEXT });
const JUDGED = fields({ id: orNull(TEXT), path: TEXT, code: TEXT, reason: TEXT });

const RESOLUTION = versioned({
  name: TEXT,
  harnesses: list(
    fields({
      harness: FORMAT,
      version: orNull(TEXT),
      asOf: TEXT,
      loaded: orNull(TEXT),
      winner: orNull(FILE),
      remark: orNull(TEXT),
      shadowed: list(JUDGED),
      notLoaded: list(JUDGED),
    }),
  ),
});

const GAPS = versioned({
  definition: AGENT,
  others: list(fields({ id: TEXT, name: TEXT, path: TEXT, likeness: orNull(NUMBER) })),
  topics: list(
    fields({
      title: TEXT,
      others: ANYTHING,
      isSpokenOf: YES_OR_NO,
      gaps: list(
        fields({
          text: TEXT,
          pick: TEXT,
          count: WHOLE,
          wordings: list(fields({ agent: TEXT, text: TEXT, pick: TEXT })),
          against: orNull(fields({ text: TEXT, passage: TEXT, line: WHOLE, differs: DIFFERS })),
        }),
      ),
    }),
  ),
  picks: WORDS,
});

const TWINS = versioned({
  groups: list(
    fields({
      kind: oneOf(['exact', 'near', 'contained']),
      similarity: NUMBER,
      sameFile: YES_OR_NO,
      definitions: list(AGENT),
    }),
  ),
});

const REPEATS = versioned({
  repeats: list(fields({ kind: TEXT, similarity: NUMBER, definition: AGENT, repeats: AGENT })),
});

/** `agents source update`. */
const SOURCE_UPDATE = versioned({
  sources: list(
    fields({
      id: TEXT,
      from: TEXT,
      to: TEXT,
      taken: YES_OR_NO,
      changes: list(fields({ kind: TEXT, name: TEXT, path: TEXT, widened: WORDS, problems: WORDS })),
      copies: list(fields({ name: TEXT, path: TEXT, fate: TEXT, conflicts: list({ type: 'object' }) })),
    }),
  ),
});

/** What each command prints with `--json`; texts and numbers are described where they stand in docs/commands.md. */
const SHAPES: Readonly<Record<string, Shape>> = {
  list: list(versioned(DEFINITION)),
  search: list(
    versioned({
      ...DEFINITION,
      score: NUMBER,
      matches: fields({ name: RANGES, description: RANGES }, { prompt: { type: 'object' } }),
    }),
  ),
  show: {
    ...list(
      versioned({ ...DEFINITION, frontmatterRaw: TEXT, body: TEXT, sections: list({ $ref: '#/$defs/section' }) }),
    ),
    $defs: { section: SECTION },
  },
  which: either(RESOLUTION, list(RESOLUTION)),
  source: either(list(versioned({ id: TEXT, scope: SCOPE, format: FORMAT, folder: TEXT })), SOURCE_UPDATE),
  compare: either(COMPARISON, SINCE),
  gaps: GAPS,
  twins: either(TWINS, REPEATS),
  shared: list(fields({ text: TEXT, in: WORDS })),
  rivals: list(
    versioned({
      harness: orNull(FORMAT),
      harnesses: list(FORMAT),
      agents: list(AGENT),
      score: NUMBER,
      shared: WORDS,
      apart: mapOf(WORDS),
      prompts: NUMBER,
      advice: oneOf(['drop', 'compare', 'sharpen']),
    }),
  ),
  budget: versioned({
    total: WHOLE,
    harnesses: list(
      fields({
        harness: orNull(FORMAT),
        total: WHOLE,
        limit: orNull(WHOLE),
        agents: list(fields({ id: TEXT, name: TEXT, path: TEXT, source: TEXT, descriptionTokens: WHOLE })),
      }),
    ),
    couldGo: list(fields({ id: TEXT, why: TEXT, tokens: WHOLE })),
  }),
  review: versioned({
    since: TEXT,
    agents: list(
      fields({
        name: TEXT,
        path: TEXT,
        change: oneOf(['new', 'gone', 'changed']),
        fields: list(fields({ field: TEXT, before: ANYTHING, now: ANYTHING })),
        topics: list(
          fields({ title: TEXT, changes: list(fields({ kind: TEXT, before: orNull(TEXT), now: orNull(TEXT) })) }),
        ),
        widened: WORDS,
        conflicts: list(fields({ before: TEXT, now: TEXT })),
      }),
    ),
    budget: fields({ before: WHOLE, after: WHOLE }),
    rivals: list(fields({ agents: list(AGENT), score: NUMBER, shared: WORDS })),
    problems: list(fields({ path: TEXT, line: WHOLE, column: WHOLE, severity: TEXT, code: TEXT, message: TEXT })),
    elsewhere: WORDS,
    failures: WORDS,
  }),
  usage: list(versioned({ harness: FORMAT, name: TEXT, path: orNull(TEXT), calls: WHOLE, last: orNull(TEXT) })),
  compose: COMPOSITION,
  status: list(versioned({ path: TEXT, name: TEXT, recipe: TEXT, states: WORDS, changes: list(CHANGE) })),
  update: versioned({
    path: TEXT,
    outcome: TEXT,
    written: YES_OR_NO,
    backup: orNull(TEXT),
    merge: orNull(TEXT),
    changes: list(CHANGE),
    contradictions: list(CONTRADICTION),
    conflicts: list(fields({ yours: ANYTHING, picked: ANYTHING, ingredients: ANYTHING })),
    text: orNull(TEXT),
  }),
  drafts: list(
    versioned(
      {
        id: TEXT,
        name: TEXT,
        picks: WHOLE,
        tokens: WHOLE,
        agents: ANYTHING,
        kind: oneOf(KINDS),
        format: FORMAT,
        savedAt: TEXT,
      },
      { text: TEXT },
    ),
  ),
  lineage: list(
    versioned(
      {
        path: TEXT,
        ancestors: list(fields({ id: TEXT, path: TEXT, share: NUMBER, lines: WHOLE, equal: WORDS })),
        own: NUMBER,
      },
      {
        credits: list(
          fields({
            name: TEXT,
            path: TEXT,
            source: orNull(TEXT),
            licence: orNull(TEXT),
            by: oneOf(['recipe', 'lines', 'twin']),
          }),
        ),
      },
    ),
  ),
  lint: either(LINT, CODES),
  rename: versioned({
    action: { const: 'rename' },
    done: YES_OR_NO,
    from: TEXT,
    to: TEXT,
    path: TEXT,
    newPath: ANYTHING,
    mentions: list(fields({ path: TEXT, line: WHOLE, column: WHOLE, text: TEXT })),
    problems: list(fields({ path: TEXT, problem: TEXT })),
  }),
  ...Object.fromEntries(KEEPING.map((action) => [action, kept(action)])),
  undo: either(list(versioned({ id: TEXT, command: TEXT, time: TEXT, files: WORDS, undone: YES_OR_NO })), kept('undo')),
  redo: kept('redo'),
  export: TRANSFER,
  import: TRANSFER,
  config: either(
    list(versioned({ key: TEXT, value: ANYTHING, origin: TEXT, variables: WORDS })),
    versioned({ key: TEXT, value: ANYTHING, origin: TEXT, variables: WORDS }),
  ),
  doctor: list(fields({ check: TEXT, status: oneOf(['ok', 'warn', 'fail']), message: TEXT, fix: TEXT })),
};

/** The commands whose JSON is described. */
export const DESCRIBED: readonly string[] = Object.keys(SHAPES);

/** What a command prints with `--json`, as a JSON Schema (2020-12); `null` for a command that prints none. */
export function jsonSchema(command: string): Shape | null {
  const shape = Object.hasOwn(SHAPES, command) ? SHAPES[command] : undefined;
  if (shape === undefined) return null;
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `agents ${command} --json`, ...shape };
}
