import type { Section } from '../definition/agent-definition.ts';
import { passagesOf } from '../sections/passages-of.ts';

const ROLE = /^(?:your |the |agent )?(?:role|persona|identity|who you are|about you)(?: definition| and identity)?$/i;
const YOU_ARE = /^\W*(?:you are (?:an? |the |not )|you['’]re (?:an? |the )|act as |as an? [^.]{3,60}, (?:you|your))/i;

/** Whether a section says who the agent is: it is called so, or its first words are. */
export function introduces(section: Section): boolean {
  if (ROLE.test(section.title)) return true;
  const first = passagesOf(section).find(({ kind }) => kind !== 'title');
  return first?.kind === 'text' && saysWho(first.text);
}

const SUMS_UP =
  /^\W*(?:remember|always|never|your (?:goal|job|task|aim|mission|value|success|role)|the goal|in (?:short|summary)|ultimately|overall|above all|focus on|be |think |keep in mind)/i;

/** Whether a paragraph at the end of a definition says once more what matters. */
export function sumsUp(text: string): boolean {
  return SUMS_UP.test(text.trim());
}

/** Whether a paragraph says who the agent is. */
export function saysWho(text: string): boolean {
  return YOU_ARE.test(text.trim());
}
