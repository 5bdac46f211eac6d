/** A stretch of a merged text: all agree on it, or there are three versions of it. */
export type MergeChunk =
  | { readonly kind: 'stable'; readonly text: string }
  | { readonly kind: 'conflict'; readonly ours: string; readonly base: string; readonly theirs: string };

/** A stretch that all agree on. */
export function stable(text: string): MergeChunk {
  return { kind: 'stable', text };
}

/** One stretch as a whole: what one side alone changed is taken from it. */
export function chosen(base: string, ours: string, theirs: string): MergeChunk {
  if (ours === theirs || theirs === base) return stable(ours);
  return ours === base ? stable(theirs) : { kind: 'conflict', ours, base, theirs };
}

/** The same stretches, with no two stable ones behind each other. */
export function joined(chunks: readonly MergeChunk[]): readonly MergeChunk[] {
  const result: MergeChunk[] = [];
  for (const chunk of chunks) {
    const last = result.at(-1);
    if (chunk.kind === 'stable' && chunk.text === '') continue;
    if (chunk.kind === 'stable' && last?.kind === 'stable') result[result.length - 1] = stable(last.text + chunk.text);
    else result.push(chunk);
  }
  return result;
}
