// OpenCode serves the configuration that it made of a folder. A file that it cannot take makes that an error.
import { answerOf, askAll, cleanEnvironment, packaged, startServer } from './asking.mjs';

const env = cleanEnvironment({ OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1' });
await startServer(packaged('opencode-linux-x64/bin/opencode'), ['serve', '--port', '4711'], env);
await askAll(async (project) => {
  const config = await answerOf(`http://127.0.0.1:4711/config?directory=${encodeURIComponent(project)}`);
  return Object.entries(config.agent ?? {}).map(([name, { description }]) => ({ name, description }));
});
