/** What the program tells of itself: help, settings. A script of its own, loaded only when it is asked. */
export { config } from '../config/config.ts';
export { help, helpOf } from '../help/help.ts';
