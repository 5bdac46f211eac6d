import type { Section } from '../../definition/agent-definition.ts';
import { factsOf } from '../../passages/word-facts.ts';
import { scanLines } from '../../sections/line-scanner.ts';
import { bulletOf, itemTextStart, titleRunEnd } from '../../sections/line-shapes.ts';
import { lineRoles } from '../../sections/mask.ts';
import { passagesOf } from '../../sections/passages-of.ts';
import { flattenSections, isClosingTag, sectionText } from '../../sections/section-text.ts';
import { titleTerms } from '../../topics/title-meaning.ts';
import { itemsIn, saidBy } from './list-items.ts';

/** What a reader takes in at once, and what therefore comes from one definition. */
export type BlockKind = 'procedure' | 'template' | 'example' | 'table' | 'list' | 'knowledge' | 'dialogue';

/** A section that is a block, or the first of several that are one. */
export interface WholeSection {
  readonly kind: BlockKind;
  /** Whether it is a run of phases, each with its own title. */
  readonly isRun: boolean;
  /** Those that follow the first beside it: the other phases of a run. */
  readonly others: readonly Section[];
  /** All that stands inside and is part of it, those of `others` included. */
  readonly inside: ReadonlySet<Section>;
}

/** The blocks among sections and all inside them, by the section each begins with; none is inside another. */
export function wholeSections(sections: readonly Section[]): ReadonlyMap<Section, WholeSection> {
  const found = new Map<Section, WholeSection>();
  const visit = (siblings: readonly Section[]): void => {
    const run = phasesAmong(siblings);
    const [first, ...others] = run;
    if (first) {
      const inside = [...run.flatMap(({ sections: inner }) => flattenSections(inner)), ...others];
      found.set(first, { kind: 'procedure', isRun: true, others, inside: new Set(inside) });
    }
    const ofRun = new Set(run);
    const rest = siblings.filter((one) => !ofRun.has(one));
    const wholes = wholesAmong(rest);
    for (const [section, whole] of wholes) found.set(section, whole);
    const inside = new Set([...wholes.values()].flatMap(({ others: parts }) => parts));
    for (const section of rest) if (!wholes.has(section) && !inside.has(section)) visit(section.sections);
  };
  visit(sections);
  return found;
}

/**
 * The blocks among siblings. The parts of a form that stand beside each other are one, with an example of it behind them: its
 * title says so, and the titles of the form come again.
 */
function wholesAmong(siblings: readonly Section[]): ReadonlyMap<Section, WholeSection> {
  const found = new Map<Section, WholeSection>();
  let form: Section | null = null;
  let titles = new Set<string>();
  for (const [at, section] of siblings.entries()) {
    const whole = wholeOf(section) ?? blankAt(siblings, at) ?? beginningOf(section, siblings[at + 1]);
    const begun: WholeSection | undefined = form ? found.get(form) : undefined;
    const isPart = whole?.kind === 'template' || OF_FORM.test(section.title) || titles.has(section.title);
    if (form && begun && isPart) {
      const inside = new Set([...begun.inside, section, ...flattenSections(section.sections)]);
      found.set(form, { ...begun, others: [...begun.others, section], inside });
      titles.add(section.title);
      continue;
    }
    if (whole) found.set(section, whole);
    form = whole?.kind === 'template' ? section : null;
    titles = new Set(form ? [form.title] : []);
  }
  return found;
}

/** Sections beside each other that are nothing but words to be filled in are one form, whatever their titles. */
function blankAt(siblings: readonly Section[], at: number): WholeSection | null {
  const isBlank = (one: Section | undefined) =>
    one !== undefined && BLANK.test(sectionText(one).slice(one.title.length));
  const isOfSeveral = isBlank(siblings[at - 1]) || isBlank(siblings[at + 1]);
  return isBlank(siblings[at]) && isOfSeveral
    ? wholeWith('template', flattenSections(siblings[at]?.sections ?? []))
    : null;
}

/** A title, and paragraphs in brackets. */
const BLANK = /^[^\n]*\n(?:\s*\[[^\]\n]+\][ \t]*(?:\n|$))+\s*$/;

/** A title about output over nothing but words begins the form that stands beside it. */
function beginningOf(section: Section, next: Section | undefined): WholeSection | null {
  const isBare = section.sections.length === 0 && passagesOf(section).every(({ kind }) => kind !== 'item');
  if (!next || !isBare || section.kind === 'item' || !isAboutOutput(section)) return null;
  return wholeOf(next)?.kind === 'template' ? wholeWith('template', []) : null;
}

/** An example of the form before it. */
const OF_FORM = /^(?:example|sample) (?:output|report|review|response|answer)s?$/i;

/** Titles that number the parts of some work: two and more beside each other are one procedure. */
const PHASE = /^(?:phase|step|stage|schritt|etapa|étape|этап|шаг|阶段|步骤|第)\s*\d/iu;

/** `## 1. Look`, under a title that says that what follows is an order of work. */
const NUMBERED = /^\W*\d+[.):]/;

/** @param isOfSteps Whether any numbered titles are the parts of some work. */
function phasesAmong(siblings: readonly Section[], isOfSteps = false): readonly Section[] {
  const phases = siblings.filter(
    ({ kind, title, raw }) => kind !== 'item' && (PHASE.test(title) || (isOfSteps && NUMBERED.test(raw.trimStart()))),
  );
  return phases.length > 1 ? phases : [];
}

function wholeOf(section: Section): WholeSection | null {
  const all = flattenSections(section.sections);
  if (isExample(section, all)) return wholeWith('example', all);
  if (isTemplate(section)) return wholeWith('template', all);
  if (isProcedure(section)) return wholeWith('procedure', flattenSections(section.sections.filter(isPartOfSteps)));
  // A line that announces the steps can stand between them and the title.
  const [announced, ...more] = section.sections.filter((one) => !isClosingTag(one));
  const isBare = passagesOf(section).every(({ kind }) => kind === 'title');
  if (isBare && announced?.kind === 'lead-in' && more.length === 0 && isProcedure(announced)) {
    return wholeWith('procedure', all);
  }
  // What the phases stand under has them as its steps.
  const phases = phasesAmong(section.sections, isOfWork(section));
  return phases.length > 0 && phases.length === section.sections.filter((one) => !isClosingTag(one)).length
    ? { ...wholeWith('procedure', all), isRun: true }
    : null;
}

function wholeWith(kind: BlockKind, inside: readonly Section[]): WholeSection {
  return { kind, isRun: false, others: [], inside: new Set(inside) };
}

function isPartOfSteps({ kind }: Section): boolean {
  return kind === 'item';
}

const EXAMPLE_TAG = /^examples?$/i;
const WORKED_EXAMPLE = /^(?:(?:worked|complete|full)\s+example|example\s*(?:\d+|:|$))/i;

function isExample({ kind, title }: Section, inside: readonly Section[]): boolean {
  if (kind === 'tag') return EXAMPLE_TAG.test(title);
  return kind === 'heading' && WORKED_EXAMPLE.test(title) && inside.length > 0;
}

/** Words that are to be filled in; what is in brackets before a bracket is a link, and `[ ]` a box. */
const PLACEHOLDER =
  /\[\p{L}[^[\]\n]{2,80}\](?![([])|\{\p{L}[^{}\n]{2,80}\}|<\p{Ll}[\p{L} _-]{2,40}>(?![^\n]{0,80}<\/)/gu;
const OF_TEMPLATE = /\b(?:templates?|formats?|reports?|structure)\b/i;

/** So many words to be filled in are a form, whatever its title. */
const A_FORM = 4;

function isTemplate(section: Section): boolean {
  if (section.kind === 'item') return false;
  if (announcesOutput(section) || (OF_TEMPLATE.test(section.title) && holdsFence(section))) return true;
  const text = withoutFences(sectionText(section));
  const blanks = text.match(PLACEHOLDER)?.length ?? 0;
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  return isAboutOutput(section) ? blanks > 1 : blanks >= A_FORM && 3 * blanks >= lines;
}

function holdsFence(section: Section): boolean {
  return flattenSections([section]).some((one) => passagesOf(one).some(({ text }) => isFence(text)));
}

const HANDED_OVER = /\b(?:provide|return|deliver|report|include|give)\b/i;

/** A line that says what is to be handed over for each of something, over nothing but a list: `For each finding, provide:`. */
function announcesOutput({ kind, title, raw, sections }: Section): boolean {
  if (kind !== 'lead-in' || sections.some((one) => one.kind !== 'item')) return false;
  const isOfEach = /^(?:for|in) (?:each|every)\b/i.test(title) && /[:：]/.test(raw.trim().split('\n', 1)[0] ?? '');
  // `For each finding:`, or a verb says that it is handed over.
  return isOfEach && (title.split(/\s+/).length <= 4 || HANDED_OVER.test(title));
}

function withoutFences(text: string): string {
  const lines = scanLines(text);
  const roles = lineRoles(lines);
  return lines.flatMap(({ start, next }, at) => (roles[at] === 'prose' ? [text.slice(start, next)] : [])).join('');
}

/** Whether a passage is code in a fence. */
export function isFence(text: string): boolean {
  return /^[ \t]*(?:`{3}|~{3})/.test(text);
}

/** Whether a section is code in fences and nothing else: a sample of what others say. */
export function isSample(section: Section): boolean {
  const passages = passagesOf(section);
  return section.sections.length === 0 && passages.length > 0 && passages.every(({ text }) => isFence(text));
}

/** Whether a section tells what an answer looks like. */
export function isAboutOutput({ title }: Pick<Section, 'title'>): boolean {
  return OF_TEMPLATE.test(title) || titleTerms(title).some(({ term }) => term === '@output');
}

/** Titles over steps, numbered or not; an approach can be a few principles. */
const CALLED_STEPS = /^(?:your )?(?:work )?(?:process|workflow|work flow|steps|procedure)\s*:?$/i;
/** The same of something, where the items say what is to be done: `Support process`. */
const CALLED_STEPS_OF = /^(?:the |your )?[\p{L}-]+ (?:process|workflow|steps|procedure)\s*:?$/iu;

/** Whether a section is a list of acts in their order, as opposed to one of things. */
function isProcedure(section: Section): boolean {
  const items = itemsIn(section).map(({ text }) => text.trim());
  if (CALLED_STEPS.test(section.title) && items.length > 2) return true;
  if (CALLED_STEPS_OF.test(section.title) && items.length > 2 && tellWhatToDo(items)) return true;
  const steps = items.filter((text) => /^\d/.test(text) && bulletOf(text.split('\n', 1)[0] ?? '') !== null);
  if (steps.length < 2 || 2 * steps.length < items.length) return false;
  const isOfNames = steps.every(isNamed);
  // `Code Review Methodology` over `1. **Security**: …`: what is looked at, in any order.
  if (isOfWork(section)) return !(isOfNames && section.kind !== 'lead-in' && hasSubject(section));
  return !isOfThings(section) && !isOfNames;
}

/** Whether most items begin with what is to be done: `Read the order`, `**Read**: the order first`. */
export function tellWhatToDo(items: readonly string[]): boolean {
  const acts = items.filter((text) => {
    const [first = ''] = /\p{L}+/u.exec(saidBy({ text })) ?? [];
    return factsOf(first.toLowerCase()).isDirective;
  });
  return 2 * acts.length > items.length;
}

const WORK = /\b(?:actions?|steps?|phases?|stages?|flow|loop|cycle|sequence|pipeline|in order|how to)\b/i;

function isOfWork({ title }: Section): boolean {
  return WORK.test(title) || titleTerms(title).some(({ term }) => term === '@process' || term === '@first');
}

function hasSubject({ title }: Section): boolean {
  return titleTerms(title).filter((one) => one.kind === 'subject').length > 1;
}

const PURPOSES_OF_THINGS: ReadonlySet<string> = new Set(
  '@expertise @output @principles @mindset @limits @trigger @communication @checklist @stack @knowledge @success'.split(
    ' ',
  ),
);
const THINGS =
  /\b(?:areas?|principles?|responsibilit\w+|duties|top \d+|types?|categor\w+|rules?|questions?|criteria|standards?|pillars?|skills?|patterns?|practices?)\b/i;

function isOfThings({ title }: Section): boolean {
  return THINGS.test(title) || titleTerms(title).some(({ term }) => PURPOSES_OF_THINGS.has(term));
}

/** `1. **Speed**: measure` and `1. Speed: measure` name something, `1. **Read** the order` tells what to do. */
function isNamed(step: string): boolean {
  const [line = ''] = step.split('\n', 1);
  const said = line.slice(itemTextStart(line));
  const run = titleRunEnd(said);
  return run > 0 || /^\p{Lu}[^:：.,]{1,40}[:：]\s/u.test(said);
}
