import type { TwinGroup } from '../../core/twins/find-twins.ts';
import { memoLast } from '../../kit/memo.ts';
import type { Model } from '../model/model.ts';

const idsIn = memoLast(
  (groups: readonly TwinGroup[] | null): ReadonlySet<string> =>
    new Set((groups ?? []).flatMap(({ definitions }) => definitions)),
);

/** Ids of the definitions that have twins; none before they were looked for. */
export function twinIds({ twins }: Model): ReadonlySet<string> {
  return idsIn(twins.groups);
}
