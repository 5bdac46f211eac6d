// Kimi Code tells a model of one's own which agents its tool for sub-agents can start. It needs a newer Node.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askAll, cleanEnvironment, home, packaged, runProgram, standInModel } from './asking.mjs';

const program = packaged('@moonshot-ai/kimi-code/dist/main.mjs');
mkdirSync(join(home, '.kimi-code'), { recursive: true });
await askAll(async (project) => {
  const model = await standInModel();
  const settings = [
    'default_model = "standin"',
    '[providers.standin]',
    'type = "openai"',
    `base_url = "${model.url}/v1"`,
    'api_key = "none"',
    '[models.standin]',
    'provider = "standin"',
    'model = "standin"',
    'max_context_size = 100000',
  ];
  writeFileSync(join(home, '.kimi-code/config.toml'), settings.join('\n'));
  const { out, err } = await runProgram(process.execPath, [program, '-p', 'hello'], {
    cwd: project,
    env: cleanEnvironment({ KIMI_CODE_NO_AUTO_UPDATE: '1' }),
    isEnough: () => model.withTools() !== undefined,
  });
  model.close();
  const request = model.withTools();
  if (request === undefined) throw new Error(err || out || 'it asked the model nothing');
  const tool = request.tools.map((one) => one.function ?? one).find(({ name }) => name === 'Agent');
  return agentsIn(tool?.description.split('Available agent types')[1] ?? '');
});

/** `- name: description`, which may go on, and a line with the tools. */
function agentsIn(text) {
  const agents = [];
  let isOpen = false;
  for (const line of text.split('\n').slice(1)) {
    const [, name, description] = /^- ([^\s:]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && !isOpen) {
      agents.push({ name, description });
      isOpen = true;
    } else if (line.startsWith('  Tools: ')) isOpen = false;
    else if (isOpen) agents.at(-1).description += `\n${line}`;
  }
  return agents;
}
