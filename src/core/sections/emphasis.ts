import { once } from '../../kit/once.ts';

/** Words that forbid, demand or limit: in bold type they are stressed and name nothing. */
const STRESSED = new Set(
  (
    'after all also always and any anything are at avoid be before can cannot cant could do does dont each ensure every everything for ' +
    'if in is keep least make may might most must mustnt need needs never no none nor not nothing of on one only or otherwise ' +
    'please prefer shall should shouldnt still sure than the this unless until use when where will with without wont you your ' +
    // Chinese and Japanese, which part no words, and Korean
    '不 不要 不得 不能 不可 不应 不应该 禁止 严禁 切勿 请勿 勿 避免 绝不 绝对不要 永远 永远不要 从不 始终 总是 必须 务必 应 应该 只 仅 仅在 确保 使用 优先 ' +
    '必ず 常に 絶対に 決して 禁止 避ける のみ 항상 절대 반드시 금지 ' +
    // German, French
    'nie niemals immer nicht kein keine nur muss müssen darf vermeide vermeiden stets jamais toujours ne pas éviter évite évitez ' +
    'seulement uniquement doit utiliser utilise utilisez ' +
    // Spanish, Portuguese, Italian
    'nunca siempre no solo sólo debe evita evitar usa usar sempre não nao apenas somente deve evite use mai non ' +
    // Russian, Turkish, Polish
    'никогда всегда не только обязательно нельзя избегай избегайте используй используйте asla her zaman daima sadece nigdy zawsze tylko nie'
  ).split(' '),
);

const MOST_WORDS = 3;
const MARKS = once(() => /[^\p{L}\p{M}\p{N}\s]|[\u{FE0E}\u{FE0F}\u{20E3}]/gu);

/** Whether bold words are mere emphasis: one to three such as `Never`, `Do not`, `必须`. */
export function isEmphasis(words: string): boolean {
  const all = words.replace(MARKS(), '').toLowerCase().trim().split(/\s+/);
  return all.length <= MOST_WORDS && all.every((word) => STRESSED.has(word));
}
