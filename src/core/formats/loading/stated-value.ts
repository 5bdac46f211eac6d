import { memoLast } from '../../../kit/memo.ts';

/**
 * The value that a field of frontmatter states on its own line, as it is written, without blanks around it.
 *
 * @param frontmatterRaw Frontmatter, with or without its fences.
 * @returns `undefined` where the field stands on no line, or nothing stands behind its colon there.
 */
export function statedValue(frontmatterRaw: string, field: string): string | undefined {
  return statedValues(frontmatterRaw).get(field) || undefined;
}

/** Of all fields, each from the first line that it stands on: whoever asks for one mostly asks for others too. */
const statedValues = memoLast((frontmatterRaw: string): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  for (const line of frontmatterRaw.split('\n')) {
    const colon = line.search(/:[ \t]/);
    if (colon < 0) continue;
    const field = line.slice(0, colon).trimEnd();
    if (!values.has(field)) values.set(field, line.slice(colon + 1).trim());
  }
  return values;
});
