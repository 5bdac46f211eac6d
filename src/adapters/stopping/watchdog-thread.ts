import { Session } from 'node:inspector';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';

// Watches the main thread: a script of its own, in a thread of its own.

interface Given {
  /** The global symbol of the function to call in the main thread. */
  readonly lookedFor: string;
  /** Numbers of the signals that end the program. */
  readonly signals: readonly number[];
}

const { lookedFor, signals }: Given = workerData;

/** How often the main thread is asked for an answer; so many times in a row without one it computes without end. */
const TICK_MS = 250;
const MOST_MISSED = 4;
/** A program that does less between two questions is idle, and is not woken for one. */
const IDLE_MS = 2;

/** Node's signals, as far as they are needed. */
interface SignalHandle {
  onsignal: (signal: number) => void;
  start(signal: number): number;
  close(): void;
}

const listeners: SignalHandle[] = [];
/** A signal that the main thread may not have come to, or 0. */
let signal = 0;
/** What it was when the main thread was last asked. */
let signalBefore = 0;
let isAsked = false;
let missed = 0;
let isLooking = false;
/** Processor time of the program so far, in microseconds. */
let used = 0;

parentPort?.on('message', () => {
  isAsked = false;
  missed = 0;
  // It has heard of every signal that came before the question.
  if (signal === signalBefore) signal = 0;
});

setInterval(() => {
  if (!isAsked) {
    if (isIdle() && signal === 0) return;
    isAsked = true;
    signalBefore = signal;
    parentPort?.postMessage(null);
    return;
  }
  missed += 1;
  if (missed >= MOST_MISSED) look();
}, TICK_MS);

/** Whether no thread has done anything to speak of since the last look. */
function isIdle(): boolean {
  const before = used;
  const { user, system } = process.cpuUsage();
  used = user + system;
  return used - before < IDLE_MS * 1000;
}

for (const number of signals) listen(number);

/**
 * Be told of a signal besides the main thread. Node lets only that one listen, so this takes what lies below; without it
 * only Ctrl-C is seen.
 */
function listen(number: number): void {
  try {
    // biome-ignore lint/suspicious/noExplicitAny: no part of Node that has types.
    const binding: any = process.getBuiltinModule('internal/test/binding');
    const handle: SignalHandle = new (binding.internalBinding('signal_wrap').Signal)();
    handle.onsignal = (seen) => {
      signal = seen;
    };
    handle.start(number);
    listeners.push(handle);
  } catch {
    // The next version of Node may have it otherwise.
  }
}

/** Have the main thread look for Ctrl-C, and clear up if there is one or a signal, in the middle of what it computes. */
function look(): void {
  if (isLooking) return;
  isLooking = true;
  const session = new Session();
  session.connectToMainThread();
  const expression = `globalThis[Symbol.for(${JSON.stringify(lookedFor)})](${signal})`;
  session.post('Runtime.evaluate', { expression }, (_error, answer) => {
    const seen = Number(answer?.result.value);
    if (seen > 0) end(seen);
    session.disconnect();
    isLooking = false;
  });
}

function end(number: number): void {
  for (const handle of listeners) handle.close();
  process.kill(process.pid, number);
}
