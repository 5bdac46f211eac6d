// Factory Droid lists its droids to the model in a reminder beside the first message.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askAll, cleanEnvironment, home, packaged, runProgram, standInModel } from './asking.mjs';

const program = packaged('@factory/cli-linux-x64/bin/droid');
await askAll(async (project) => {
  const model = await standInModel();
  const own = {
    model: 'stand-in',
    id: 'custom:stand-in',
    displayName: 'stand-in',
    baseUrl: `${model.url}/v1`,
    apiKey: 'none',
    provider: 'generic-chat-completion-api',
    maxOutputTokens: 1000,
  };
  mkdirSync(join(home, '.factory'), { recursive: true });
  const settings = { customModels: [own], enableCustomDroids: true, telemetryEnabled: false };
  writeFileSync(join(home, '.factory/settings.json'), JSON.stringify(settings));
  const env = cleanEnvironment({
    FACTORY_API_KEY: 'fk-none',
    FACTORY_API_BASE_URL: model.url,
    FACTORY_DISABLE_KEYRING: '1',
  });
  const { out, err } = await runProgram(program, ['exec', '-m', 'custom:stand-in', 'hello'], {
    cwd: project,
    env,
    isEnough: () => model.withTools() !== undefined,
  });
  model.close();
  const request = model.withTools();
  if (request === undefined) throw new Error(err || out || 'it asked the model nothing');
  return droidsIn(textsOf(request));
});

function textsOf(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** A line `- name: description (location: …)` for each. */
function droidsIn(texts) {
  const reminder = texts.find((text) => text.includes('Custom droids available'))?.split('Custom droids available')[1];
  const droids = [];
  for (const line of reminder?.split('</system-reminder>')[0].split('\n').slice(1) ?? []) {
    const item = /^- (.+?): (.*)$/.exec(line);
    if (item) droids.push({ name: item[1], description: item[2] });
    else if (line.startsWith('Only invoke')) break;
    else if (droids.length > 0 && line !== '') droids.at(-1).description += `\n${line}`;
  }
  return droids.map(({ name, description }) => ({
    name,
    description: description.replace(/ \(location: [a-z]+\)\s*$/, ''),
  }));
}
