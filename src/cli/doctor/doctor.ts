import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { outputLook } from '../look/output-look.ts';
import type { Check } from './check.ts';
import { allChecks } from './checks.ts';

const ROLES = { ok: 'muted', warn: 'doubtful', fail: 'error' } as const;

/** `agents doctor`: whether all is in order around the program, a line a check, with what to do. Fails if one does. */
export async function doctor(context: CommandContext, { json }: { readonly json: boolean }): Promise<number> {
  const checks = await allChecks(context);
  const look = await outputLook(context);
  if (json) context.printExact(jsonText(checks, 2));
  else look.print(checks.map((check) => checkLine(check, look.paint)).join(''));
  return checks.some(({ status }) => status === 'fail') ? ExitCode.Failed : ExitCode.Done;
}

function checkLine(
  { check, status, message, fix }: Check,
  paint: (role: (typeof ROLES)[Check['status']], text: string) => string,
): string {
  const words = visibleText(`${check}: ${message}`);
  const todo = fix === '' ? '' : `\n      ${visibleText(fix)}`;
  return `${paint(ROLES[status], status.padEnd(4))}  ${words}${todo}\n`;
}
