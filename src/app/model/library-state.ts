import type { AgentDefinition, Source } from '../../core/definition/agent-definition.ts';
import type { FileProblem } from '../../core/definition/file-problem.ts';
import type { Rivals } from '../../core/rivals/find-rivals.ts';
import type { Search } from '../../core/search/search.ts';
import type { TwinGroup } from '../../core/twins/find-twins.ts';

/** What has been read so far. */
export interface LibraryState {
  readonly sources: readonly Source[];
  /** Those that are listed: the agents, or everything while the query asks for kinds. */
  readonly definitions: readonly AgentDefinition[];
  /** The agents, without those that are hidden. */
  readonly agents: readonly AgentDefinition[];
  /** Skills and commands. */
  readonly others: readonly AgentDefinition[];
  /** Those that come with the program, while the user wants none of them listed; `null` while they are. */
  readonly hidden: readonly AgentDefinition[] | null;
  /** Over these definitions, with what has been worked out of them so far. */
  readonly search: Search;
  readonly problems: readonly FileProblem[];
  readonly loading: boolean;
}

/** Which definitions say the same; looked for when first asked for. */
export interface TwinsState {
  /** `null` until the library as it is now was looked through. */
  readonly groups: readonly TwinGroup[] | null;
  /** Id of the definition whose twins are to be shown as soon as they are known. */
  readonly wanted: string | null;
}

/** Which agents compete for the same request; looked for when first asked for. */
export interface RivalsState {
  /** `null` until the library as it is now was looked through. */
  readonly groups: readonly Rivals[] | null;
  /** The group that was looked at last. */
  readonly cursor: number;
}
