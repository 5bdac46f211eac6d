// Kilo, as OpenCode. It takes its time over each project.
import { answerOf, askAll, cleanEnvironment, packaged, startServer } from './asking.mjs';

const env = cleanEnvironment({
  KILO_DISABLE_AUTOUPDATE: '1',
  KILO_DISABLE_MODELS_FETCH: '1',
  KILO_DISABLE_DEFAULT_PLUGINS: '1',
  KILO_EXPERIMENTAL_DISABLE_FILEWATCHER: '1',
  OPENCODE_DISABLE_AUTOUPDATE: '1',
  OPENCODE_DISABLE_MODELS_FETCH: '1',
});
await startServer(packaged('@kilocode/cli-linux-x64/bin/kilo'), ['serve', '--port', '4712'], env);
await askAll(async (project) => {
  const config = await answerOf(`http://127.0.0.1:4712/config?directory=${encodeURIComponent(project)}`);
  // A description without a value is told as such.
  return Object.entries(config.agent ?? {}).map(([name, agent]) => ({ name, description: agent.description ?? '' }));
});
