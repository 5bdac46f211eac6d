/**
 * Strings, and the signs that make objects and lists; all else stands between them. A string that never ends is taken to the
 * end of the text, so that none is looked for anew at each of its quotation marks.
 */
const TOKENS = /"(?:[^"\\]|\\.)*"?|[{}[\],]/g;

/**
 * Where a value is written in a JSON text, as `line:column`, both from 1: the place of its key, or of the last key on the way
 * to it that is there.
 *
 * @param text Valid JSON. Of a key that is there twice the last counts, as for `JSON.parse`.
 * @param path Keys of objects, from the outside in.
 */
export function placeInJson(text: string, path: readonly string[]): string {
  /** The objects and lists that are open, each object with the key that was read last. */
  const open: { readonly isObject: boolean; key: string | null }[] = [];
  let best = { depth: 0, at: 0 };
  let before = '';
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[') open.push({ isObject: token === '{', key: null });
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ',' && inner?.isObject && (before === '{' || before === ',')) {
      inner.key = String(JSON.parse(token));
      const isOnWay = open.length >= best.depth && open.every(({ key }, depth) => key === path[depth]);
      if (isOnWay) best = { depth: open.length, at: index };
    }
    before = token;
  }
  return placeAt(text, best.at);
}

/** An offset into a text as `line:column`. */
export function placeAt(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
