import type { Taken } from './process-time.ts';
import { type Figures, quantile, rounded } from './statistics.ts';

/** One measurement of one program. */
export interface Sample {
  /** What was measured: `first frame, 10,000 files`. */
  readonly figure: string;
  readonly program: string;
  /** A part that is not a number was not measured. */
  readonly taken: Taken;
  /** What `node -e 0` took just before. */
  readonly bare: Taken;
}

type Part = keyof Taken;

/** What one program took for one figure. */
interface Summary {
  readonly middle: number;
  /** The middle half of all rounds. */
  readonly low: number;
  readonly high: number;
  /** Times `node -e 0`. */
  readonly ratio: number;
}

/** Who is ahead of whom in one figure. */
type Ahead = 'ours' | 'theirs' | 'level';

/** What all programs took for one figure. */
interface Compared {
  readonly figure: string;
  /** Ours, then the others, each in its place. */
  readonly summaries: readonly [Summary, ...Summary[]];
}

/**
 * Programs side by side, a figure a row; the program of the first sample is ours, and each other is held against it.
 *
 * A figure that was not measured for all of them is left out.
 */
export function comparisonTable(title: string, note: string, samples: readonly Sample[], part: Part): Figures {
  const measured = samples.filter(({ taken }) => !Number.isNaN(taken[part]));
  const [ours = '', ...others] = new Set(measured.map(({ program }) => program));
  const compared = [...new Set(measured.map(({ figure }) => figure))].flatMap((figure): readonly Compared[] => {
    const summaryFor = (program: string): Summary | null =>
      summaryOf(
        measured.filter((sample) => sample.figure === figure && sample.program === program),
        part,
      );
    const own = summaryFor(ours);
    const theirs = others.map(summaryFor).filter((summary) => summary !== null);
    return own === null || theirs.length < others.length ? [] : [{ figure, summaries: [own, ...theirs] }];
  });
  const standings = others.map((name, at) => standingWords(ours, name, at, compared));
  return {
    title,
    note: [note, ...standings].join(' '),
    rows: compared.map(({ figure, summaries: [own, ...theirs] }) => {
      const beside = theirs.map((summary, at) => ({
        ...cells(others[at] ?? '', summary),
        [`${ours} against ${others[at]}`]: verdict(own, summary),
      }));
      return { figure, ...cells(ours, own), ...Object.assign({}, ...beside) };
    }),
  };
}

/** Of processor time the mean: some of it the system counts in hundredths of a second, which a median rounds away. */
function summaryOf(samples: readonly Sample[], part: Part): Summary | null {
  if (samples.length === 0) return null;
  const times = samples.map(({ taken }) => taken[part]);
  const bare = samples.map((sample) => sample.bare[part]);
  const middle = (values: readonly number[]): number =>
    part === 'wall' ? quantile(values, 0.5) : values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    middle: middle(times),
    low: quantile(times, 0.25),
    high: quantile(times, 0.75),
    ratio: middle(times) / middle(bare),
  };
}

/** Whoever takes less; where the middle halves meet, or one slow round turns the means round, nobody. */
function aheadOf(ours: Summary, theirs: Summary): Ahead {
  const isAhead = (one: Summary, other: Summary): boolean => one.high < other.low && one.middle < other.middle;
  if (isAhead(ours, theirs)) return 'ours';
  return isAhead(theirs, ours) ? 'theirs' : 'level';
}

function verdict(own: Summary, other: Summary): string {
  const ahead = aheadOf(own, other);
  if (ahead === 'level') return 'level';
  return ahead === 'ours'
    ? `ahead, ${rounded(other.middle / own.middle)} ×`
    : `behind, ${rounded(own.middle / other.middle)} ×`;
}

/** In how many figures ours is ahead of one of the others. */
function standingWords(ours: string, theirs: string, at: number, compared: readonly Compared[]): string {
  const all = compared.flatMap(({ summaries: [own, ...others] }) =>
    others.slice(at, at + 1).map((other) => aheadOf(own, other)),
  );
  const count = (which: Ahead): number => all.filter((one) => one === which).length;
  return `Beside *${theirs}*, of ${all.length} figures *${ours}* is ahead in ${count('ours')}, behind in ${count('theirs')}, level in ${count('level')}.`;
}

function cells(name: string, { middle, low, high, ratio }: Summary): Record<string, string | number> {
  return {
    [`${name} ms`]: `${words(middle)} (${words(low)} – ${words(high)})`,
    [`${name} ÷ node`]: rounded(ratio),
  };
}

function words(value: number): string {
  return rounded(value).toLocaleString('en-US');
}
