import type { Action, Direction } from '../model/actions.ts';
import type { Model } from '../model/model.ts';
import { textField } from '../model/text-field.ts';
import { places } from './places-found.ts';
import { atSection, scrolledInReader, sectionChanged } from './update-reader.ts';

type FindAction = Extract<Action, { type: 'findOpened' | 'findDone' | 'findLeft' | 'hitChanged' }>;

/** Update for finding inside the text that is read. Pure. */
export function updateFind(model: Model, action: FindAction): Model {
  const { reader } = model;
  switch (action.type) {
    case 'findOpened':
      return withFind(unfolded(model), {
        words: reader.find?.words ?? textField(),
        isTyped: true,
        hit: reader.find?.hit ?? 0,
      });
    case 'findDone':
      return withFind(model, places(model).length > 0 && reader.find ? { ...reader.find, isTyped: false } : null);
    case 'findLeft':
      return withFind(model, null);
    case 'hitChanged':
      return hitChanged(model, action.direction);
  }
}

/** The reader at the next or previous section; while something is looked for, at the next place where it was found. */
export function nextInReader(model: Model, direction: Direction): Model {
  return model.reader.find && direction > 0 ? hitChanged(model, direction) : sectionChanged(model, direction);
}

/** The model at the next or previous place found, from the last on at the first again. */
function hitChanged(model: Model, direction: Direction): Model {
  const { find } = model.reader;
  const count = places(model).length;
  if (!find || count === 0) return model;
  return atHit(model, (find.hit + direction + count) % count);
}

/** The model after other words were typed to be found: at the first place from the top of the screen on. */
export function followingFind(model: Model): Model {
  const { find, scroll } = model.reader;
  const found = find?.isTyped ? places(model) : [];
  if (found.length === 0) return model;
  return atHit(
    model,
    Math.max(
      0,
      found.findIndex(([{ line }]) => line >= scroll),
    ),
  );
}

function atHit(model: Model, hit: number): Model {
  const { find } = model.reader;
  const place = places(model)[hit];
  if (!find || !place) return model;
  return scrolledInReader(withFind(model, { ...find, hit }), place[0].line);
}

/** Nothing is folded while something is looked for: it may stand anywhere. */
function unfolded(model: Model): Model {
  const { reader } = model;
  return reader.folded.length === 0
    ? model
    : atSection({ ...model, reader: { ...reader, folded: [] } }, reader.section);
}

function withFind(model: Model, find: Model['reader']['find']): Model {
  return { ...model, reader: { ...model.reader, find } };
}
