import { type Clauses, createClauses } from './clauses.ts';
import type { Effect, Meaning, Phrase } from './lexicon.ts';
import { NumberReader } from './number-said.ts';
import type { Mention, Passage } from './passage.ts';
import type { Token } from './plain-words.ts';
import { factsOf, phraseAt, type WordFacts } from './word-facts.ts';

/** Verbs that nearly every instruction could have. */
const GENERIC = 0.25;
/** One character of Chinese or Japanese: most words have two. */
const CHARACTER = 0.5;

/** What is read from the words of a passage. */
export type Read = Omit<Passage, 'saying' | 'isVerbatim' | 'language' | 'isExample' | 'isTitleAlone'>;

/** Reads the words of a passage, its title first, from the first to the last. */
export class PassageReader {
  private readonly weights = new Map<string, number>();
  private readonly mentions: Mention[] = [];
  private readonly title = new Set<string>();
  private readonly clauses: Clauses = createClauses();
  private readonly numbers = new NumberReader();
  private modality: Read['modality'] = null;
  private extent: Read['extent'] = null;
  private denial: Read['denial'] = null;
  private prefers = false;
  private isStatement = false;
  private isSeeking = false;
  private firstWord = '';
  /** Whether something is liked better than what may come behind `over`. */
  private isPreferring = false;

  /**
   * @param isForeign Whether it is of another language with Latin letters than English.
   * @param share How much its terms count.
   */
  constructor(
    private readonly isForeign: boolean,
    private readonly share: (isTitle: boolean) => number,
  ) {}

  read(tokens: readonly Token[], isTitle: boolean): void {
    if (tokens.length === 0) return;
    const share = this.share(isTitle);
    this.firstWord = '';
    for (let at = 0; at < tokens.length; ) at += this.readAt(tokens, at, share);
    if (share === 1) this.isStatement ||= this.isForeign || factsOf(this.firstWord).isDirective;
    this.pause('.', '');
  }

  /** @param isShownWrong Whether a cross stands before it all. */
  result(isShownWrong: boolean): Read {
    const signs = this.clauses.signs().map((sign): 1 | -1 => (isShownWrong === (sign === 1) ? -1 : 1));
    let weight = 0;
    for (const one of this.weights.values()) weight += one;
    return {
      weights: this.weights,
      weight,
      mentions: this.mentions.map((one, at) => ({ ...one, turn: this.clauses.finalTurn(at, one.turn) })),
      signs,
      isPlain: !signs.includes(-1),
      numbers: this.numbers.result(signs),
      modality: this.modality,
      extent: this.extent,
      prefers: this.prefers,
      denial: isShownWrong ? { raw: '❌', next: '', isOfNext: false } : this.denial,
      isStatement: this.isStatement || isShownWrong,
      isSeeking: this.isSeeking,
      firstWord: this.firstWord,
      title: this.title,
    };
  }

  /** How many tokens were read. */
  private readAt(tokens: readonly Token[], at: number, share: number): number {
    const token = tokens[at] as Token;
    if (token.kind === 'break') {
      this.pause(token.text, tokens[at + 1]?.text ?? '');
      return 1;
    }
    const number = this.numbers.read(tokens, at, this.clauses.stretch());
    if (number > 0) return number;
    const facts = factsOf(token.text);
    this.notice(token.text, facts);
    const effect = token.isHyphened ? null : phraseAt(facts.effects, tokens, at);
    if (effect) {
      this.perform(effect, tokens, at);
      return effect.words.length;
    }
    if (token.text === 'free' && tokens[at - 1]?.isHyphened) return this.denyLast();
    return this.mention(tokens, at, facts, share);
  }

  private pause(sign: string, next: string): void {
    this.clauses.pause(sign, sign === ',' && factsOf(next).isDirective);
    this.numbers.pause();
    if (sign !== ',') this.isPreferring = false;
  }

  private notice(word: string, { isSeeking, isStating, isPreferring }: WordFacts): void {
    if (this.firstWord === '') {
      this.firstWord = word;
      this.isSeeking = isSeeking;
    }
    if (isStating) this.isStatement = true;
    if (isPreferring) this.isPreferring = true;
  }

  private perform({ entry, words }: Phrase<Effect>, tokens: readonly Token[], at: number): void {
    const raw = rawOf(tokens, at, words.length);
    switch (entry.does) {
      case 'negate':
        // In most other languages `no` and `never` in one clause are one denial.
        this.clauses.negate(this.isForeign && entry.reach === 'clause' ? 'agreeing' : entry.reach, tokens[at - 1]);
        this.denial ??= {
          raw,
          next: entry.isOfVerb ? nextWord(tokens, at + words.length) : '',
          isOfNext: entry.reach === 'next',
        };
        break;
      case 'forbid':
        this.clauses.negate('clause', undefined);
        this.denial ??= { raw, next: '', isOfNext: false };
        break;
      case 'oblige':
        if (this.modality?.kind !== 'optional') this.modality = { kind: entry.modality, raw };
        this.isStatement = true;
        break;
      case 'extend':
        if (this.extent === null && at <= 1) this.extent = { kind: entry.extent, raw };
        break;
      case 'instead':
        this.prefer();
        break;
      case 'over':
        if (this.isPreferring) this.prefer();
        break;
      case 'order':
        this.clauses.order(entry.order);
        break;
      case 'open':
        this.clauses.open();
        break;
      case 'means':
        this.clauses.means();
        break;
      case 'bound':
        this.numbers.bound(entry.bound, at, words);
        break;
      case 'nothing':
        break;
    }
  }

  private prefer(): void {
    this.clauses.against();
    this.prefers = true;
  }

  /** `side-effect-free`: what stands before it is denied. */
  private denyLast(): number {
    const last = this.mentions.pop();
    if (last) this.mentions.push({ ...last, stretch: this.clauses.denied() });
    return 1;
  }

  private mention(tokens: readonly Token[], at: number, facts: WordFacts, share: number): number {
    const token = tokens[at] as Token;
    const phrase = this.meaningAt(tokens, at, facts);
    const length = phrase?.words.length ?? 1;
    this.clauses.word(token.text);
    const weight = share * weightOf(token, facts, phrase);
    if (weight === 0) return length;
    const key = phrase?.entry.key ?? this.keyOf(token, facts);
    const raw = length === 1 ? token.raw : rawOf(tokens, at, length);
    this.weights.set(key, Math.max(this.weights.get(key) ?? 0, weight));
    this.numbers.mention(key, raw);
    if (share < 1) this.title.add(key);
    const [stretch, turn] = [this.clauses.stretch(), this.clauses.turn()];
    this.mentions.push({ key, raw, stretch, turn, meaning: phrase?.entry ?? null });
    this.clauses.mention();
    return length;
  }

  /** A phrase, a word as it stands, or its stem, whatever is known. */
  private meaningAt(tokens: readonly Token[], at: number, facts: WordFacts): Phrase<Meaning> | null {
    const found = phraseAt(facts.meanings, tokens, at);
    // What is one word in English may be another elsewhere.
    if (found && this.isForeign && found.entry.pole === 0 && found.entry.choice === null) return null;
    return found ?? (this.isForeign ? null : facts.meaningOfStem);
  }

  /** English words by their stems, those of other languages by how they begin. */
  private keyOf({ kind, text }: Token, { stem }: WordFacts): string {
    if (!this.isForeign || kind !== 'word') return stem;
    return text.replace(PARTICIPLE, '$1').replace(ENDING, '').slice(0, LETTERS_THAT_COUNT);
  }
}

const LETTERS_THAT_COUNT = 5;
const ENDING = /(?<=.{4})(?:[aeiou]?[rsnt]|[aeio])$/;
/** German: `geprüft` of `prüfen`. */
const PARTICIPLE = /^ge(\p{L}{3,})(?:t|en)$/u;
const HIRAGANA = /^\p{Script=Hiragana}$/u;

function weightOf({ kind, text }: Token, facts: WordFacts, meaning: Phrase<Meaning> | null): number {
  if (kind === 'character') {
    if (HIRAGANA.test(text) && !meaning) return 0;
    return facts.isGeneric ? 0 : CHARACTER * (meaning?.words.length ?? 1);
  }
  if (facts.isGeneric) return GENERIC;
  return facts.isStopWord ? 0 : 1;
}

/** Whether a word says what a text is about. */
export function isTelling({ kind, text }: Token): boolean {
  if (kind === 'character') return !HIRAGANA.test(text);
  const { isGeneric, isStopWord } = factsOf(text);
  return kind === 'number' || (kind === 'word' && !isStopWord && !isGeneric);
}

function rawOf(tokens: readonly Token[], at: number, length: number): string {
  const own = tokens.slice(at, at + length);
  return own.map(({ raw }) => raw).join(own[0]?.kind === 'character' ? '' : ' ');
}

function nextWord(tokens: readonly Token[], at: number): string {
  return tokens.slice(at, at + 3).find(({ text }) => text !== 'to' && text !== 'be')?.text ?? '';
}
