/** Numbers as words; not those that are articles as well. Folded as {@link wordsOf} folds. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...counted('zero one two three four five six seven eight nine ten eleven twelve'),
  ...counted('_ _ twice thrice'),
  ...counted('null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf'),
  ...counted('cero _ dos tres cuatro cinco seis siete ocho nueve diez once doce'),
  ...counted('_ _ dois tres quatro cinco seis sete oito nove dez onze doze'),
  ...counted('_ _ duas'),
  ...counted('_ _ deux trois quatre cinq six sept huit neuf dix onze douze'),
  ...counted('_ _ due tre quattro cinque sei sette otto nove dieci undici dodici'),
  ...counted('ноль один два три четыре пять шесть семь восемь девять десять'),
  ...counted('_ одну две трех четырех пяти шести семи восьми девяти десяти'),
  ...counted('〇 一 二 三 四 五 六 七 八 九 十'),
  ...counted('_ _ 两'),
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['eighty', 80],
  ['ninety', 90],
  ['hundred', 100],
  ['thousand', 1000],
]);

/** What a number of one character stands before; elsewhere it is part of a word. */
export const COUNTED_BY: ReadonlySet<string> = new Set(
  '个次步条种行天秒分小年月周位遍项段句字层张页つ個回件文日時'.match(/./gu),
);

/** Words behind a number that multiply it. */
export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['k', 1000],
  ['million', 1e6],
  ['тысяч', 1000],
  ['千', 1000],
  ['万', 1e4],
]);

/** What a number counts, and how many of the smallest one is. */
export interface Unit {
  readonly dimension: 'time' | 'size' | 'share' | 'times';
  readonly factor: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Units by every word for them. */
export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...unit('time', 1, 'ms msec millisecond milliseconds millisekunden milisegundos millisecondes 毫秒 ミリ秒'),
  ...unit('time', 1000, 's sec secs second seconds sekunde sekunden segundo segundos seconde secondes'),
  ...unit('time', 1000, 'secondo secondi секунд секунды секунду 秒'),
  ...unit('time', MINUTE, 'min mins minute minutes minuten minuto minutos minuti минут минуты минуту 分钟 分'),
  ...unit(
    'time',
    60 * MINUTE,
    'h hr hrs hour hours stunde stunden hora horas heure heures ora ore час часа часов 小时 時間',
  ),
  ...unit('time', DAY, 'd day days tag tage tagen dia dias jour jours giorno giorni день дня дней 天 日'),
  ...unit(
    'time',
    7 * DAY,
    'week weeks woche wochen semana semanas semaine semaines settimana settimane недели недель 周',
  ),
  ...unit('time', 30 * DAY, 'month months monat monate monaten mes meses mois mese mesi месяц месяца месяцев 个月'),
  ...unit('time', 365 * DAY, 'year years jahr jahre jahren ano anos an ans anno anni год года лет 年'),
  ...unit('size', 1, 'byte bytes octets'),
  ...unit('size', 1e3, 'kb kib'),
  ...unit('size', 1e6, 'mb mib'),
  ...unit('size', 1e9, 'gb gib'),
  ...unit('size', 1e12, 'tb tib'),
  ...unit(
    'share',
    1,
    '% percent prozent porcentaje por ciento por cento pourcent процент процента процентов パーセント',
  ),
  ...unit('times', 1, 'x time times mal veces vezes fois volte раза раз 次 回 倍'),
]);

/** What a first number in a passage names rather than counts: `Step 3: …`. */
export const LABELS: ReadonlySet<string> = new Set(
  [
    'plan task issue approach alternative hypothesis gap deliverable finding item point note figure table page line case test',
    'scenario variant wave milestone sprint iteration criterion requirement section priority severity appendix',
    'step phase stage part section level tier priority rule principle question example option round chapter week day task',
    'schritt stufe teil regel ebene paso fase nivel etapa passo etape niveau regle livello regola шаг этап уровень правило',
  ]
    .join(' ')
    .split(' '),
);

/** Which side of a number is meant. */
export type Bound = 'least' | 'most';

export const BOUNDS: Readonly<Record<Bound, readonly string[]>> = {
  least: [
    'at least, minimum, a minimum of, minimum of, min, no fewer than, no less than, not less than, not fewer than',
    'more than, greater than, above, exceeding, or more, or higher, or above, or later, or newer, and above, exceed',
    'mindestens, minimal, wenigstens, mehr als, al menos, como minimo, mas de, minimo, por lo menos, pelo menos, no minimo',
    'mais de, au moins, minimum de, plus de, almeno, più di, не менее, минимум, как минимум, больше, более',
    '至少, 最少, 不少于, 不低于, 超过, 大于, 以上, 少なくとも',
  ],
  most: [
    'at most, maximum, a maximum of, maximum of, max, no more than, not more than, no longer than, not longer than, up to',
    'less than, fewer than, under, below, within, not exceed, never exceed, not exceeding, shorter than, smaller than',
    'or less, or fewer, or lower, or below, limit, limits, cap, restrict, no greater than, not over, limit to, limited to, no larger than, not above',
    'hochstens, maximal, nicht mehr als, weniger als, unter, bis zu, como maximo, a lo sumo, menos de, no mas de',
    'hasta, maximo, no maximo, ate, nao mais de, au plus, au maximum, moins de, pas plus de, al massimo, meno di, massimo',
    'fino a, non piu di, не более, не больше, максимум, меньше, менее, до',
    '最多, 至多, 不超过, 不多于, 少于, 小于, 以内, 以下, 以内に, 不得超过',
  ],
};

function counted(words: string): readonly (readonly [string, number])[] {
  return words.split(' ').flatMap((word, value) => (word === '_' ? [] : [[word, value] as const]));
}

function unit(dimension: Unit['dimension'], factor: number, words: string): readonly (readonly [string, Unit])[] {
  return words.split(' ').map((word) => [word, { dimension, factor }] as const);
}
