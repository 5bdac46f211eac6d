import { type BoxProps, Box as InkBox } from 'ink';
import type { FunctionComponent, ReactNode } from 'react';

/** What the layout of the bundled app knows (`ui/ink/lay-out.ts`): what else Ink's box could do is not there. */
interface Props extends Pick<BoxProps, 'overflow'> {
  readonly children?: ReactNode;
  readonly flexDirection?: 'row' | 'column';
  readonly flexShrink?: number;
  readonly height?: number;
  readonly width?: number;
  /** Laid over what stands beside it, so many cells from the corner of what both are in. */
  readonly position?: 'absolute';
  readonly marginLeft?: number;
  readonly marginTop?: number;
}

/** Ink's box, with as much of it as our views use. */
export const Box: FunctionComponent<Props> = InkBox;
