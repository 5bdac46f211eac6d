import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Days after which nobody wants back what was mended. */
const DAYS_KEPT = 90;
const DAY = 24 * 60 * 60 * 1000;

/**
 * A folder for what this run mends, as it was before: in `backups` of the data folder, named by the time. It is made when
 * something is first kept in it; those that are older than 90 days go.
 *
 * @param data The data folder; `null` for none.
 * @returns `null` where nothing can be kept.
 */
export async function mendedFolder(data: string | null, now = Date.now()): Promise<string | null> {
  if (data === null) return null;
  const all = join(data, 'backups');
  const names = await readdir(all).catch(() => []);
  const oldest = nameAt(now - DAYS_KEPT * DAY);
  for (const name of names.filter((one) => NAME.test(one) && one < oldest)) {
    await rm(join(all, name), { recursive: true, force: true }).catch(() => {});
  }
  return join(all, nameAt(now));
}

const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

const nameAt = (time: number): string => new Date(time).toISOString().replace(/[:.]/g, '-');
