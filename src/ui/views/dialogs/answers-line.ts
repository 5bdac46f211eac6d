import { cutLine, type StyledLine } from '../../../text/styled-text.ts';
import { span } from '../parts/frame.tsx';

/** The answers to a question side by side, the cursor at one of them. */
export function answersLine(words: readonly string[], answer: number, columns: number): StyledLine {
  const width = words.reduce((sum, { length }) => sum + length + 2, 0);
  const gap = ' '.repeat(Math.max(1, Math.min(5, Math.floor((columns - width) / Math.max(1, words.length - 1)))));
  const answers = words.flatMap((text, at) => {
    const isHere = at === answer;
    const shown = [
      isHere ? { ...span('❯ ', 'accent'), tone: 'here' as const } : span('  '),
      span(text, isHere ? 'strong' : 'text'),
    ];
    return at === 0 ? shown : [span(gap), ...shown];
  });
  return cutLine({ spans: answers }, columns);
}
