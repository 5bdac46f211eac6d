import type { Clock } from '../ports/clock.ts';

/** The clock of the system, in its time zone. */
export const systemClock: Clock = {
  now: () => {
    const now = new Date();
    return { at: now.getTime(), utcOffset: -now.getTimezoneOffset() };
  },
};
