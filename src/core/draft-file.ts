import type { Draft, DraftFields, Pick } from './draft.ts';

/** The version of the form drafts are kept in. */
const VERSION = 1;

/** A draft as the text of the file it is kept in. */
export function serialiseDraft(draft: Draft): string {
  return `${JSON.stringify({ version: VERSION, ...draft }, null, 2)}\n`;
}

/** The draft in a file's text; `null` if it is none, or one of a version not known here. */
export function parseDraft(text: string): Draft | null {
  const value = parseJson(text);
  if (!isRecord(value) || value.version !== VERSION || !Array.isArray(value.picks) || !isRecord(value.fields))
    return null;
  const picks = value.picks.flatMap((pick: unknown) =>
    hasTexts(pick, PICK_FIELDS) ? [selected(pick, PICK_FIELDS)] : [],
  );
  if (picks.length < value.picks.length || !hasTexts(value.fields, DRAFT_FIELDS)) return null;
  return { picks, fields: selected(value.fields, DRAFT_FIELDS) };
}

const PICK_FIELDS = [
  'definition',
  'agent',
  'path',
  'section',
  'title',
  'originalTitle',
  'text',
] as const satisfies readonly (keyof Pick)[];

const DRAFT_FIELDS = [
  'name',
  'description',
  'model',
  'tools',
  'color',
] as const satisfies readonly (keyof DraftFields)[];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasTexts<Field extends string>(value: unknown, fields: readonly Field[]): value is Record<Field, string> {
  return isRecord(value) && fields.every((field) => typeof value[field] === 'string');
}

/** Only what belongs to it: a file may hold more. */
function selected<Field extends string>(value: Record<Field, string>, fields: readonly Field[]): Record<Field, string> {
  return Object.fromEntries(fields.map((field) => [field, value[field]])) as Record<Field, string>;
}
