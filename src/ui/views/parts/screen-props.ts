import type { Model } from '../../../app/model/model.ts';
import type { Paint } from '../../paint.ts';

/** What every screen gets: the state, how to paint, and where typed text goes. */
export interface ScreenProps {
  readonly model: Model;
  readonly paint: Paint;
  /** Called with the text before the cursor of the focused field after something was typed. */
  readonly onTyped: (before: string) => void;
}
