/**
 * What sections are for, as opposed to what they are about, with the words that say it in titles. Each line: the
 * purpose, then its words, phrases first where they hold words of other purposes. Collected from the most frequent
 * titles of published definitions.
 */
export const PURPOSES: readonly (readonly [purpose: string, words: readonly string[]])[] = [
  [
    'expertise',
    [
      'areas of expertise',
      'expertise',
      'expert in',
      'competencies',
      'competency',
      'capabilities',
      'capability',
      'skills',
      'proficiencies',
      'specialties',
      'specializations',
    ],
  ],
  [
    'process',
    [
      'response approach',
      'working mode',
      'operating routine',
      'standard operating procedure',
      'approach',
      'approaching',
      'methodology',
      'process',
      'workflow',
      'procedure',
      'protocol',
      'routine',
      'steps',
      'how you work',
      'рабочий процесс',
      '工作流程',
      '工作流',
      '流程',
    ],
  ],
  [
    'output',
    [
      'response format',
      'response structure',
      'report format',
      'output format',
      'output template',
      'output structure',
      'output',
      'outputs',
      'deliverables',
      'deliverable',
      '输出格式',
      '输出',
    ],
  ],
  ['principles', ['principles', 'philosophy', 'tenets', 'rules', 'guidelines', 'правила', 'принципы', '原则']],
  ['mindset', ['behavioral traits', 'behavioral mindset', 'mindset', 'attitude', 'personality', 'psychology']],
  ['purpose', ['purpose', 'mission', 'goal', 'goals', 'objective', 'objectives', 'миссия']],
  ['limits', ['constraints', 'boundaries', 'limitations', 'restrictions', 'guardrails']],
  ['trigger', ['when to use', 'when to invoke', 'triggers', 'use cases']],
  ['examples', ['example interactions', 'example usage', 'usage examples', 'examples', 'example', 'samples']],
  [
    'communication',
    [
      'communication style',
      'communication',
      'responses should be',
      'response style',
      'tone',
      'стиль общения',
      'стиль коммуникации',
    ],
  ],
  ['checklist', ['checklist', 'checks']],
  [
    'stack',
    [
      'technology stack',
      'tech stack',
      'tech stacks',
      'technologies',
      'languages and frameworks',
      'languages frameworks',
      'frameworks',
    ],
  ],
  ['knowledge', ['knowledge base', 'knowledge']],
  ['success', ['success criteria', 'success metrics', 'acceptance criteria', 'definition of done', 'метрики успеха']],
];

/** Titles that as a whole stand for a purpose, though their words alone would not. */
export const WHOLE_TITLES: readonly (readonly [purpose: string, titles: readonly string[]])[] = [
  ['expertise', ['focus areas', 'key focus areas', 'areas of focus']],
  ['output', ['return', 'returns', 'provide', 'you provide', 'what you return']],
  [
    'first',
    [
      'when invoked',
      'immediate actions',
      'initial steps',
      'first steps',
      'when called',
      '当被调用时',
      '调用时',
      'при вызове',
    ],
  ],
  ['purpose', ['role', 'your role']],
];

/** Term of a title that announces what is to be handed over. */
export const OUTPUT = '@output';

/** Last words of a line that announces what is to be handed over: `For each issue, provide:`. */
export const OUTPUT_ENDINGS: ReadonlySet<string> = new Set(['provide', 'return', 'deliver', 'report']);

/** Term of a title that speaks of an occasion. */
export const OCCASION = '@occasion';

/** First words of a title that speaks of an occasion: `When reviewing code, you will`. */
export const OCCASIONS: ReadonlySet<string> = new Set(['when', 'for', 'if', 'before', 'after']);

/** Words that tell one title from another only where nothing else does. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'additional area areas aspect aspects basic common comprehensive core critical detailed essential expected following general guiding important include includes including key main mandated mandatory modern overall overview primary required section specific standard summary universal ключевая ключевые основная основные обязательные'.split(
    ' ',
  ),
);

/** Words that say little beside a subject: `API Design` and `API Development` are both about APIs. */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  'advanced analysis analyze assess assessment best build considerations consideration create deep design develop development engineering ensure evaluate evaluation execution expert final first focus follow handling implementation implement improve integration knowledge maintenance management master mastery optimization optimize pattern patterns plan planning practices practice prioritize provide resolution setup solution solutions strategies strategy system systems task tasks technique techniques technologies technology tool tools understand'.split(
    ' ',
  ),
);
