// Codex tells the model which roles its tool for sub-agents knows. Only trusted projects count.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { askAll, cleanEnvironment, home, packaged, runProgram, standInModel } from './asking.mjs';

const program = packaged('@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex');

function upToTheRepository(folder) {
  const isRoot = existsSync(join(folder, '.git')) || dirname(folder) === folder;
  return isRoot ? [folder] : [folder, ...upToTheRepository(dirname(folder))];
}

mkdirSync(join(home, '.codex'), { recursive: true });
await askAll(async (project) => {
  const model = await standInModel();
  const trusted = upToTheRepository(project).map((folder) => `${JSON.stringify(folder)}={trust_level="trusted"}`);
  const settings = [
    'model_provider="standin"',
    `model_providers.standin={name="standin",base_url="${model.url}/v1",wire_api="responses",env_key="STANDIN_KEY"}`,
    'model="gpt-5.5"',
    `projects={${trusted.join(',')}}`,
    'analytics.enabled=false',
    'check_for_update_on_startup=false',
  ].flatMap((setting) => ['-c', setting]);
  const env = cleanEnvironment({ STANDIN_KEY: 'none', CODEX_HOME: join(home, '.codex') });
  const args = ['exec', '--enable', 'multi_agent_v2', '--skip-git-repo-check', ...settings, 'hello'];
  const { out, err } = await runProgram(program, args, {
    cwd: project,
    env,
    isEnough: () => model.withTools() !== undefined,
  });
  model.close();
  const request = model.withTools();
  if (request === undefined) throw new Error(err || out || 'it asked the model nothing');
  return rolesIn(request.tools);
});

/** Each role stands as `name: {`, its description, and `}` in the words for the argument that chooses one. */
function rolesIn(tools) {
  const words = [];
  JSON.stringify(tools, (key, value) => {
    if (key === 'agent_type' && typeof value?.description === 'string') words.push(value.description);
    return value;
  });
  const roles = [];
  let open = null;
  for (const line of (words[0] ?? '').split('\n')) {
    if (open === null && line.endsWith(': {')) open = { name: line.slice(0, -3), lines: [] };
    else if (open !== null && line === '}') {
      roles.push({ name: open.name, description: open.lines.join('\n') });
      open = null;
    } else open?.lines.push(line);
  }
  return roles;
}
