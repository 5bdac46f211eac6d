import type { ParsedDefinition } from '../../definition/agent-definition.ts';

/** What a reader of lines makes of a file. */
export interface LiteralReading {
  /** The rest of each line behind its key, the key in small letters; of a key stated twice the last counts. */
  readonly fields: ReadonlyMap<string, string>;
  /** Whether there is text below. */
  readonly hasPrompt: boolean;
}

/**
 * Read a file as a harness does that knows no YAML: the first line of three dashes anywhere opens, the next but one
 * or a later line that starts with three closes, and every line between that holds a colon is a field.
 *
 * @returns `null` where there are no two such lines.
 */
export function readLiterally(parsed: ParsedDefinition): LiteralReading | null {
  const { frontmatterRaw, diagnostics } = parsed;
  const isSound = diagnostics.length === 0 && parsed.repairs.length === 0;
  // The text below is looked at only where the fences are not where they belong.
  const lines = (isSound ? frontmatterRaw : frontmatterRaw + parsed.body).split('\n');
  const open = lines.findIndex((line) => /^\ufeff?---\s*$/.test(line));
  const close = open === -1 ? -1 : lines.findIndex((line, at) => at > open + 1 && line.startsWith('---'));
  if (close === -1) return null;
  const fields = new Map<string, string>();
  for (const line of lines.slice(open + 1, close)) {
    const text = line.trim();
    const colon = text.indexOf(':');
    if (colon > 0 && !text.startsWith('#'))
      fields.set(text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim());
  }
  const below = [lines[close]?.slice(3) ?? '', ...lines.slice(close + 1)];
  const hasPrompt = below.some((line) => line.trim() !== '') || (isSound && parsed.body.trim() !== '');
  return { fields, hasPrompt };
}
