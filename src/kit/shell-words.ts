/**
 * Split a command line into words as a POSIX shell does, without running one: blanks part words, single quotes keep
 * everything, double quotes and backslashes keep what POSIX says they keep (Shell Command Language, 2.2). Variables,
 * `~` and wildcards are left as they are.
 *
 * @returns `null` if a quote is never closed.
 */
export function shellWords(line: string): readonly string[] | null {
  const words: string[] = [];
  let rest = line;
  let word: string | null = null;
  while (rest !== '') {
    const piece = PIECE.exec(rest);
    if (!piece) return null;
    const [whole, blanks, single, double, escaped, plain] = piece;
    if (blanks === undefined) {
      word = `${word ?? ''}${single ?? double?.replace(ESCAPED_IN_DOUBLE, '$1') ?? escaped ?? plain ?? ''}`;
    } else if (word !== null) {
      words.push(word);
      word = null;
    }
    rest = rest.slice(whole.length);
  }
  return word === null ? words : [...words, word];
}

const PIECE = /^(?:([ \t\n]+)|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^ \t\n'"\\]+))/;
const ESCAPED_IN_DOUBLE = /\\([$`"\\])/g;
