import { memoTexts } from '../../kit/memo.ts';
import { itemTextStart, titleRunEnd } from '../sections/line-shapes.ts';
import { otherLanguages } from './lexicon.ts';
import type { Language, Passage } from './passage.ts';
import { isTelling, PassageReader } from './passage-reader.ts';
import { plainWords, type Token } from './plain-words.ts';
import { sayingOf } from './saying.ts';

/** Passages of a large comparison or composition; each is asked about again and again. */
const REMEMBERED = 8_192;
/** A title is what the text behind it is about, not what it says. */
const IN_TITLE = 0.25;
/** Longer ones are no passages any more: only the same words are the same. */
const LONGEST = 8_000;

/** Read a passage as it stands in a file, with bullet, box and markup. Linear in its length; what was read is remembered. */
export const readPassage = memoTexts(REMEMBERED, (text): Passage => {
  const trimmed = text.trim();
  const said = trimmed.slice(itemTextStart(trimmed));
  const isVerbatim = said.length > LONGEST || VERBATIM.test(text);
  const titleEnd = titleRunEnd(said);
  const title = isVerbatim ? [] : plainWords(said.slice(0, titleEnd));
  const body = isVerbatim ? [] : plainWords(said.slice(titleEnd));
  const isForeign = isOtherLanguage(title, body);
  const inTitle = body.some(isTelling) ? IN_TITLE : 1;
  const reader = new PassageReader(isForeign, (isTitle) => (isTitle ? inTitle : 1));
  reader.read(title, true);
  reader.read(body, false);
  const read = reader.result(SHOWN_WRONG.test(said));
  return {
    ...read,
    // An item can be a number alone, which looks like a bullet.
    saying: isVerbatim ? said : sayingOf(said || trimmed),
    isTitleAlone: title.length > 0 && !body.some(isTelling),
    isVerbatim,
    language: languageOf(title, body, isForeign),
    isExample: EXAMPLE.test(said),
    isStatement: read.isStatement || TELLS.test(said),
  };
});

const VERBATIM = /^[ \t]*(?:`{3}|~{3}|\|)/m;
const SHOWN_WRONG = /^[\s*_]*(?:❌|✗|✘|🚫|⛔)/u;
/** Verbs and endings of verbs in Chinese and Japanese that tell or instruct. */
const TELLS =
  /[应须请]|使用|采用|始终|总是|可以|允许|确保|添加|编写|创建|修改|提交|保持|遵循|运行|执行|删除|更新|回答|(?:する|した|ます|こと|べき|ください|[うくぐすつぶむる])。?$/u;
/** A question, a quotation, or what has gaps to be filled. */
const EXAMPLE = /^[*_]*["“„«「『[{<]|[?？]["”»」』*_)]*$|\.{3}|…|\[[A-Z]|\{\{/;

/** Whether most of its function words are of another language with Latin letters than English. */
function isOtherLanguage(...parts: readonly (readonly Token[])[]): boolean {
  let other = 0;
  let english = 0;
  for (const { kind, text, raw } of parts.flat()) {
    if (kind !== 'word') continue;
    if (ENGLISH_WORDS.has(text)) english += 1;
    else if (otherLanguages().has(text) || /[\u0080-\u02ff]/.test(raw)) other += 1;
  }
  return other > english;
}

const ENGLISH_WORDS = new Set(
  (
    'the of to and in for with is are on by or not all from that this at be it your you each every never an after ' +
    'before when must should always only without their them'
  ).split(' '),
);

const KANA = /[\u3041-\u30ff]/;

function languageOf(title: readonly Token[], body: readonly Token[], isForeign: boolean): Language {
  const tokens = [...title, ...body];
  if (tokens.some(({ text }) => KANA.test(text))) return 'japanese';
  if (tokens.some(({ kind }) => kind === 'character')) return 'chinese';
  if (tokens.some(({ text }) => /[\u0370-\u2000]/.test(text))) return 'other letters';
  return isForeign ? 'latin' : 'english';
}
