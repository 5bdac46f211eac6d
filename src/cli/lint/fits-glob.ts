/**
 * Whether a path fits a wildcard: `*` and `?` stand for what is in a name, `**` for any folders; one without a slash fits
 * a name anywhere, and one that ends in a slash all that is below a folder. Never slower than the product of both lengths.
 *
 * @param path Relative, with forward slashes.
 */
export function fitsGlob(path: string, glob: string): boolean {
  const whole = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  const wanted = whole.includes('/') || glob.startsWith('/') ? whole : `**/${whole}`;
  return fits(
    path.split('/'),
    wanted.split('/'),
    (name, part) => part === '**' || fits([...name], [...part], fitsLetter, '*'),
    '**',
  );
}

const fitsLetter = (letter: string, part: string): boolean => part === '*' || part === '?' || part === letter;

/** Parts against parts, of which one may stand for any number: back to the last such one when the rest does not fit. */
function fits(
  parts: readonly string[],
  wanted: readonly string[],
  isOne: (part: string, wanted: string) => boolean,
  any: string,
): boolean {
  let at = 0;
  let want = 0;
  let back: { at: number; readonly want: number } | null = null;
  while (at < parts.length) {
    const next = wanted[want];
    if (next === any) {
      back = { at, want };
      want += 1;
    } else if (next !== undefined && isOne(parts[at] ?? '', next)) {
      at += 1;
      want += 1;
    } else if (back !== null) {
      back.at += 1;
      at = back.at;
      want = back.want + 1;
    } else return false;
  }
  return wanted.slice(want).every((part) => part === any);
}
