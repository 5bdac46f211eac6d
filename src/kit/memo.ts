/**
 * A function that remembers its last result, for selectors: asked again with the same arguments (by identity), it
 * answers without working. One entry is enough because only the present model is ever asked about.
 */
export function memoLast<Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let last: { readonly args: Arguments; readonly result: Result } | null = null;
  return (...args) => {
    if (last?.args.length === args.length && last.args.every((arg, index) => Object.is(arg, args[index]))) {
      return last.result;
    }
    const result = compute(...args);
    last = { args, result };
    return result;
  };
}

/**
 * A function of a text that remembers what it said of the last texts. They are forgotten many at a time, which costs less
 * than to know which was asked for last.
 *
 * @param least Of so many texts it remembers at least, and of at most twice as many.
 */
export function memoTexts<Result>(least: number, compute: (text: string) => Result): (text: string) => Result {
  let recent = new Map<string, Result>();
  let before: ReadonlyMap<string, Result> = new Map();
  return (text) => {
    if (recent.has(text)) return recent.get(text) as Result;
    const result = before.has(text) ? (before.get(text) as Result) : compute(text);
    if (recent.size === least) {
      before = recent;
      recent = new Map();
    }
    recent.set(text, result);
    return result;
  };
}
