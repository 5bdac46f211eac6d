import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageProfile } from '../../../src/core/union/passage-likeness.ts';
import { createSlotOrder, slotRuns } from '../../../src/core/union/slot-order.ts';
import { isKept, type Slot } from '../../../src/core/union/version-content.ts';

function aSlot(index: number): Slot {
  const passage = { definition: 'd', agent: 'd', path: 'd', section: 's', index, kind: 'item', text: '- d\n' } as const;
  const profile = passageProfile('item', passage.text);
  return {
    passage,
    profile,
    depth: 0,
    isHead: false,
    block: null,
    givesWay: false,
    by: null,
    isDropped: false,
    rival: null,
  };
}

/** The last of those that are left out, right behind a place. */
function endOfRun(list: readonly Slot[], place: number): Slot | undefined {
  return list[place + 1]?.isDropped ? endOfRun(list, place + 1) : list[place];
}

const step = fc.record({ at: fc.nat(), what: fc.constantFrom('insert', 'insert', 'move', 'drop', 'leap') });

test('an order is the list that the same steps make, and a leap ends where a walk does', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const list: Slot[] = [];
      const order = createSlotOrder();
      const dropped = slotRuns(order, (slot) => !isKept(slot));
      for (const [index, { at, what }] of steps.entries()) {
        const place = at % (list.length + 1);
        const one = list[place];
        if (what === 'leap' && one) expect(dropped.endBehind(one)).toBe(endOfRun(list, place));
        if (what === 'drop' && one) one.isDropped = true;
        if (what === 'move' && one) {
          order.remove(one);
          list.splice(place, 1);
          order.insert(null, one);
          list.unshift(one);
          dropped.forget();
        }
        if (what === 'insert') {
          const slot = aSlot(index);
          order.insert(list[place - 1] ?? null, slot);
          list.splice(place, 0, slot);
          dropped.forget();
        }
        expect([...order]).toEqual(list);
        expect([order.after(null), order.last()]).toEqual([list[0], list.at(-1) ?? null]);
      }
    }),
  );
});
