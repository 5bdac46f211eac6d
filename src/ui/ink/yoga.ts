import { type Extent, type LayoutBox, layOut } from './lay-out.ts';

/**
 * Stands in for Yoga when the app is bundled: what Ink calls of it for our views, over a layout of our own. Yoga's
 * WebAssembly has to be compiled at each start, and runs in code that is not yet fast then.
 *
 * What is not here a view must not ask for: `views/parts/box.ts` lets none compile that does.
 */
class Node implements LayoutBox {
  readonly set = { width: Number.NaN, height: Number.NaN };
  readonly margin = { width: 0, height: 0 };
  readonly place = { width: 0, height: 0 };
  readonly size = { width: 0, height: 0 };
  readonly children: Node[] = [];
  measure: LayoutBox['measure'] = null;
  main: Extent = 'height';
  shrink = 0;
  isOver = false;
  isShown = true;

  static create(): Node {
    return new Node();
  }
  getChildCount(): number {
    return this.children.length;
  }
  insertChild(child: Node, at: number): void {
    this.children.splice(at, 0, child);
  }
  removeChild(child: Node): void {
    this.children.splice(this.children.indexOf(child), 1);
  }
  setMeasureFunc(measure: LayoutBox['measure']): void {
    this.measure = measure;
  }
  setFlexDirection(main: Extent): void {
    this.main = main;
  }
  setFlexShrink(shrink: number): void {
    this.shrink = shrink;
  }
  setPositionType(isOver: boolean): void {
    this.isOver = isOver;
  }
  setDisplay(isShown: boolean): void {
    this.isShown = isShown;
  }
  setMargin(edge: Extent, cells: number): void {
    this.margin[edge] = cells;
  }
  setWidth(cells: number): void {
    this.set.width = cells;
  }
  setHeight(cells: number): void {
    this.set.height = cells;
  }
  setWidthAuto(): void {
    this.set.width = Number.NaN;
  }
  setHeightAuto(): void {
    this.set.height = Number.NaN;
  }
  calculateLayout(): void {
    layOut(this);
  }
  getDisplay(): boolean {
    return this.isShown;
  }
  getComputedLeft(): number {
    return this.place.width;
  }
  getComputedTop(): number {
    return this.place.height;
  }
  getComputedWidth(): number {
    return this.size.width;
  }
  getComputedHeight(): number {
    return this.size.height;
  }
  /** None of our boxes has padding or a border. */
  getComputedPadding(): number {
    return 0;
  }
  getComputedBorder(): number {
    return 0;
  }
  /** All is laid out for each frame. */
  markDirty(): void {}
  /** Nothing of it is kept outside of the heap. */
  unsetMeasureFunc(): void {}
  freeRecursive(): void {}
  free(): void {}
  /** Ink sets what a box does of itself: it grows into no room that is left, and its children stand in one line. */
  setFlexGrow(): void {}
  setFlexWrap(): void {}
}

// biome-ignore lint/style/noDefaultExport: the module it stands in for has a default export.
export default {
  Node,
  FLEX_DIRECTION_ROW: 'width',
  FLEX_DIRECTION_COLUMN: 'height',
  EDGE_START: 'width',
  EDGE_TOP: 'height',
  POSITION_TYPE_ABSOLUTE: true,
  POSITION_TYPE_RELATIVE: false,
  DISPLAY_FLEX: true,
  DISPLAY_NONE: false,
};
