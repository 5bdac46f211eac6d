// Gemini CLI: its own registry of agents, with a stand-in for the configuration of a trusted folder.
import { anything, askAll, home, packaged } from './asking.mjs';

process.env.HOME = home;
process.env.GEMINI_CLI_HOME = home;
const core = packaged('@google/gemini-cli-core/dist/src');
const { AgentRegistry } = await import(`${core}/agents/registry.js`);
const { Storage } = await import(`${core}/config/storage.js`);

await askAll(async (project) => {
  process.chdir(project);
  const registry = new AgentRegistry(
    anything({
      isAgentsEnabled: () => true,
      isTrustedFolder: () => true,
      getFolderTrust: () => false,
      storage: new Storage(project),
      getProjectRoot: () => project,
      getAcknowledgedAgentsService: () => ({ isAcknowledged: async () => true }),
      getExtensions: () => [],
      getDebugMode: () => false,
      getPolicyEngine: () => undefined,
      getBrowserAgentConfig: () => ({ enabled: false, customConfig: {} }),
      getAgentsSettings: () => ({ overrides: {} }),
      getModel: () => 'gemini-2.5-pro',
    }),
  );
  await registry.initialize();
  const agents = registry.getAllDefinitions().map(({ name, description, metadata }) => ({
    name,
    description,
    path: metadata?.filePath,
  }));
  registry.dispose();
  return agents;
});
