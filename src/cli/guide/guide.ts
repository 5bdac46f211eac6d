/** What the program tells of itself: help. A script of its own, loaded only when it is asked. */
export { help, helpOf } from '../help/help.ts';
