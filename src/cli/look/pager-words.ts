import { shellWords } from '../../kit/shell-words.ts';

/** The words of a pager's command; `null` where none is wanted, or it cannot be read. `cat` pages nothing. */
export function pagerWords(command: string): readonly string[] | null {
  const words = shellWords(command.trim()) ?? [];
  return words.length === 0 || words[0] === 'cat' ? null : words;
}
