// Copilot CLI tells a model of one's own which agents its task tool can start, and whoever asks for one that there is
// not, which ones there are: also those that are kept from the model.
import { askAll, cleanEnvironment, packaged, runProgram, standInModel } from './asking.mjs';

const program = packaged('@github/copilot-linux-x64/copilot');
await askAll(async (project) => {
  const model = await standInModel();
  const env = cleanEnvironment({
    COPILOT_OFFLINE: 'true',
    COPILOT_AUTO_UPDATE: 'false',
    COPILOT_PROVIDER_BASE_URL: `${model.url}/v1`,
    COPILOT_PROVIDER_API_KEY: 'none',
    COPILOT_MODEL: 'stand-in',
  });
  const put = (...more) =>
    runProgram(program, ['-p', 'hello', '--allow-all-tools', ...more], {
      cwd: project,
      env,
      isEnough: () => model.withTools() !== undefined,
    });
  const words = (await put('--agent', 'nobody-at-all')).err.split(', available: ')[1]?.trim();
  const available = words ? words.split(', ') : [];
  const { out, err } = await put();
  model.close();
  const request = model.withTools();
  if (request === undefined) throw new Error(err || out || 'it asked the model nothing');
  const task = request.tools.map((tool) => tool.function ?? tool).find(({ name }) => name === 'task');
  const lines = (task?.description ?? '').split('\n');
  const names = task?.parameters?.properties?.agent_type?.enum ?? [];
  // Two of a name have a line each.
  const left = lines.map((line) => line.trim());
  const offered = names.map((name) => {
    const start = `- **${name}**: `;
    const at = left.findIndex((line) => line.startsWith(start));
    return { name, description: at === -1 ? undefined : left.splice(at, 1)[0].slice(start.length) };
  });
  const told = new Set(names.flatMap((name) => [name, ...name.split(', ')]));
  return [...offered, ...available.filter((name) => !told.has(name)).map((name) => ({ name }))];
});
