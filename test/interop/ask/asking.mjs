// What all askers share: trees in, agents out, as lines of JSON; a clean environment; a stand-in for the model.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of one harness's packages, the folder that stands for the user's, and the projects to ask about. */
export const [packages, home] = process.argv.slice(2, 4);
const projects = readFileSync(process.argv[4], 'utf8').split('\n').filter(Boolean);

/** Where a package's file lies. */
export const packaged = (...parts) => join(packages, 'node_modules', ...parts);

/** An environment without anything of the caller's. */
export function cleanEnvironment(more = {}) {
  return {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: tmpdir(),
    LANG: 'C.UTF-8',
    TERM: 'dumb',
    NO_COLOR: '1',
    DO_NOT_TRACK: '1',
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_CACHE_HOME: join(home, '.cache'),
    ...more,
  };
}

/** Ask about every project in turn and print a line for each; whatever the harness prints itself goes elsewhere. */
export async function askAll(ask) {
  const print = process.stdout.write.bind(process.stdout);
  quieten();
  for (const project of projects) {
    try {
      // Once more, since a busy machine can keep a program from saying anything in time.
      const agents = await ask(project).catch(() => ask(project));
      print(`${JSON.stringify({ project, agents })}\n`);
    } catch (error) {
      print(`${JSON.stringify({ project, error: String(error?.message ?? error).slice(0, 800) })}\n`);
    }
  }
  setTimeout(() => process.exit(0), 20);
}

/** What a harness prints in our own process goes where it does not mix with the answers. */
export function quieten() {
  const { console: own } = globalThis;
  for (const method of ['log', 'info', 'warn', 'debug']) own[method] = own.error;
}

/** Run a program until it ends, or has printed what is waited for. */
export function runProgram(file, args, { cwd, env, input, isEnough = () => false, seconds = 60 }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: 'pipe' });
    const printed = { out: '', err: '' };
    const stop = () => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 1500).unref();
    };
    const timer = setTimeout(stop, seconds * 1000);
    const poll = setInterval(() => isEnough(printed) && stop(), 50);
    for (const [stream, key] of [
      [child.stdout, 'out'],
      [child.stderr, 'err'],
    ]) {
      stream.setEncoding('utf8').on('data', (text) => {
        printed[key] += text;
      });
    }
    child.stdin.on('error', () => {});
    if (input === undefined) child.stdin.end();
    else child.stdin.write(input);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      clearInterval(poll);
      resolve(printed);
    });
  });
}

/** Start a server of the harness and wait until it says that it listens. */
export async function startServer(file, args, env) {
  const child = spawn(file, args, { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
  process.on('exit', () => child.kill('SIGKILL'));
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, 120_000);
    const look = (data) => {
      if (!String(data).includes('listening')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
  });
}

/** What a server answers with, as JSON. */
export async function answerOf(url) {
  const response = await patiently(() => fetch(url, { signal: AbortSignal.timeout(30_000) }));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text);
}

/** A server may say that it listens and not be there yet. */
async function patiently(work, times = 10) {
  try {
    return await work();
  } catch (error) {
    if (times === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return patiently(work, times - 1);
  }
}

/** A model that says "ok" to everything, in the protocols of chat completions and of responses. */
export async function standInModel() {
  const requests = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      let body = null;
      try {
        body = JSON.parse(text);
      } catch {}
      requests.push(body);
      if (body === null) return sendJson(response, { object: 'list', data: [{ id: 'stand-in', object: 'model' }] });
      const events = request.url.includes('responses') ? asResponses() : asCompletions();
      response.setHeader('content-type', 'text/event-stream');
      for (const { event, data } of events) response.write(`${event ? `event: ${event}\n` : ''}data: ${data}\n\n`);
      response.end();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    requests,
    url: `http://127.0.0.1:${server.address().port}`,
    /** The first request that offers the model tools. */
    withTools: () => requests.find((body) => Array.isArray(body?.tools) && body.tools.length > 0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function sendJson(response, value) {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}

function asCompletions() {
  const chunk = (delta, reason) => ({
    data: JSON.stringify({
      id: 'one',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'stand-in',
      choices: [{ index: 0, delta, finish_reason: reason }],
    }),
  });
  return [chunk({ role: 'assistant', content: 'ok' }, null), chunk({}, 'stop'), { data: '[DONE]' }];
}

function asResponses() {
  const item = {
    id: 'message',
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text: 'ok', annotations: [] }],
  };
  const response = { id: 'one', object: 'response', created_at: 1, model: 'stand-in', output: [item] };
  const event = (type, more) => ({ event: type, data: JSON.stringify({ type, ...more }) });
  return [
    event('response.created', { response: { ...response, status: 'in_progress', output: [] } }),
    event('response.output_item.done', { output_index: 0, item }),
    event('response.completed', { response: { ...response, status: 'completed' } }),
  ];
}

/** An object of which every property is again such an object: a stand-in for a configuration that hardly matters. */
export function anything(known = {}) {
  return new Proxy(() => anything(), {
    get: (_target, key) => {
      if (Object.hasOwn(known, key)) return known[key];
      if (key === 'then') return undefined;
      return key === Symbol.toPrimitive ? () => '' : anything();
    },
  });
}
