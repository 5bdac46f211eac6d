/** Words that carry a statement rather than being what it is about. Folded as {@link wordsOf} folds. */

/** Verbs that nearly every instruction could have; they weigh little. */
export const GENERIC_VERBS: Readonly<Record<'english' | 'other', readonly string[]>> = {
  english: [
    'use, utilize, employ, ensure, make, provide, give, have, keep, do, follow, include, apply, perform, be, get, set, put, take',
    'add, create, write, maintain, work, help, allow, need, want, support, offer, include, contain, implement, adopt, conduct',
    'always, never, only, all, every, each, any, please, must, should, may, can, should, required, necessary, mandatory, optional',
    'prefer, avoid, prevent, favor, choose, ensure, consider, leverage, generate, produce, return, handle, manage, run, enable',
  ],
  other: [
    'verwende, verwenden, benutze, benutzen, nutze, nutzen, schreibe, schreiben, geschrieben, mache, immer, stelle, sicher',
    'sollte, sollen, alle, jede, jeder, jedes, muss, mussen, durfen, darf, wird, werden, sein, haben, nur',
    'usa, usar, use, uses, utiliza, utilizar, escribe, escribir, escribas, siempre, todas, todos, toda, todo, debe, deben',
    'puede, pueden, debes, solo, utilize, escreva, escrever, sempre, deve, devem, pode, podem, apenas, hay, ser, estar, tener',
    'utilise, utiliser, utilisez, ecris, ecrire, toujours, tous, toutes, tout, doit, doivent, peut, peuvent, seulement, etre, avoir',
    'usare, utilizza, utilizzare, scrivi, scrivere, sempre, tutti, tutte, deve, devono, puo, solo, essere, avere',
    'используй, использовать, используйте, пиши, писать, всегда, все, всегда, должен, должна, должны, можно, только',
  ],
};

/** Characters and words of Chinese and Japanese that carry a statement. */
export const GENERIC_CJK: readonly string[] = [
  '的, 了, 在, 是, 和, 与, 及, 或, 对, 为, 等, 你, 我, 他, 请, 把, 将, 进行, 使用, 用, 确保, 提供, 中, 时, 个, 并, 以, 于, 到, 从, 使, 该, 其, 之',
  '始终, 总是, 一直, 常に, 必须, 必ず, 应该, 应当, 可以, 所有, 全部, 每个, 只, 仅, 添加, 编写, 追加, 作成, 実装, 实现, 代码中',
];

/** What obliges, and what leaves free. */
export const MODALS: Readonly<Record<'must' | 'optional', readonly string[]>> = {
  must: [
    'must, required, mandatory, shall, has to, have to, obligatory, compulsory, need to, needs to, requires, require',
    'muss, mussen, pflicht, verpflichtend, erforderlich, debe, deben, obligatorio, obligatoria, deve, devem, obrigatorio',
    'obrigatoria, doit, doivent, obligatoire, requis, devono, obbligatorio, obbligatoria, должен, должна, должны, обязательно',
    'обязан, обязательны, обязателен, 必须, 必需, 务必, 必ず, 必須, なければならない, なければなりません, なければいけない, べき, べきです',
  ],
  optional: [
    'optional, optionally, not required, not mandatory, not necessary, not needed, need not, neednt, no need to, not obligatory',
    'do not need to, dont need to, does not need to, doesnt need to, do not have to, dont have to, does not have to',
    'doesnt have to, unnecessary, voluntary, not have to, not be required, isnt required, arent required, at your discretion',
    'freiwillig, muss nicht, mussen nicht, nicht erforderlich, nicht notig, opcional, opcionales, no es necesario',
    'no es obligatorio, opcionais, nao e necessario, nao e obrigatorio, facultatif, facultative, facultatifs, optionnel',
    'optionnelle, optionnels, pas obligatoire, pas necessaire, facoltativo, facoltativa, facoltativi, opzionale, opzionali',
    'non e necessario, необязательно, необязательны, необязателен, не обязательно, не обязательны, опционально',
    '可选, 选填, 不必, 无需, 不需要, 任意, 必要はない, 不要です',
  ],
};

/** All of a kind, or some of it alone. */
export const EXTENTS: Readonly<Record<'all' | 'only', readonly string[]>> = {
  all: [
    'all, every, each, any, both, everything, whole, entire, alle, jede, jeder, jedes, jeden, samtliche',
    'todos, todas, todo, toda, cada, tous, toutes, tout, chaque, tutti, tutte, ogni, все, каждый, каждую, каждое, всех',
    '所有, 全部, 每个, 每次, 一切, すべて, 全て, 全ての',
  ],
  only: [
    'only, solely, exclusively, just, nur, ausschliesslich, lediglich, solo, solamente, unicamente, apenas, somente',
    'seulement, uniquement, soltanto, только, лишь, исключительно, 只, 仅, 只有, 仅仅, だけ, のみ',
  ],
};

/** What says which of two comes first. */
export const ORDERS: Readonly<Record<'before' | 'after' | 'next', readonly string[]>> = {
  before: [
    'before, prior to, ahead of, until, bevor, vor, bis, antes de, antes de que, antes do, antes da, avant, avant de',
    'prima di, prima del, prima della, до, перед, до того как, прежде чем, 之前, の前に, 前に',
  ],
  after: [
    'after, following, nach, nachdem, despues de, depois de, depois do, apres, dopo, dopo il, после, 之后, の後に, 後に',
  ],
  next: [
    'then, and then, afterwards, dann, danach, luego, despues, entao, depois, puis, ensuite, poi, затем, потом, 然后, 再, 次に',
  ],
};

/** What makes a text an instruction or a statement rather than the name of a thing. */
export const STATING: readonly string[] = ['always, is, are, must, should, shall, may, can, will, do, does'];

/** Function words that tell a passage of another language with Latin letters from an English one. */
export const OTHER_LANGUAGES: readonly string[] = [
  'nas, pelo, pela, sem, el, la, los, las, una, uno, del, con, para, por, y, en, es, las, da, das, dos, um, uma, em, os, ao, na, nos, com, que, ve, veya, bir, bu, ile, icin, yerine, olmadan, kullanin, gibi, het, een, niet, voor, naar',
  'der, das, und, den, dem, ein, eine, einen, einer, mit, fur, von, zu, auf, im, ist, sind, nicht, kein, keine, nach, aus',
  'les, des, du, et, une, dans, pour, sur, le, est, sont, il, lo, gli, di, che, per, nel, nei, della, delle, degli, sono, e',
  'vermeide, vermeiden, verhindere, verhindern, niemals, nie, keinen, keinem, keiner, de, ajoute, ajouter',
];

/** Who is told to look for a thing is not told that it may be there. */
export const SEEKING: readonly string[] = [
  'find, detect, identify, check, scan, search, look, flag, report, spot, catch, eliminate, reduce, minimize, fix, handle',
  'finding, detecting, identifying, checking, detection, identification, review, audit, verify, test, prevention, protection',
];

/** Verbs that instructions begin with: what starts with one is told to be done. */
export const DIRECTIVES: readonly string[] = [
  'use, add, make, keep, write, create, provide, include, follow, ensure, run, set, put, take, give, apply, implement, define',
  'prefer, choose, favor, favour, start, begin, end, stop, ask, answer, reply, respond, explain, describe, mention, show, hide',
  'read, edit, change, modify, update, delete, remove, move, rename, refactor, rewrite, fix, commit, push, merge, rebase, squash',
  'deploy, build, test, mock, check, verify, validate, review, analyze, analyse, report, log, store, save, cache, send, return',
  'open, close, call, import, export, install, generate, suggest, propose, recommend, comment, document, format, indent, name',
  'wrap, throw, catch, handle, ignore, skip, assume, guess, trust, expose, enable, disable, allow, permit, accept, reject, deny',
  'block, load, fetch, wait, retry, split, combine, group, list, quote, cite, summarize, translate, plan, design, declare',
  'utilize, employ, maintain, manage, support, offer, contain, adopt, conduct, produce, leverage, consider, perform, turn, permit, forbid, increase, reduce, decrease, exclude, minimize, maximize, encourage, retain, preserve, display, optimize, measure, monitor, track, limit, pass, rely, touch, be, do, have, let, try, work, focus, cover, mark, tag, sign',
  'encrypt, hash, rotate, share, reuse, repeat, copy, inject, extend, inherit, override, stub, spawn, delegate',
];
