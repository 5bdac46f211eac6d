import type { Format } from '../../definition/agent-definition.ts';
import type { Kind } from '../../definition/kind.ts';
import { harnessFormat } from '../harnesses/harnesses.ts';
import { commandRule } from '../harnesses/kind-folders.ts';
import { definitionFileName, fileStem } from './fitting-name.ts';

/** What the file for a name is best called; a skill has a folder of its own. */
export function kindFileName(format: Format, kind: Kind, name: string): string {
  if (kind === 'agent') return definitionFileName(harnessFormat(format), name);
  return kind === 'skill' ? `${fileStem(name)}/SKILL.md` : `${fileStem(name)}${commandRule(format)?.ending ?? '.md'}`;
}
