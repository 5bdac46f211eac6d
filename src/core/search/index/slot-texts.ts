import { createIntegers } from './growing-integers.ts';

/** Short texts of the slots from the first on, put together in long ones, where an engine finds something quickest. */
export interface SlotTexts {
  /** Add the text of the next slot. */
  readonly add: (text: string) => void;
  /** The slots whose text holds something, rising. */
  readonly slotsWith: (part: string) => readonly number[];
}

/** Characters that are kept as one text. */
const CHUNK = 65_536;

/** No texts. */
export function createSlotTexts(): SlotTexts {
  /** By slot: where its text begins in its chunk. */
  const starts = createIntegers();
  const chunks: { readonly firstSlot: number; text: string }[] = [];

  const inChunk = (at: number, part: string): readonly number[] => {
    const { firstSlot, text } = chunks[at] ?? { firstSlot: 0, text: '' };
    const end = chunks[at + 1]?.firstSlot ?? starts.length();
    const own = starts.values();
    const found: number[] = [];
    let slot = firstSlot;
    for (let place = text.indexOf(part); place >= 0; place = text.indexOf(part, place)) {
      while (slot + 1 < end && (own[slot + 1] ?? 0) <= place) slot += 1;
      found.push(slot);
      // On to the next slot.
      if (slot + 1 === end) break;
      place = own[slot + 1] ?? 0;
    }
    return found;
  };

  return {
    add: (text) => {
      const last = chunks.at(-1);
      const chunk = last && last.text.length < CHUNK ? last : { firstSlot: starts.length(), text: '' };
      if (chunk !== last) chunks.push(chunk);
      starts.push(chunk.text.length);
      chunk.text += text;
    },
    slotsWith: (part) => [...chunks.keys()].flatMap((at) => inChunk(at, part)),
  };
}
