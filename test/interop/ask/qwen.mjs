// Qwen Code: its own manager of sub-agents, found in the bundle.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anything, askAll, home, packaged } from './asking.mjs';

process.env.HOME = home;
const chunks = packaged('@qwen-code/qwen-code/chunks');
const holds = (name) => readFileSync(join(chunks, name), 'utf8').includes('SubagentManager = class {');
const chunk = readdirSync(chunks).find((name) => name.endsWith('.js') && holds(name));
const { SubagentManager } = await import(join(chunks, chunk));

await askAll(async (project) => {
  process.chdir(project);
  const manager = new SubagentManager(
    anything({
      getProjectRoot: () => project,
      isTrustedFolder: () => true,
      getSdkMode: () => false,
      isSafeMode: () => false,
      getDebugMode: () => false,
      getActiveExtensions: () => [],
      getAgentsSettings: () => ({}),
    }),
  );
  const agents = await manager.listSubagents({ force: true });
  return agents.map(({ name, description, filePath }) => ({ name, description, path: filePath }));
});
