// Cline: the loader of its own library, which is told the workspace.
import { askAll, home, packaged, quieten } from './asking.mjs';

process.env.HOME = home;
quieten();
const { loadConfiguredAgentConfigs } = await import(packaged('@cline/core/dist/index.js'));

await askAll(async (project) => {
  const { configs } = loadConfiguredAgentConfigs({ workspaceRoot: project });
  return configs.map(({ name, description, path }) => ({ name, description, path }));
});
