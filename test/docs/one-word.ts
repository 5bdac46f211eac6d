/** One word for one thing: what people read says the first, and never what the pattern finds. */
export const WORDS: readonly (readonly [word: string, not: RegExp])[] = [
  ['agent', /\b(?:definitions?|entry|entries)\b/i],
  ['mark', /\b(?:select(?:s|ed|ing)?|tick(?:s|ed)?)\b/i],
  ['take, leave out', /\b(?:pick(?:s|ed|ing)?|put back|drop(?:s|ped|ping)?)\b/i],
  ['merge', /\b(?:unions?|unit(?:e|es|ed|ing)|intersections?)\b/i],
  ['left out: said nowhere else, nearly said, the same words', /\b(?:lost|redundant|said already|ledger)\b/i],
  ['item, passage', /\b(?:elements?|sayings)\b/i],
  ['same, alike, conflict, only here, lacks it', /\b(?:similar|near|unique|differs|reworded|contradicts?)\b/i],
  ['twins', /\b(?:copies|duplicates?)\b/i],
  ['draft, result', /\b(?:compositions?|new agents)\b/i],
  ['made from, made here', /\b(?:ingredients?|composed)\b/i],
  ['to the clipboard', /\bcopy (?:the|a) (?:prompt|path)\b/i],
  ['update', /\b(?:recompos(?:e|es|ed|ing)|tak(?:e|es|ing|en) (?:it |them )?over)\b/i],
  ['where', /\borigins?\b/i],
  ['problem, error, doubtful', /\b(?:diagnostics?|warnings?|linters?)\b/i],
  ['keep, back, close', /\bleave\b(?!.*\bout\b)/i],
  ['table', /\bmatri(?:x|ces)\b/i],
];
