const BANS =
  /\b(?:will not|won['’]?t|don['’]?ts?|do not|must not|never|avoid|anti[- ]?patterns?|out of scope|when not to|not to|prohibited|forbidden)\b/i;
const FAULTS =
  /\b(?:pitfalls?|mistakes?|red flags?|smells?|bad practices?|weaknesses|problems?|issues?|errors?|risks?|vulnerabilit\w+|wrong|violations?)\b/i;

/** Whether what stands under a title is forbidden by it. */
export function forbids(title: string): boolean {
  return BANS.test(title);
}

/** Whether what stands under a title is nothing to be done: it is forbidden, or a fault to look for. */
export function speaksOfFaults(title: string): boolean {
  return BANS.test(title) || FAULTS.test(title);
}
