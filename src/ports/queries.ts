/** What was searched for lately, kept between runs. */
export interface Queries {
  /** The latest first; nothing where it cannot be read. */
  list(): Promise<readonly string[]>;
  /** Put one before the others; one that is among them already moves up. Where it cannot be kept, it is not. */
  keep(query: string): Promise<void>;
}
