import type { Format } from '../definition/agent-definition.ts';
import { harnessFormat } from './harnesses/harnesses.ts';

/**
 * The folder in which a harness looks for agents and a new one is best put.
 *
 * @returns A path with forward slashes, below the project folder or the home folder.
 */
export function agentFolder(format: Format, scope: 'project' | 'user'): string {
  return harnessFormat(format).newFiles[scope];
}
