import { fileName } from '../../core/definition/file-name.ts';
import { fileText } from '../../core/definition/file-text.ts';
import type { CommandContext } from '../command-context.ts';
import { otherHarness } from './copy.ts';
import { type KeepingOptions, keep, keepNothing } from './kept-changes.ts';
import { movedRecipe } from './moved-recipe.ts';
import { ownDefinitions } from './own-definitions.ts';
import { placeNamed } from './place.ts';
import { remarksOn, targetAt } from './target.ts';

/** Options of `agents move`. */
interface MoveOptions extends KeepingOptions {
  readonly to: string;
  readonly force: boolean;
}

/** `agents move`: an agent at another place, and no more at its own. */
export async function move(context: CommandContext, reference: string, options: MoveOptions): Promise<number> {
  const { own, problems } = await ownDefinitions(context, options.source, [reference], {
    done: 'moved',
    instead: `${context.program} copy makes one of your own`,
  });
  const [first] = own;
  if (!first) return keepNothing(context, 'move', problems, options);
  const { definition, sha256 } = first;
  const place = await placeNamed(context, options.to, definition.format);
  const reason = otherHarness(context, definition, place);
  if (reason !== null) return keepNothing(context, 'move', [reason], options);
  const { path: from } = definition;
  const target = await targetAt(context, place, fileName(from), options.force);
  if (target.path === from) return keepNothing(context, 'move', [`${context.shown(from)} is there already`], options);
  if (target.problem !== null) return keepNothing(context, 'move', [target.problem], options);
  const { path: to, replaces } = target;
  const [remarks = []] = await remarksOn(context, place, [{ path: to, text: fileText(definition), from }]);
  const moved = {
    change: { kind: 'move', from, to, sha256 } as const,
    words: `Moved ${definition.name} to ${context.shown(to)}`,
    remarks,
  };
  const inTheWay =
    replaces === null
      ? []
      : [
          {
            change: { kind: 'remove', from: to, to: null, sha256: replaces } as const,
            words: `Removed what was at ${context.shown(to)}`,
          },
        ];
  return keep(context, 'move', [...inTheWay, moved], options, () => movedRecipe(context, from, to));
}
