import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { type SourceExpression, sourceExpressions } from '../support/source-expressions.ts';

/**
 * Regular expressions that cannot be shown to be linear by looking at them, and why they are. All of them are also
 * tried out below.
 */
const LINEAR_ALL_THE_SAME: Readonly<Record<string, string>> = {
  // The second alternative takes whatever letters the first has given up.
  '\\||-?(?:[a-z]+:)?\\^?"[^"]*"?|[^\\s|]+': 'core/search/query/parse-query.ts',
};

/** Regular expressions that are made when the program runs: what they look like then. */
const MADE_AT_RUN_TIME: readonly SourceExpression[] = [
  // One of its forms.
  [
    'app/keys/key-names.ts',
    '^(?:(?:ctrl\\+)?(?:alt\\+)?(?:shift\\+)?(?:up|f(?:[1-9]|1[0-2])))$|^(?:[^\\p{Cc} ])$',
    'u',
  ],
  // With the scripts in short.
  ['core/passages/plain-words.ts', "(?:[\\p{L}\\p{M}])(?:[\\p{L}\\p{M}]|[0-9]|['\\u2019\\u02bc](?=\\p{L}))*", 'gu'],
  // Of two words; each may be broken anywhere.
  ['app/find/places-found.ts', 'a\\n?b\\s+c', 'giu'],
  // Of a name.
  ['core/naming/mentions.ts', 'a-b', 'giu'],
  // Of three words, and of the beginning of a body.
  [
    'core/lint/hidden-text-rules.ts',
    '(?:[\\u200b\\u2060-\\u2064]|(?<![\\p{M}\\p{Script=Arabic}])[\\u200c\\u200d])+',
    'gu',
  ],
  [
    'core/search/filtering/deep-filters.ts',
    '(?<![\\p{L}\\p{M}\\p{N}])a[^\\p{L}\\p{M}\\p{N}]+b[^\\p{L}\\p{M}\\p{N}]+c',
    'u',
  ],
  ['core/search/filtering/deep-filters.ts', '^[^\\p{L}\\p{M}\\p{N}]*a(?![\\p{L}\\p{M}\\p{N}])', 'u'],
  [
    'core/search/words/phrase-in-text.ts',
    '(?<![a-z0-9])a(?![+#])[\\x00-\\x2f]+b(?![+#])[\\x00-\\x2f]+c(?![a-z0-9]|[+#])',
    '',
  ],
  ['core/search/words/phrase-in-text.ts', 'a[^a-z0-9]+b[^a-z0-9]+c', ''],
  ['core/sections/section-marker.ts', '^(?: {1,4}|\\t)', 'gm'],
  ['ui/ascii-signs.ts', '^[✓●○◐ \\d\\[\\] ]+$', 'u'],
  [
    'core/lint/left-in-rules.ts',
    [
      '(?<![\\w-])(?:',
      [
        '(sk-ant-[a-z]{3,5}\\d\\d-[\\w-]{20,})',
        '(sk-(?:proj|svcacct|admin|or-v1)-[\\w-]{20,})',
        '(sk-[A-Za-z0-9]{40,})',
        '(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\\w{50,})',
        '(glpat-[\\w-]{20,})',
        '((?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9]))',
        '(xox[abprs]-\\d{6,}-[\\w-]{10,})',
        '(AIza[\\w-]{35})',
        '(npm_[A-Za-z0-9]{36})',
        '([sr]k_live_[A-Za-z0-9]{20,})',
        '(hf_[A-Za-z0-9]{34})',
        '(-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{40,})',
      ].join('|'),
      ')',
    ].join(''),
    'g',
  ],
  ['core/writing/quote-yaml.ts', '["\\\\]|[\\p{Cc}\\p{Cf}]', 'gu'],
].map(([path = '', source = '', flags = '']) => ({ path, source, flags }));

const { known, unknown } = sourceExpressions();
const all = [...known, ...MADE_AT_RUN_TIME];

test('every regular expression is a literal, or constant text, or there is an example of it here', () => {
  expect(known.length).toBeGreaterThan(300);
  expect(new Set(unknown.map(({ path }) => path))).toEqual(new Set(MADE_AT_RUN_TIME.map(({ path }) => path)));
});

test('no regular expression goes back over what it has read, or starts anew within it', () => {
  const doubtful = all.filter(
    ({ source, flags }) => !(source in LINEAR_ALL_THE_SAME) && analyse({ source, flags }).reports.length > 0,
  );
  expect(doubtful).toEqual([]);
});

test('what is excused is still there and still needs it', () => {
  for (const [source, path] of Object.entries(LINEAR_ALL_THE_SAME)) {
    const found = known.find((one) => one.source === source && one.path === path);
    expect(found && analyse(found).reports.length, source).toBeGreaterThan(0);
  }
});

/** What is repeated: each character of ASCII, others that are treated apart, and pairs that something may look for. */
const PIECES: readonly string[] = [
  ...Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)),
  ...[
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\u001B',
    '\u00a0',
    '\u2028',
    '\u2029',
    'é',
    '漢',
    '\u0301',
    '\u200b',
    '🚀',
    '\ud800',
  ],
  ...[
    'a1',
    '1a',
    'a ',
    ' a',
    'a-',
    'a_',
    'A-',
    'aA',
    '1,',
    '1.',
    '.a',
    '.md',
    '--',
    '- ',
    '* ',
    '**',
    '*a',
    '__',
    '_a',
  ],
  ...[
    ': ',
    ':a',
    'a:',
    '[]',
    '[a',
    '](',
    '()',
    '(a',
    '<a',
    '<a>',
    '</',
    '<!',
    '<!--',
    '-->',
    '">',
    '""',
    '\\"',
    '\\a',
    "''",
  ],
  ...[
    '`a',
    '` ',
    '~ ',
    '> ',
    '>>',
    '| ',
    '|-',
    '# ',
    '#a',
    ' \n',
    '\n\n',
    'a\n',
    '\n ',
    '/a',
    '//',
    '\\\\',
    '@a',
    '{}',
    ' #',
  ],
];
const STARTS = ['', '# ', '"'];
const ENDS = ['', '\u0001', 'x'];
const REPEATED = 4_000;

/**
 * Whoever is linear takes microseconds for a text of this length, and square time milliseconds. Only what takes more
 * than this, every time, is measured against a text four times as long.
 */
const SUSPICIOUS_MS = 3;

const texts = (times: number) =>
  PIECES.flatMap((piece) => ENDS.map((end) => piece.repeat(Math.ceil(times / piece.length)) + end));
const SHORT = texts(REPEATED);
const LONG = texts(4 * REPEATED);

/** The first text on which an expression takes more than twice as long as it may. */
function slowText(expression: RegExp, start: string, suspicious = SUSPICIOUS_MS): string | undefined {
  return SHORT.find((text, at) => {
    const took = leastTime(expression, start + text, suspicious);
    return took >= suspicious && leastTime(expression, start + LONG[at], 8 * took) > 8 * took;
  });
}

test.each(STARTS)('no regular expression takes the square of the length of a text behind %o', (start) => {
  for (const { source, flags } of new Map(all.map((one) => [`/${one.source}/${one.flags}`, one])).values()) {
    expect(slowText(new RegExp(source, flags), start)?.slice(0, 8), `/${source}/${flags}`).toBe(undefined);
  }
});

/** What else a machine does can hide a square, but not every time; a quick one takes less for it than what is suspicious elsewhere. */
const LEAST_SQUARE_MS = 1;
const TRIES = Array.from({ length: 10 });

test.each([/(?:\.(?:a|md))+$/, /[0-9]+[a-z]/g])('would find %o', (expression) => {
  expect(TRIES.some(() => slowText(expression, '', LEAST_SQUARE_MS) !== undefined)).toBe(true);
});

/** The least of several times; the first that is below what is looked for does. */
function leastTime(expression: RegExp, text: string, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && least >= enough; round += 1) {
    const before = performance.now();
    if (expression.global) text.match(expression);
    else expression.exec(text);
    expression.lastIndex = 0;
    least = Math.min(least, performance.now() - before);
  }
  return least;
}
