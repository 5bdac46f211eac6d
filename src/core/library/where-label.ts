import { compareText } from '../../kit/compare-text.ts';
import { remembered } from '../../kit/memo.ts';
import { partitionPoint } from '../../kit/partition-point.ts';
import type { AgentDefinition } from '../definition/agent-definition.ts';
import { isBundled } from './library.ts';

/**
 * Where a definition comes from, in words that no other of its name has: its origin, and where that is not enough the
 * shortest piece of its path that tells them apart, `seeds/002`.
 *
 * @param library The definitions of a library, in its order.
 */
export function whereLabel(library: readonly AgentDefinition[], definition: AgentDefinition): string {
  const labels = labelsOf(library);
  const known = labels.get(definition);
  if (known !== undefined) return known;
  const label = newLabel(library, definition);
  labels.set(definition, label);
  return label;
}

/** The labels of a library that were asked for so far: every frame of the list asks for a screen of them. */
const labelsOf = remembered((_: readonly AgentDefinition[]) => new WeakMap<AgentDefinition, string>());

function newLabel(library: readonly AgentDefinition[], definition: AgentDefinition): string {
  const { origin, path } = definition;
  const others = namesakes(library, definition).filter((one) => one.origin === origin && one.path !== path);
  if (others.length === 0) return origin;
  const isSameStem = others.some((one) => withoutEnding(one.path) === withoutEnding(path));
  const segmentsOf = (whole: string) => (isSameStem ? whole : withoutEnding(whole)).split('/');
  const piece = tellingPiece(
    segmentsOf(path),
    others.map((one) => segmentsOf(one.path)),
  );
  if (piece === '') return origin;
  // Beside the name nobody needs to read it again.
  const { name } = definition;
  const isLonger = piece.startsWith(name) && piece.length > name.length;
  return `${origin}/${isLonger ? `…${piece.slice(name.length)}` : piece}`;
}

/** Those of the very name: they stand beside each other, among the user's own and among the bundled ones. */
function namesakes(library: readonly AgentDefinition[], { name }: AgentDefinition): readonly AgentDefinition[] {
  const folded = name.toLowerCase();
  const isBefore = (one: AgentDefinition): boolean => compareText(one.name.toLowerCase(), folded) < 0;
  const starts = [
    partitionPoint(library, (one) => !isBundled(one) && isBefore(one)),
    partitionPoint(library, (one) => !isBundled(one) || isBefore(one)),
  ];
  return starts.flatMap((start) => {
    const found: AgentDefinition[] = [];
    for (let at = start; library[at]?.name.toLowerCase() === folded; at += 1) {
      const one = library[at];
      if (one?.name === name) found.push(one);
    }
    return found;
  });
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]{1,8}$/, '');
}

/** The shortest piece of a path that no other has: a folder, the beginning of a file's name, or all that differs. */
function tellingPiece(own: readonly string[], others: readonly (readonly string[])[]): string {
  const start = commonLength(own, others);
  const end = commonLength(
    own.slice(start).toReversed(),
    others.map((one) => one.slice(start).toReversed()),
  );
  const rest = own.slice(start, own.length - end);
  const [first = ''] = rest;
  const firsts = others.map((one) => one[start] ?? '');
  const words = first.split(/(?<=[-_. ])/);
  for (let count = 1; count <= words.length; count += 1) {
    const whole = words.slice(0, count).join('');
    const piece = whole.replace(/[-_. ]$/, '') || whole;
    if (!firsts.some((other) => other.startsWith(piece))) return piece;
  }
  return rest.join('/');
}

function commonLength(own: readonly string[], others: readonly (readonly string[])[]): number {
  const differs = own.findIndex((segment, at) => others.some((other) => other[at] !== segment));
  return differs < 0 ? own.length : differs;
}
