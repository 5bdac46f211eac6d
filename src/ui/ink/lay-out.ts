/**
 * Boxes laid out as Yoga 3 does (its `CalculateLayout.cpp`, `AbsoluteLayout.cpp` and `PixelGrid.cpp`), as much of it as our
 * views use: rows and columns of boxes that have a size, are as large as what is in them, or are stretched; what does not
 * fit shrinks by its share; boxes laid over others by their margins.
 */

export type Extent = 'width' | 'height';
type Cells = Record<Extent, number>;
/** Cells, and whether they are to be filled, are the most there are, or are not known. */
interface Span {
  readonly cells: number;
  readonly fit: 'filled' | 'most' | 'unknown';
}
type Room = Readonly<Record<Extent, Span>>;

export interface LayoutBox {
  /** The size it is to have; not a number where it is not said. */
  readonly set: Cells;
  /** Left and above, of a box laid over others. */
  readonly margin: Cells;
  /** Along which its children stand. */
  main: Extent;
  shrink: number;
  isOver: boolean;
  isShown: boolean;
  /** Only of a text: the size it has in so many columns. */
  measure: ((columns: number) => Readonly<Cells>) | null;
  readonly children: LayoutBox[];
  /** What is found: where it stands in its parent, and how large it is. */
  readonly place: Cells;
  readonly size: Cells;
}

const EXTENTS = ['width', 'height'] as const;
const UNKNOWN: Span = { cells: Number.NaN, fit: 'unknown' };
const filled = (cells: number): Span => ({ cells, fit: 'filled' });
const most = ({ cells }: Span): Span => (Number.isNaN(cells) ? UNKNOWN : { cells, fit: 'most' });
const isSet = (box: LayoutBox, extent: Extent): boolean => !Number.isNaN(box.set[extent]);
const roomOf = (span: (extent: Extent) => Span): Room => ({ width: span('width'), height: span('height') });

/** Finds place and size of a box that stands by itself, and of all in it, in whole cells. */
export function layOut(root: LayoutBox): void {
  sizeIn(
    root,
    roomOf((extent) => (isSet(root, extent) ? filled(root.set[extent]) : UNKNOWN)),
    true,
  );
  round(root, 0, 0);
}

/**
 * Find how large a box is in a room.
 *
 * @param isPlaced Whether what is in it is to be placed too: a box is measured some times before it is.
 */
function sizeIn(box: LayoutBox, room: Room, isPlaced: boolean): void {
  const spans = [room.width, room.height];
  const isFilled = spans.every((span) => span.fit === 'filled');
  const isNone = spans.some((span) => span.fit === 'most' && span.cells <= 0);
  const isLeaf = box.children.length === 0;
  if (!isLeaf && (isPlaced || !(isFilled || isNone))) sizeAround(box, room, isPlaced);
  else {
    const needed = isFilled || !box.measure ? null : box.measure(Math.max(0, room.width.cells));
    for (const extent of EXTENTS) {
      const { cells, fit } = room[extent];
      const most = isLeaf ? 0 : Math.max(0, cells || 0);
      box.size[extent] = fit === 'filled' ? cells : (needed?.[extent] ?? most);
    }
  }
}

/** The same for a box with others in it. */
function sizeAround(box: LayoutBox, room: Room, isPlaced: boolean): void {
  const { main } = box;
  const cross = main === 'width' ? 'height' : 'width';
  const flowing = box.children.filter((child) => child.isShown && !child.isOver);
  const bases = flowing.map((child) => basisOf(child, main, room));
  const wanted = sumOf(bases);
  const lack = room[main].fit === 'filled' ? Math.min(0, room[main].cells - wanted) : 0;
  const shares = sumOf(flowing.map(({ shrink }, at) => shrink * (bases[at] ?? 0)));
  for (const [at, child] of flowing.entries()) {
    const basis = bases[at] ?? 0;
    const share = shares > 0 ? (lack * child.shrink * basis) / shares : 0;
    const along = filled(Math.max(0, basis + share));
    sizeIn(child, both(main, along, acrossOf(child, main, room)), isPlaced && isSet(child, cross));
  }
  const along = room[main];
  const across = room[cross];
  box.size[main] = along.fit === 'filled' ? along.cells : sumOf(flowing.map((child) => child.size[main]));
  box.size[cross] =
    across.fit === 'filled' ? across.cells : flowing.reduce((widest, child) => Math.max(widest, child.size[cross]), 0);
  if (!isPlaced) return;
  let start = 0;
  for (const child of flowing) {
    child.place[main] = start;
    child.place[cross] = 0;
    start += child.size[main];
    if (!isSet(child, cross)) sizeIn(child, both(main, filled(child.size[main]), filled(box.size[cross])), true);
  }
  for (const child of box.children) {
    if (!child.isShown) hide(child);
    else if (child.isOver) layOver(child, box);
  }
}

const sumOf = (cells: readonly number[]): number => cells.reduce((sum, each) => sum + each, 0);

/** The room a child has across its parent: its own size, as much as there is where that is known, or at most that. */
function acrossOf(child: LayoutBox, main: Extent, room: Room): Span {
  const cross = main === 'width' ? 'height' : 'width';
  if (isSet(child, cross)) return filled(child.set[cross]);
  return room[cross].fit === 'filled' ? room[cross] : most(room[cross]);
}

/** How large a child would like to be along its parent. */
function basisOf(child: LayoutBox, main: Extent, room: Room): number {
  if (isSet(child, main)) return child.set[main];
  sizeIn(child, both(main, most(room[main]), acrossOf(child, main, room)), false);
  return child.size[main];
}

function layOver(child: LayoutBox, { main, size }: LayoutBox): void {
  const room = roomOf((extent) => {
    if (isSet(child, extent)) return filled(child.set[extent]);
    const isBounded = extent === 'width' && main === 'height' && size.width > 0;
    return isBounded ? { cells: size.width - child.margin.width, fit: 'most' } : UNKNOWN;
  });
  sizeIn(child, room, false);
  sizeIn(
    child,
    roomOf((extent) => filled(child.size[extent])),
    true,
  );
  Object.assign(child.place, child.margin);
}

function hide(box: LayoutBox): void {
  Object.assign(box.place, { width: 0, height: 0 });
  Object.assign(box.size, { width: 0, height: 0 });
  for (const child of box.children) hide(child);
}

const both = (main: Extent, along: Span, across: Span): Room =>
  main === 'width' ? { width: along, height: across } : { width: across, height: along };

/** Edges in whole cells, from those of the whole screen, so that neighbours meet; a text never loses a cell it needs. */
function round(box: LayoutBox, left: number, top: number): void {
  const isText = box.measure !== null;
  const starts = { width: left + box.place.width, height: top + box.place.height };
  for (const extent of EXTENTS) {
    const start = starts[extent];
    const end = start + box.size[extent];
    const isWhole = isNear(box.size[extent] % 1, 0) || isNear(box.size[extent] % 1, 1);
    box.place[extent] = wholeCells(box.place[extent], isText ? 'down' : 'nearest');
    const edge = wholeCells(end, isText ? (isWhole ? 'down' : 'up') : 'nearest');
    box.size[extent] = edge - wholeCells(start, isText ? 'down' : 'nearest');
  }
  for (const child of box.children) round(child, starts.width, starts.height);
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 0.0001;

function wholeCells(cells: number, way: 'up' | 'down' | 'nearest'): number {
  const whole = Math.round(cells);
  if (isNear(cells, whole)) return whole;
  return way === 'up' ? Math.ceil(cells) : way === 'down' ? Math.floor(cells) : Math.floor(cells + 0.5);
}
