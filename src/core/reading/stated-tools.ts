import { isRecord } from '../../kit/plain-data.ts';
import { statedField } from '../definition/stated-field.ts';
import { listedTools } from '../definition/tool-list.ts';
import { NO_TOOLS, type Tools, toolList } from '../definition/tools.ts';
import { readPermission, readToolMap } from './permission-tools.ts';

/**
 * The tools that the fields of a file grant, in whichever form people write them: a comma-separated text, a list, a map
 * from name to boolean or permissions (OpenCode), one word, `*`.
 *
 * @param fields As read.
 * @returns All where nothing limits them. A field that is there and empty grants none: what one harness or another makes
 *   of that is judged where the harness is known.
 */
export function statedTools(fields: Readonly<Record<string, unknown>>): Tools {
  const stated = statedField(fields, 'tools');
  switch (stated.kind) {
    case 'left-out':
      return readPermission(fields.permission);
    case 'empty':
      return NO_TOOLS;
    case 'given':
      return isRecord(stated.value)
        ? readToolMap(stated.value, fields.permission)
        : toolList(listedTools(stated.value));
  }
}
