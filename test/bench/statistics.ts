/** The value that a share of all values do not exceed: `0.5` is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds a piece of work takes: the median of several runs after one that does not count. */
export function timeOf(work: () => unknown, runs = 7): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return quantile(times, 0.5);
}

/** What a table holds. */
export interface Figures {
  readonly title: string;
  /** What one should know to read it. */
  readonly note: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** A number as people read it: three digits at least, no more decimals than that takes. */
export function rounded(value: number): number {
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return Number(value.toFixed(decimals));
}

/** Figures as a Markdown table, the columns being those of the first row. */
export function markdownTable({ title, note, rows }: Figures): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => `| ${columns.map((column) => cellText(row[column])).join(' | ')} |`);
  const rule = `|${columns.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`;
  return [`## ${title}`, '', note, '', `| ${columns.join(' | ')} |`, rule, ...lines, ''].join('\n');
}

function cellText(value: string | number | undefined): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '');
}
