import { Foundation1700000000001 } from './0001-foundation.js';
import { DemoAccounts1700000000002 } from './0002-demo-accounts.js';

/** Every migration in order, for both engines. */
export const migrations = [Foundation1700000000001, DemoAccounts1700000000002];
