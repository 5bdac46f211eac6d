/** What the program tells of itself: help, settings, completion. A script of its own, loaded only when it is asked. */
export { complete, completion } from '../completion/complete.ts';
export { config } from '../config/config.ts';
export { doctor } from '../doctor/doctor.ts';
export { help, helpOf } from '../help/help.ts';
export { schema } from '../schemas/schema.ts';
export { tour } from './tour.ts';
