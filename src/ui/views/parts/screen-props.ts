import type { Model } from '../../../app/model/model.ts';
import type { Paint } from '../../paint.ts';

/** What every screen gets: the state, and how to paint. */
export interface ScreenProps {
  readonly model: Model;
  readonly paint: Paint;
}
