import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import Yoga from 'yoga-layout';
import OwnYoga from '../../../src/ui/ink/yoga.ts';

/** A box as a view describes it. */
interface Described {
  readonly text?: { readonly width: number; readonly height: number };
  readonly row: boolean;
  readonly shrink: number;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly over: { readonly left: number; readonly top: number } | null;
  readonly hidden: boolean;
  readonly children: readonly Described[];
}

type Engine = typeof Yoga;
type Made = ReturnType<Engine['Node']['create']>;
const own = OwnYoga as unknown as Engine;

/** A text that wraps: as many cells, in lines of the columns there are. */
function measured({ width, height }: { width: number; height: number }, columns: number) {
  if (width <= columns || Number.isNaN(columns)) return { width, height };
  const room = Math.max(1, Math.floor(columns));
  return { width: Math.min(width, room), height: height * Math.ceil(width / room) };
}

function made(engine: Engine, box: Described): Made {
  const node = engine.Node.create();
  const { text } = box;
  if (text) node.setMeasureFunc((columns) => measured(text, columns));
  node.setPositionType(box.over ? engine.POSITION_TYPE_ABSOLUTE : engine.POSITION_TYPE_RELATIVE);
  node.setMargin(engine.EDGE_START, box.over?.left ?? 0);
  node.setMargin(engine.EDGE_TOP, box.over?.top ?? 0);
  node.setFlexGrow(0);
  node.setFlexShrink(box.shrink);
  node.setFlexDirection(box.row ? engine.FLEX_DIRECTION_ROW : engine.FLEX_DIRECTION_COLUMN);
  if (box.width === undefined) node.setWidthAuto();
  else node.setWidth(box.width);
  if (box.height === undefined) node.setHeightAuto();
  else node.setHeight(box.height);
  node.setDisplay(box.hidden ? engine.DISPLAY_NONE : engine.DISPLAY_FLEX);
  if (!text) for (const [at, child] of box.children.entries()) node.insertChild(made(engine, child), at);
  return node;
}

const childOf = (node: Made, at: number): Made =>
  'children' in node ? ((node.children as readonly Made[])[at] ?? node) : node.getChild(at);

/** Places and sizes of all that is shown, as Ink asks for them. */
function places(node: Made, box: Described): unknown {
  if (box.hidden) return 'hidden';
  const here = [node.getComputedLeft(), node.getComputedTop(), node.getComputedWidth(), node.getComputedHeight()];
  return [here, ...(box.text ? [] : box.children.map((child, at) => places(childOf(node, at), child)))];
}

function laidOut(engine: Engine, root: Described): unknown {
  const node = made(engine, root);
  node.calculateLayout(undefined, undefined, Yoga.DIRECTION_LTR);
  return places(node, root);
}

const cells = fc.nat(30);
const maybe = fc.option(cells, { nil: undefined });
const { box } = fc.letrec<{ box: Described }>((tie) => ({
  box: fc.record({
    text: fc.option(fc.record({ width: cells, height: fc.nat(4) }), { nil: undefined, freq: 2 }),
    row: fc.boolean(),
    shrink: fc.constantFrom(0, 1),
    width: maybe,
    height: maybe,
    over: fc.option(fc.record({ left: fc.nat(9), top: fc.nat(9) }), { nil: null, freq: 5 }),
    hidden: fc.constantFrom(false, false, false, false, false, true),
    children: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constant([]),
      fc.array(tie('box'), { minLength: 1, maxLength: 4 }),
    ),
  }) as fc.Arbitrary<Described>,
}));

describe('law: boxes stand where Yoga puts them', () => {
  test('any boxes of the kinds our views use', () => {
    fc.assert(
      fc.property(box, fc.integer({ min: 1, max: 60 }), (described, width) => {
        const root = {
          row: false,
          shrink: 0,
          width,
          height: undefined,
          over: null,
          hidden: false,
          children: [described],
        };
        expect(laidOut(own, root)).toEqual(laidOut(Yoga, root));
      }),
      { numRuns: 500 },
    );
  });
});
