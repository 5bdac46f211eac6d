/** A moment, and what clocks show then where the user is. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** How far the time of day is ahead of UTC, in minutes. */
  readonly utcOffset: number;
}

/** What time it is. */
export interface Clock {
  now(): Moment;
}
