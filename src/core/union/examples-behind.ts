import { roleOf } from '../topics/section-profile.ts';
import { titleTerms } from '../topics/title-meaning.ts';
import type { TopicNode } from './topic-node.ts';

/** Topics at the top with the examples of others behind the closing words, which would else stand under them. */
export function withExamplesBehind(roots: readonly TopicNode[]): readonly TopicNode[] {
  const closing = roots.findIndex(isClosing);
  const speakers = new Set(roots.flatMap((root) => (isClosing(root) ? speakersOf(root) : [])));
  let from = closing;
  for (let root = roots[from - 1]; root && isOfExamples(root); root = roots[from - 1]) {
    if (speakersOf(root).some((id) => speakers.has(id))) break;
    from -= 1;
  }
  if (closing < 0 || from === closing) return roots;
  const examples = roots.slice(from, closing);
  return [...roots.slice(0, from), ...roots.slice(closing), ...examples];
}

function isClosing({ versions }: TopicNode): boolean {
  return versions.every(({ section }) => roleOf(section) === 'closing');
}

const speakersOf = ({ versions }: TopicNode): readonly string[] => versions.map(({ definition }) => definition.id);

function isOfExamples({ versions }: TopicNode): boolean {
  const [first] = versions;
  return titleTerms(first?.section.title ?? '').some(({ term }) => term === '@examples' || term === '@references');
}
