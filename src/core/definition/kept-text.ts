import { emptyRecord, isRecord } from '../../kit/plain-data.ts';
import type { ParsedDefinition } from './agent-definition.ts';

/** A text that is kept in less room than a string takes, and is made one each time it is asked for. */
export type KeptText = () => string;

/** The parts of a definition that make up its file. */
type TextPart = Pick<ParsedDefinition, 'frontmatterRaw' | 'body'>;

/** Where those parts are taken from: not enumerable, so that a spread copies the parts and not this. */
const KEPT = Symbol('kept text');

interface Kept {
  readonly text: KeptText;
  /** Offset at which the body starts. */
  readonly start: number;
}

interface Keeping {
  readonly [KEPT]?: Kept;
}

// Shared by all definitions, and their own properties: a spread or a comparison finds the parts like any other.
const PARTS = {
  frontmatterRaw: {
    enumerable: true,
    get(this: { readonly [KEPT]: Kept }): string {
      return this[KEPT].text().slice(0, this[KEPT].start);
    },
  },
  body: {
    enumerable: true,
    get(this: { readonly [KEPT]: Kept }): string {
      return this[KEPT].text().slice(this[KEPT].start);
    },
  },
};

/**
 * The same definition without the text it was read from: its body and raw frontmatter are taken from the kept text each
 * time they are looked at. A definition whose parts do not make up the text (TOML) stays as it is.
 *
 * Nothing of the result holds on to the text: an engine may keep the whole of a text for a piece of it.
 *
 * @param parsed Read from the text.
 * @param keep Makes of a text what is kept.
 */
export function withKeptText(
  parsed: ParsedDefinition,
  text: string,
  keep: (text: string) => KeptText,
): ParsedDefinition {
  const { frontmatterRaw, body, ...fields } = parsed;
  const start = frontmatterRaw.length;
  if (start + body.length !== text.length) return parsed;
  const holdsPieces = parsed.descriptionInferred || parsed.repairs.length > 0;
  return keeping(holdsPieces ? detached(fields) : fields, { text: keep(text), start });
}

/** Fields together with the body and raw frontmatter of a definition, which stay kept if they are. */
export function withTextOf<Fields extends object>(definition: ParsedDefinition, fields: Fields): Fields & TextPart {
  const kept = (definition as Keeping)[KEPT];
  if (kept) return keeping(fields, kept);
  return { ...fields, frontmatterRaw: definition.frontmatterRaw, body: definition.body };
}

/** The text of a definition that is read only once somebody looks at it. */
export interface LaterText {
  readonly text: KeptText;
  /** Reads what it says. */
  readonly parse: () => ParsedDefinition;
  /** Where the body begins in it, as {@link bodyStart} said of the text that it was, and whether it still is that. */
  readonly start: number | null;
  readonly isAsKept: () => boolean;
}

const LATER = Symbol('later text');
interface ReadLater {
  readonly [LATER]: LaterText;
}
type LaterPart = TextPart & Pick<ParsedDefinition, 'frontmatter'>;

/** Where the body begins in the text that a definition is kept with; `null` where its parts do not make up the text. */
export function bodyStart(definition: ParsedDefinition): number | null {
  return (definition as Keeping)[KEPT]?.start ?? (definition as Partial<ReadLater>)[LATER]?.start ?? null;
}

const LATER_FIELDS = {
  frontmatter: {
    enumerable: true,
    get(this: ReadLater) {
      return this[LATER].parse().frontmatter;
    },
  },
};
const LATER_PARTS = {
  frontmatterRaw: {
    enumerable: true,
    get(this: ReadLater): string {
      const { isAsKept, parse, start, text } = this[LATER];
      return start !== null && isAsKept() ? text().slice(0, start) : parse().frontmatterRaw;
    },
  },
  body: {
    enumerable: true,
    get(this: ReadLater): string {
      const { isAsKept, parse, start, text } = this[LATER];
      return start !== null && isAsKept() ? text().slice(start) : parse().body;
    },
  },
};

/** Fields of a definition with what else its text says. */
export function withTextLater<Fields extends object>(fields: Fields, later: LaterText): Fields & LaterPart {
  return Object.defineProperties(fields, {
    [LATER]: { value: later },
    ...LATER_FIELDS,
    ...LATER_PARTS,
  }) as Fields & LaterPart;
}

function keeping<Fields extends object>(fields: Fields, kept: Kept): Fields & TextPart {
  return Object.defineProperties(fields, { [KEPT]: { value: kept }, ...PARTS }) as Fields & TextPart;
}

/** A copy whose texts are no pieces of others. */
function detached<Value>(value: Value): Value;
function detached(value: unknown): unknown {
  if (typeof value === 'string') return JSON.parse(JSON.stringify(value));
  if (Array.isArray(value)) return value.map((item) => detached(item));
  if (!isRecord(value)) return value;
  const copy = Object.getPrototypeOf(value) === null ? emptyRecord<unknown>() : {};
  return Object.assign(copy, Object.fromEntries(Object.entries(value).map(([key, item]) => [key, detached(item)])));
}
