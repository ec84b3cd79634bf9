import { Foundation1700000000001 } from './0001-foundation.js';

/** Every migration in order, for both engines. */
export const migrations = [Foundation1700000000001];
