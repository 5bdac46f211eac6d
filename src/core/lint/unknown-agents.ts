import { once } from '../../kit/once.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Diagnostic } from '../definition/diagnostic.ts';
import { fileName, withoutEnding } from '../definition/file-name.ts';
import { quoted } from '../formats/harness/harness-words.ts';
import { HARNESSES } from '../formats/harnesses/harnesses.ts';
import { type NamedAgent, namedAgents } from '../naming/named-agents.ts';
import { nearestName, sameLetters } from '../naming/nearest-name.ts';
import { notIgnored } from './ignore-comments.ts';
import { finding, lintSubject } from './lint-subject.ts';

/** Whom a definition may speak of. */
export interface KnownAgents {
  /** Names as they are written, those of files included. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The plugins of which all agents are among them, in lower case. */
  readonly plugins: ReadonlySet<string>;
}

/**
 * The names that definitions go by, of whatever kind, with those of the agents that come with harnesses.
 *
 * @param definitions All of a collection, or of several.
 */
export function knownAgents(definitions: readonly AgentDefinition[]): KnownAgents {
  const names = new Set(definitions.flatMap(({ name, path }) => [name, withoutEnding(fileName(path), ENDINGS)]));
  const letters = new Set([...names, ...builtIn()].map(plain));
  const plugins = new Set(definitions.flatMap(({ plugin }) => (plugin === undefined ? [] : [plugin.toLowerCase()])));
  return { names: [...names], has: (name) => letters.has(plain(name)), plugins };
}

const ENDINGS = ['.agent.md', '.chatmode.md', '.md', '.mdc', '.toml'];

const builtIn = once(() => HARNESSES.flatMap(({ identity }) => identity.builtIn));

/** `Code Reviewer`, `code_reviewer` and `code-reviewer` are the same to people, and to models. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '-');

/** Told of in one file. */
const MAX_FOUND = 20;

/**
 * Agents that a definition names and that there are not. What begins with an `@` may be a person or a team: it counts in a
 * file that calls an agent so which there is.
 *
 * @param known All that it can mean: with names missing there, it is told of what is fine.
 * @returns In file order, each name once.
 */
export function unknownAgents(definition: AgentDefinition, known: KnownAgents): readonly Diagnostic[] {
  const subject = lintSubject(definition);
  const named = namedAgents({ text: subject.text, bodyStart: subject.bodyStart });
  const isKnown = ({ name, plugin }: NamedAgent): boolean =>
    known.has(name) ||
    known.has(name.replace(/^agent-/i, '')) ||
    (plugin !== null && !known.plugins.has(plugin.toLowerCase()));
  const callsByAt = named.some((one) => one.form === 'at' && isKnown(one));
  const told = new Set<string>();
  const found: Diagnostic[] = [];
  for (const one of named) {
    if (isKnown(one) || told.has(plain(one.name)) || (one.form === 'at' && !callsByAt)) continue;
    told.add(plain(one.name));
    const nearest = sameLetters(one.name, known.names) ?? nearestName(one.name, known.names);
    const hint = nearest === null ? '' : `; the nearest is ${quoted(nearest)}`;
    const message = `No agent is called ${quoted(one.name)}${hint}.`;
    found.push(finding('reference/unknown-agent', subject.placeAt(one.start), message));
    if (found.length === MAX_FOUND) break;
  }
  return notIgnored(definition, found);
}
