import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';

/** Keys and indices that lead from a document to a value in it. */
export type DataPath = readonly (string | number)[];

/** A place in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A path as people write it: `picks[2].level`. */
export function pathText(path: DataPath): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${key}`)).join('');
}

/**
 * Where a value stands in a YAML text that js-yaml reads; where the value is not there, what it would be in.
 *
 * @param path Without aliases on its way.
 */
export function placeInYaml(text: string, path: DataPath): Place {
  const events = parseEvents(text, {});
  let at = events.findIndex(({ type }) => type !== EVENT_ID.DOCUMENT);
  let start = startOf(events[at]);
  for (const key of path) {
    const next = childAt(text, events, at, key);
    if (next === null) break;
    at = next.value;
    start = next.start;
  }
  return placeAt(text, start);
}

/** The value under a key, by its event, and where its entry starts. */
interface Child {
  readonly value: number;
  readonly start: number;
}

function childAt(text: string, events: readonly Event[], parent: number, key: string | number): Child | null {
  const kind = events[parent]?.type;
  if (kind !== EVENT_ID.MAPPING && kind !== EVENT_ID.SEQUENCE) return null;
  let index = 0;
  for (let at = parent + 1; events[at] && events[at]?.type !== EVENT_ID.POP; index += 1) {
    const event = events[at];
    const value = kind === EVENT_ID.MAPPING ? behind(events, at) : at;
    const isKey = event?.type === EVENT_ID.SCALAR && getScalarValue(text, event) === key;
    if (kind === EVENT_ID.MAPPING ? isKey : index === key) return { value, start: startOf(event) };
    at = behind(events, value);
  }
  return null;
}

/** The event behind a whole value. */
function behind(events: readonly Event[], at: number): number {
  let depth = 0;
  for (let index = at; index < events.length; index += 1) {
    const type = events[index]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    else if (type === EVENT_ID.POP) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return events.length;
}

function startOf(event: Event | undefined): number {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart;
  return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE ? event.start : 0;
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
