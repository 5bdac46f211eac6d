import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether an action is open in the journal: it is under way, or was cut short. Quick, for every start asks it. */
export function isCutShort(stateFolder: string | null): boolean {
  if (stateFolder === null) return false;
  try {
    return readdirSync(join(stateFolder, 'undo')).some((name) => name.endsWith('.open'));
  } catch {
    return false;
  }
}
