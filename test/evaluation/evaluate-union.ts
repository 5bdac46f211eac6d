// Counts what is wrong with unions of published definitions: `npm run eval:union`. With a group's name, prints its union.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { aDefinition } from '../support/a-definition.ts';
import { FAULT_KINDS, type UnionFault, unionFaults } from './union-faults.ts';
import labels from './union-groups.json';
import { type United, unitedOf } from './united.ts';

/** Where the collections lie that the groups are of. */
const CORPUS = join('..', 'shared', 'corpus');

/** Unseen groups came after all rules were made. */
const SETS = ['for tuning', 'held out', 'unseen'] as const;

interface Result {
  readonly name: string;
  readonly set: (typeof SETS)[number];
  readonly united: United;
  readonly faults: readonly UnionFault[];
}

function resultOf({ name, heldOut, unseen, files }: (typeof labels.groups)[number]): Result {
  const definitions = files.map((file) => {
    const parsed = parseDefinition(readFileSync(join(CORPUS, file), 'utf8'), file);
    return aDefinition({ ...parsed, id: file });
  });
  const united = unitedOf(definitions);
  return { name, set: unseen ? 'unseen' : heldOut ? 'held out' : 'for tuning', united, faults: unionFaults(united) };
}

function report(results: readonly Result[]): readonly string[] {
  const parts = SETS.map((one) => results.filter(({ set }) => set === one));
  const row = (name: string, of: (part: readonly Result[]) => string | number) =>
    `${name.padEnd(34)}${parts.map((part) => String(of(part)).padStart(12)).join('')}`;
  const count = (part: readonly Result[], isIt: (fault: UnionFault) => boolean) =>
    part.reduce((sum, { faults }) => sum + faults.filter(isIt).length, 0);
  return [
    row('', (part) => part[0]?.set ?? ''),
    row('unions', ({ length }) => length),
    ...FAULT_KINDS.map((kind) => row(kind, (part) => count(part, (fault) => fault.kind === kind))),
    row('all', (part) => count(part, () => true)),
    row('items that stand, in 100', (part) => share(part, 'kept')),
    row('items left out whole, in 100', (part) => share(part, 'dropped')),
  ];
}

function share(part: readonly Result[], state: string): string {
  const items = part.flatMap(({ united }) =>
    united.unions.flatMap(({ passages }) => passages.filter(({ kind }) => kind === 'item')),
  );
  return ((100 * items.filter((one) => one.state === state).length) / items.length).toFixed(0);
}

function shown({ name, united, faults }: Result): readonly string[] {
  const found = faults.map(({ kind, text }) => `${kind}: ${text.trim().replace(/\s+/g, ' ').slice(0, 160)}`);
  return [`==== ${name}`, united.body.text, ...found];
}

const asked = process.argv.slice(2);
const lines = existsSync(CORPUS)
  ? asked.length > 0
    ? labels.groups.filter(({ name }) => asked.includes(name)).flatMap((group) => shown(resultOf(group)))
    : report(labels.groups.map(resultOf))
  : [`nothing to measure: ${CORPUS} not there`];
process.stdout.write(`${lines.join('\n')}\n`);
