/**
 * The value that a field of frontmatter states on its own line, as it is written, without blanks around it.
 *
 * @param frontmatterRaw Frontmatter, with or without its fences.
 * @returns `undefined` where the field stands on no line, or nothing stands behind its colon there.
 */
export function statedValue(frontmatterRaw: string, field: string): string | undefined {
  for (const line of frontmatterRaw.split('\n')) {
    if (!line.startsWith(field)) continue;
    const rest = line.slice(field.length).trimStart();
    if (!/^:[ \t]/.test(rest)) continue;
    const value = rest.slice(1).trim();
    return value === '' ? undefined : value;
  }
  return undefined;
}
