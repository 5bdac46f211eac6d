import type { SignSet, Theme } from '../../../text/appearance.ts';
import type { Action } from '../../model/actions.ts';
import { type Binding, inContext } from '../binding.ts';

const everywhere = inContext('everywhere');

const themed = (theme: Theme): Action => ({ type: 'lookChosen', look: { theme } });
const signed = (signs: SignSet): Action => ({ type: 'lookChosen', look: { signs } });

/** The keys of every screen, in the order footer and help show them. */
export const EVERYWHERE_BINDINGS = [
  // Everywhere
  everywhere('help', ['?', 'f1'], 'Help', 'helpOpened', { hint: 'help' }),
  everywhere('palette', [':', 'ctrl+x'], 'All commands', 'paletteOpened', { hint: 'commands' }),
  everywhere('problems', ['W'], 'Show the problems', 'problemsOpened'),
  everywhere('composed', ['C'], 'Agents made here, and what has changed since', 'composedOpened'),
  everywhere('drafts', ['D'], 'Drafts: go on with one, begin or discard one', 'draftsOpened'),
  everywhere('news', ['~'], 'News of this session, newest first', 'newsOpened'),
  everywhere('sources', [], 'Show the sources', 'sourcesOpened'),
  everywhere('theme-auto', [], 'Theme: auto, by the terminal’s background', themed('auto')),
  everywhere('theme-dark', [], 'Theme: dark', themed('dark')),
  everywhere('theme-light', [], 'Theme: light', themed('light')),
  everywhere('theme-high-contrast', [], 'Theme: high contrast, nothing dim', themed('high-contrast')),
  everywhere('theme-ansi', [], 'Theme: ansi, the sixteen colours alone', themed('ansi')),
  everywhere('signs-unicode', [], 'Signs: Unicode', signed('unicode')),
  everywhere('signs-ascii', [], 'Signs: ASCII', signed('ascii')),
  everywhere('bundled', [], 'List or hide the bundled agents', 'bundledToggled'),
  everywhere('redraw', ['ctrl+l'], 'Draw the screen again', 'redrawRequested'),
  everywhere('suspend', ['ctrl+z'], 'Suspend', 'suspendRequested'),
  everywhere('quit', ['ctrl+c'], 'Quit', 'quitRequested'),
] satisfies readonly Binding[];
