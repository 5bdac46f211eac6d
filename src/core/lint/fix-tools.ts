import type { ToolRule } from '../formats/harness/harness-format.ts';
import type { FieldPlace } from './field-places.ts';
import type { TextEdit } from './text-edit.ts';
import { nextLineStart } from './text-edit.ts';

/** The tools of a list that are retired and have a successor, with what to write instead. */
export function retiredTools({ names }: ToolRule, tools: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const tool of tools) {
    const successor = names.find(({ name }) => name === tool)?.replacedBy;
    if (typeof successor === 'string') found.set(tool, successor);
  }
  return found;
}

/**
 * The edits that replace retired tools where they are written. One whose successor is in the list already goes, with
 * its comma or its line.
 *
 * @param text The whole text of a file.
 * @param place Where the field stands in it.
 * @param retired What to write instead of each.
 * @param tools The list as read.
 */
export function withoutRetired(
  text: string,
  place: FieldPlace,
  retired: ReadonlyMap<string, string>,
  tools: readonly string[],
): readonly TextEdit[] {
  const there = new Set(tools);
  const edits: TextEdit[] = [];
  for (const [tool, successor] of retired) {
    const start = findItem(text, tool, place);
    if (start === -1) continue;
    const end = start + tool.length;
    edits.push(there.has(successor) ? withoutItem(text, place, start, end) : { start, end, text: successor });
    there.add(successor);
  }
  return mergedEdits(edits);
}

/** Where a tool stands as an item by itself. */
function findItem(text: string, tool: string, { valueStart, end }: FieldPlace): number {
  for (let at = text.indexOf(tool, valueStart); at !== -1 && at < end; at = text.indexOf(tool, at + 1)) {
    const isStart = at === valueStart || /[\s,["']/.test(text.charAt(at - 1));
    const after = at + tool.length;
    if (isStart && (after >= end || /[\s,\]"']/.test(text.charAt(after)))) return at;
  }
  return -1;
}

function withoutItem(text: string, { valueStart, end }: FieldPlace, from: number, to: number): TextEdit {
  const [start, stop] = withQuotes(text, from, to);
  const lead = text.slice(valueStart, start);
  const line = /(?:^|[\r\n])([ \t]*-[ \t]+)$/.exec(lead);
  if (line) {
    const lineStart = start - (line[1]?.length ?? 0);
    return { start: lineStart, end: nextLineStart(text, lineStart), text: '' };
  }
  const before = /,[ \t]*$/.exec(lead);
  if (before) return { start: start - before[0].length, end: stop, text: '' };
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(stop, end));
  return { start, end: stop + (after?.[0].length ?? 0), text: '' };
}

function withQuotes(text: string, start: number, end: number): readonly [number, number] {
  const mark = text.charAt(start - 1);
  const isQuoted = (mark === '"' || mark === "'") && text.charAt(end) === mark && /[\s,[]/.test(text.charAt(start - 2));
  return isQuoted ? [start - 1, end + 1] : [start, end];
}

/** Neighbours that both go share a comma. */
function mergedEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && edit.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), text: last.text + edit.text };
    } else merged.push(edit);
  }
  return merged;
}
