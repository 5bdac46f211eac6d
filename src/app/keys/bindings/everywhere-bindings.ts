import { type Binding, inContext } from '../binding.ts';

const everywhere = inContext('everywhere');

/** The keys of every screen, in the order footer and help show them. */
export const EVERYWHERE_BINDINGS = [
  // Everywhere
  everywhere('help', ['?', 'f1'], 'Help', 'helpOpened', { hint: 'help' }),
  everywhere('palette', [':', 'ctrl+x'], 'All commands', 'paletteOpened'),
  everywhere('problems', [], 'Show the problems', 'problemsOpened'),
  everywhere('composed', ['C'], 'Composed agents: what has changed since', 'composedOpened'),
  everywhere('drafts', ['D'], 'Drafts: go on with one, begin or discard one', 'draftsOpened'),
  everywhere('news', ['~'], 'News of this session, newest first', 'newsOpened'),
  everywhere('sources', [], 'Show the sources', 'sourcesOpened'),
  everywhere('bundled', [], 'List or hide the definitions that come with agents', 'bundledToggled'),
  everywhere('redraw', ['ctrl+l'], 'Draw the screen again', 'redrawRequested'),
  everywhere('suspend', ['ctrl+z'], 'Suspend', 'suspendRequested'),
  everywhere('quit', ['ctrl+c'], 'Quit', 'quitRequested'),
] satisfies readonly Binding[];
