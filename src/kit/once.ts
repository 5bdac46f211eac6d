/**
 * What is made when it is first asked for, and then kept: for what takes long to set up and few runs of the program need,
 * such as patterns with classes of Unicode, which engines take a fraction of a millisecond each to work out.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
