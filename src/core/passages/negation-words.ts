/**
 * Words that turn what is said, by how far they reach. Phrases are looked for before single words, so that `not only`
 * turns nothing. Folded as {@link wordsOf} folds, apostrophes left out.
 */
export type Reach =
  /** What stands in the clause, before and behind it. Two in a clause cancel each other. */
  | 'clause'
  /** The same, but any number of them is one: languages that say no more than once. */
  | 'agreeing'
  /** What follows in the clause: `Ensure no secrets are logged`; what stops at the means, `Avoid leaks with pools`. */
  | 'behind'
  /** Only what comes next: `without a greeting`. After another negation in the clause both cancel. */
  | 'next';

export const NEGATIONS: Readonly<Record<Reach, readonly string[]>> = {
  clause: [
    'neither, nor, nobody, nothing, no, no longer, under no circumstances, at no time',
    'nicht, kein, keine, keinen, keinem, keiner, keines, nie, niemals, keinesfalls, auf keinen fall',
    '不要, 不得, 不能, 不可, 不应, 不该, 不许, 不准, 不允许, 不会, 不使用, 不用, 不包含, 不包括, 不修改, 不添加, 不提交, 不写, 不做, 不再',
    '别, 勿, 请勿, 切勿, 禁止, 严禁, 避免, 从不, 绝不, 永不, 决不, 从来不, 永远不要, 绝对不要, 绝对不',
  ],
  agreeing: [
    // Spanish, Portuguese, French, Italian
    'nunca, jamas, ningun, ninguna, ninguno, tampoco, nao, jamais, nenhum, nenhuma, ne, pas, aucun, aucune, rien, ne pas',
    'non, mai, nessun, nessuna, nessuno, mai piu, evita, evitar, evite, eviter, evitare, evitez, evitad, evitate',
    'prohibido, proibido, interdit, vietato, prohibir, proibir, interdire, vietare',
    'ない, しない, ません, しません, なし, 避ける, 避け, 決して, 禁じる, 禁じ, てはいけない, てはならない, てはいけません',
    'ないでください, しないでください, ないこと, しないこと, べきではない, べきでない',
    // Russian, Ukrainian
    'не, ни, никогда, нельзя, нет, никаких, никакой, избегай, избегать, избегайте, запрещено, запрещается, запрещай',
  ],
  behind: [
    'avoid, avoids, avoiding, prevent, prevents, preventing, refrain, refrain from, forbid, forbids, prohibit, prohibits',
    'disallow, disallows, ban, bans, eliminate, eliminating, stay away from, steer clear of, abstain from, without ever',
    'discourage, discourages, guard against, stop doing, stop using',
    'vermeide, vermeiden, verhindere, verhindern, verbiete, verbieten, unterlasse, verzichte auf',
  ],
  next: [
    'without, with no, having no, unless, except, free of, lacking, in the absence of, to avoid, to prevent, to not',
    'ohne, ausser, sin, sem, sans, senza, salvo, excepto, exceto, sauf, tranne, без, кроме, 无, 没有, 没, なしで',
  ],
};

/** Negations of a verb, the same verb that whoever affirms it begins with: `never rename`. They reach the whole clause. */
export const VERB_NEGATIONS: readonly string[] = [
  'not, never, cannot, cant, dont, doesnt, do not, does not, did not, isnt, arent, wont, shouldnt, mustnt, must not',
];

/** What looks like a negation and turns nothing, or says what is optional. */
export const NOT_NEGATIONS: readonly string[] = [
  'not only, not just, not merely, not limited to, whether or not, if not, or not, no matter, nothing but, why not',
  'not yet, no doubt, no one size, no more, not to mention, no cost, no code, when not, no op',
  'dont forget to, do not forget to, never forget to, never fail to, dont forget, do not forget, do not hesitate to',
  'nicht nur, no solo, no olvides, nao so, nao apenas, nao esqueca de, non solo, pas seulement, не только, не забывай',
  '不仅, 不只, 不但, 不同, 不断, 不忘, 不要忘记, 无论, 不管, だけでなく, 不变, 不可变, 不一致, 不足, 特别, 类别, 级别, 识别, 区别, 分别, 性别, 别名',
  'нет ли',
];

/** Forms of words that forbid what stands before them: `Nested ternaries are to be avoided`. */
export const FORBIDDEN_BEFORE: readonly string[] = [
  'avoided, prevented, forbidden, prohibited, disallowed, banned, verboten, vermieden, discouraged, off limits',
];

/** What begins the less liked of two: what follows has the opposite sign. */
export const INSTEADS: readonly string[] = [
  'instead of, rather than, as opposed to, in place of, in favor of not, over using, instead of using, and not, but not',
  'statt, anstatt, anstelle von, en lugar de, en vez de, antes que, em vez de, ao inves de, em lugar de, au lieu de',
  'plutot que, plutot que de, invece di, invece che, al posto di, piuttosto che, вместо, а не, 而不是, 而非, 而不要, ではなく',
];

/** Behind one of these `over` begins the less liked of two. */
export const PREFERENCES: readonly string[] = [
  'prefer, prefers, preferring, preferred, favor, favour, favors, favours, choose, pick, prioritize, prioritise, value',
  'bevorzuge, bevorzugen, prefiere, preferir, prefira, prefere, preferer, privilegie, preferisci, preferire',
  'предпочитай, предпочитать, 优先, 首选, 優先',
];

export const OVERS: readonly string[] = ['over, gegenuber, vor, sobre, frente a, a, rispetto a'];

/** What begins a clause that a negation before it does not reach. */
export const CLAUSE_OPENERS: readonly string[] = [
  'but, where, if, when, whenever, because, since, so that, instead, however, although, though, while, whereas, otherwise',
  'aber, sondern, wenn, falls, weil, damit, pero, sino, si, cuando, porque, mas, se, quando, mais, lorsque, parce que',
  'ma, perche, но, если, когда, потому что, чтобы, 但, 但是, 如果, 若, 当, 因为, 以便, もし, が, 場合',
];

/** By these a forbidden thing is kept away; they are not forbidden themselves. */
export const MEANS: readonly string[] = ['with, by, using, through, via, mit, durch, con, com, avec, mediante'];
