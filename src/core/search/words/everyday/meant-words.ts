/**
 * Everyday words, and the words of the trade that each of them may mean; one with a hyphen is two that are typed one after
 * the other. Forms of a word need no entry.
 */
export type MeantWords = readonly (readonly [everyday: string, trade: string])[];
