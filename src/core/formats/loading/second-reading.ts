/**
 * Frontmatter as a reader that mends colons reads it again where it is not YAML: the plain value of a line that holds a
 * colon becomes a block of text, whatever else is in it; all other lines stay.
 *
 * @param inner The lines between the fences, with the line ends of the file.
 * @returns Lines that end in `\n`, as that reader writes them.
 */
export function withColonsMended(inner: string): string {
  return inner
    .split(/\r?\n/)
    .map((line) => {
      const [, key, rest = ''] = /^([A-Za-z_]\w*)\s*:(.*)$/.exec(line) ?? [];
      const value = rest.trimStart();
      const isPlain = key !== undefined && value.includes(':') && !/^["']/.test(value);
      return isPlain ? `${key}: |-\n  ${value.trim()}` : line;
    })
    .join('\n');
}
