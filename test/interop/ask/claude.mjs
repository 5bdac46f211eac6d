// Claude Code names its agents when a program that drives it says hello.
import { askAll, cleanEnvironment, packaged, runProgram } from './asking.mjs';

const program = packaged('@anthropic-ai/claude-code-linux-x64/claude');
const hello = { type: 'control_request', request_id: 'hello', request: { subtype: 'initialize' } };
const env = cleanEnvironment({
  ANTHROPIC_API_KEY: 'none',
  ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  DISABLE_AUTOUPDATER: '1',
});

function answerIn(out) {
  for (const line of out.split('\n')) {
    try {
      const message = JSON.parse(line);
      if (message.type === 'control_response') return message.response.response;
    } catch {}
  }
  return null;
}

await askAll(async (project) => {
  const args = ['-p', '--verbose', '--input-format', 'stream-json', '--output-format', 'stream-json'];
  const { out, err } = await runProgram(program, args, {
    cwd: project,
    env,
    input: `${JSON.stringify(hello)}\n`,
    isEnough: (printed) => answerIn(printed.out) !== null,
  });
  const answer = answerIn(out);
  if (answer === null) throw new Error(err || out);
  return answer.agents.map(({ name, description }) => ({ name, description }));
});
