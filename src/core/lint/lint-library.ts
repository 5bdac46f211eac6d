import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Diagnostic } from '../definition/diagnostic.ts';
import { fileName } from '../definition/file-name.ts';
import { harnessFormat } from '../formats/harnesses/harnesses.ts';
import { notIgnored } from './ignore-comments.ts';
import { inFileOrder, lintDefinition } from './lint-definition.ts';
import { finding, lintSubject } from './lint-subject.ts';
import { type KnownAgents, unknownAgents } from './unknown-agents.ts';

/**
 * Everything that is wrong or suspicious in many definitions: in each by itself, and in names that are given twice in
 * one folder, or in calls of agents that there are not, which no file tells alone. Different scopes may share a name: that
 * is what scopes are for.
 *
 * @param knownTo The agents that a definition may call; `null` where not all of them are known.
 * @returns The diagnostics of each definition by its id, in file order. Linear in the size of all files.
 */
export function lintLibrary(
  definitions: readonly AgentDefinition[],
  knownTo: (definition: AgentDefinition) => KnownAgents | null = () => null,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const claims = new Map<string, AgentDefinition[]>();
  for (const definition of definitions) {
    const claim = claimOf(definition);
    const others = claims.get(claim);
    if (others) others.push(definition);
    else claims.set(claim, [definition]);
  }
  return new Map(
    definitions.map((definition) => {
      const others = (claims.get(claimOf(definition)) ?? []).filter(({ id }) => id !== definition.id);
      const own = lintDefinition(definition);
      const known = knownTo(definition);
      const more = [
        ...(others.length === 0 ? [] : notIgnored(definition, [duplicate(definition, others)])),
        ...(known === null ? [] : unknownAgents(definition, known)),
      ];
      return [definition.id, more.length === 0 ? own : inFileOrder([...own, ...more])];
    }),
  );
}

/** Only files side by side: two folders of a collection are most likely two collections. */
function claimOf({ format, source, path, name }: AgentDefinition): string {
  const { caseSensitive } = harnessFormat(format).identity;
  return [format, source, folderOf(path), caseSensitive ? name : name.toLowerCase()].join('\n');
}

function duplicate(definition: AgentDefinition, [other, ...more]: readonly AgentDefinition[]): Diagnostic {
  const { title, precedence } = harnessFormat(definition.format);
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  const fate = definition.isFormatOpen ? '' : `; ${FATES[precedence.duplicates](title)}`;
  const message = `${fileName(other?.path ?? '')}${others} in the same folder has this name too${fate}.`;
  return finding('name/duplicate', lintSubject(definition).placeInField('name'), message);
}

const FATES: Readonly<Record<'unspecified' | 'last-wins' | 'first-wins' | 'rejected', (title: string) => string>> = {
  unspecified: (title) => `${title} does not promise which one it loads`,
  'last-wins': (title) => `${title} loads the one it reads last`,
  'first-wins': (title) => `${title} loads the one it reads first`,
  rejected: (title) => `${title} refuses the second`,
};

const folderOf = (path: string): string => path.slice(0, path.length - fileName(path).length);
