import { EventEmitter } from 'node:events';
import type { Instance } from 'ink';
import { createElement } from 'react';
import type { Model } from '../app/model/model.ts';
import { drawView } from './draw-view.ts';
import { createFrameStream } from './frame-stream.ts';
import type { Paints } from './paint.ts';
import { AppScreen } from './views/app-screen.tsx';

/**
 * Draws models where nobody sees it.
 *
 * An engine runs code slowly until it has run often: the first letters typed would take twice as long to be drawn as the
 * later ones.
 *
 * @param models One after the other, each asked for when the one before is drawn.
 * @param paints What they are drawn with.
 * @returns The work, a frame a step: of some milliseconds at first, and of one or two by and by.
 */
export function* rehearseFrames(models: Iterable<Model>, paints: Paints): Generator<void, void> {
  let instance: Instance | null = null;
  for (const model of models) {
    const { paint, dimmed } = paints(model.look);
    const view = createElement(AppScreen, { model, paint, dimmed });
    if (instance) instance.rerender(view);
    else {
      const frames = createFrameStream(nowhere(), () => model.size);
      frames.repaint();
      instance = drawView(view, frames);
    }
    yield;
  }
  instance?.unmount();
}

/** A terminal that takes everything at once. */
const nowhere = () => Object.assign(new EventEmitter(), { write: () => true });
