import type { Section } from '../../definition/agent-definition.ts';
import { passagesOf } from '../../sections/passages-of.ts';

const ROLE = /^(?:your |the |agent )?(?:role|persona|identity|who you are|about you)(?: definition| and identity)?$/i;
const YOU_ARE = /^\W*(?:you are (?:an? |the |not )|you['’]re (?:an? |the )|act as |as an? [^.]{3,60}, (?:you|your))/i;
const YOU_ARE_ELSEWHERE =
  /^[\s*_#>]*(?:你是|您是|作为|あなたは|당신은|(?:eres|usted es|você é|tu es|vous êtes|du bist|sie sind|sei|ты|вы)[\s—–-])/i;

/** Titles under which a definition says what it is, as well as other things. */
const OF_ITSELF =
  /^(?:(?:expert|core|primary|main|agent) )?(?:purpose|overview|about|profile|description|summary|introduction|system prompt|agent description)$/i;
/** `Expert developer specializing in …`, with no word for whom. */
const AN_EXPERT = new Set(
  'expert specialist master veteran professional senior principal elite experienced seasoned'.split(' '),
);
const AT_SOMETHING = new Set(
  'specializing specialising specialized specialised specializes with who that focused focusing for in on combining'.split(
    ' ',
  ),
);
/** One of them is among the first words, the other follows within so many. */
const FIRST_WORDS = 4;
const FOLLOWING_WORDS = 14;

function isAnExpert(text: string): boolean {
  const [sentence = ''] = text.slice(0, 400).split(/[.\n]/, 1);
  const words = sentence.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const at = words.slice(0, FIRST_WORDS).findIndex((word) => AN_EXPERT.has(word));
  return at >= 0 && words.slice(at + 1, at + FOLLOWING_WORDS).some((word) => AT_SOMETHING.has(word));
}

/** Whether a section says who the agent is: it is called so, or its first words are. */
export function introduces(section: Section): boolean {
  if (ROLE.test(section.title)) return true;
  const first = passagesOf(section).find(({ kind }) => kind !== 'title');
  if (first?.kind !== 'text') return false;
  if (section.kind === 'heading' && section.level === 1 && YOU_DO.test(first.text)) return true;
  return saysWho(first.text) || (OF_ITSELF.test(section.title) && isAnExpert(first.text));
}

/** `You review one change`: what one does says who one is. */
const YOU_DO = /^\W*you (?!must\b|should\b|need\b|can\b|may\b|have\b|will be\b)/i;

/** Whether the text before all sections says who the agent is, if only in its first words. */
export function opensWithRole(section: Section): boolean {
  const texts = passagesOf(section).flatMap(({ kind, text }) => (kind === 'text' ? [text.trim()] : []));
  const [first = ''] = texts;
  return texts.some(saysWho) || isAnExpert(first) || YOU_DO.test(first);
}

const SUMS_UP =
  /^\W*(?:remember|always|never|your (?:goal|job|task|aim|mission|value|success|role)|the goal|in (?:short|summary)|ultimately|overall|above all|focus on|be |think |keep in mind)/i;

/** Whether a paragraph at the end of a definition says once more what matters. */
export function sumsUp(text: string): boolean {
  return SUMS_UP.test(text.trim());
}

/** Whether a paragraph says who the agent is. */
export function saysWho(text: string): boolean {
  const words = text.trim();
  return YOU_ARE.test(words) || YOU_ARE_ELSEWHERE.test(words);
}
