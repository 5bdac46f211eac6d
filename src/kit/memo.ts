/** How each memo table of the process is emptied. */
const tables: (() => void)[] = [];

/**
 * Take part in {@link forgetAll} with a table of one's own. A table says of the same thing always the same, so that to
 * empty it costs time and nothing else.
 *
 * @param empty Called at any time between two uses.
 */
export function onForget(empty: () => void): void {
  tables.push(empty);
}

/** Empty every memo table of the process. For tests: whatever is asked then is answered as it would be with nothing asked before. */
export function forgetAll(): void {
  for (const empty of tables) empty();
}

/**
 * A function that remembers its last result, for selectors: asked again with the same arguments (by identity), it
 * answers without working. One entry is enough because only the present model is ever asked about.
 *
 * @param compute Depends on its arguments alone. To be made once, when its module is loaded.
 */
export function memoLast<Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let last: { readonly args: Arguments; readonly result: Result } | null = null;
  onForget(() => {
    last = null;
  });
  return (...args) => {
    if (last?.args.length === args.length && last.args.every((arg, index) => Object.is(arg, args[index]))) {
      return last.result;
    }
    const result = compute(...args);
    last = { args, result };
    return result;
  };
}

/** A function of a text that remembers, and can be told what it would say. */
export interface TextMemo<Result> {
  (text: string): Result;
  learn(text: string, result: Result): void;
}

/**
 * A function of a text that remembers what it said of the last texts. They are forgotten many at a time, which costs less
 * than to know which was asked for last.
 *
 * @param least Of so many texts it remembers at least, and of at most twice as many.
 * @param compute Depends on the text alone. To be made once, when its module is loaded.
 */
export function memoTexts<Result>(least: number, compute: (text: string) => Result): TextMemo<Result> {
  let recent = new Map<string, Result>();
  let before: ReadonlyMap<string, Result> = new Map();
  onForget(() => {
    recent = new Map();
    before = new Map();
  });
  const learn = (text: string, result: Result): void => {
    if (recent.size >= least && !recent.has(text)) {
      before = recent;
      recent = new Map();
    }
    recent.set(text, result);
  };
  const answer = (text: string): Result => {
    if (recent.has(text)) return recent.get(text) as Result;
    const result = before.has(text) ? (before.get(text) as Result) : compute(text);
    learn(text, result);
    return result;
  };
  return Object.assign(answer, { learn });
}

/** A function of an object that remembers, and can be asked what it knows and told what it would say. */
export interface ObjectMemo<Key extends object, Result> {
  (key: Key): Result;
  /** `undefined` for what it would have to compute. */
  known(key: Key): Result | undefined;
  learn(key: Key, result: Result): void;
}

/**
 * A function of an object that remembers what it said of each for as long as the object is there.
 *
 * @param compute Depends on the object alone. To be made once, when its module is loaded.
 */
export function remembered<Key extends object, Result extends NonNullable<unknown>>(
  compute: (key: Key) => Result,
): ObjectMemo<Key, Result> {
  let known = new WeakMap<Key, Result>();
  onForget(() => {
    known = new WeakMap();
  });
  const answer = (key: Key): Result => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = compute(key);
    known.set(key, result);
    return result;
  };
  return Object.assign(answer, {
    known: (key: Key) => known.get(key),
    learn: (key: Key, result: Result) => void known.set(key, result),
  });
}
