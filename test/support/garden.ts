import { expect } from 'vitest';

/** A body of three sections, to be changed on two sides. */
export const GARDEN = `## Watering

- Look at the leaves before you water
- Water at the roots in the morning
- Leave the seedlings to the drizzle

## Tools

Take the tool that fits the bed.

- Small fork for the herbs
- Long hoe between the rows
- Narrow spade for the roses

## Harvest

Pick the beans while they are young.
`;

/** A text with some things in it replaced; each is there. */
export function changed(text: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((now, [old, next]) => {
    expect(now).toContain(old);
    return now.replace(old, next);
  }, text);
}
