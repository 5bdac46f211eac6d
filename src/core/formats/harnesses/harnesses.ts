import type { Format } from '../../definition/agent-definition.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { antigravity } from './antigravity.ts';
import { auggie } from './auggie.ts';
import { claude } from './claude.ts';
import { cline } from './cline.ts';
import { codex } from './codex.ts';
import { copilot } from './copilot.ts';
import { cursor } from './cursor.ts';
import { factory } from './factory.ts';
import { gemini } from './gemini.ts';
import { grok } from './grok.ts';
import { kilo } from './kilo.ts';
import { kimi } from './kimi.ts';
import { opencode } from './opencode.ts';
import { qwen } from './qwen.ts';

/** Every harness we know, in the order in which they are listed and looked for. */
export const HARNESSES: readonly HarnessFormat[] = [
  claude,
  opencode,
  copilot,
  codex,
  cursor,
  gemini,
  qwen,
  factory,
  grok,
  kilo,
  auggie,
  kimi,
  antigravity,
  cline,
];

const BY_ID: Readonly<Record<Format, HarnessFormat>> = {
  claude,
  opencode,
  copilot,
  codex,
  cursor,
  gemini,
  qwen,
  factory,
  grok,
  kilo,
  auggie,
  kimi,
  antigravity,
  cline,
};

/** What we know about a harness. */
export function harnessFormat(id: Format): HarnessFormat {
  return BY_ID[id];
}
