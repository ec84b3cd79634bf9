import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { GateTimeout, TransactionLost } from './sqlite-gate.js';

/**
 * What an error of the database means for the person who asked. `unavailable`: nothing is wrong with
 * the request, later it succeeds. `input`: a value that cannot be stored. `conflict`: another change
 * came at the same moment.
 */
export type Fault = 'unavailable' | 'input' | 'conflict';

/** SQLSTATEs by their beginning (PostgreSQL, appendix A); the longest that fits decides. */
const postgresFaults: Readonly<Record<string, Fault>> = {
  // Connection lost or refused, not enough of disk, memory or connections, shut down, failing disk.
  '08': 'unavailable',
  '53': 'unavailable',
  '57P': 'unavailable',
  '58': 'unavailable',
  // A statement, a lock or an idle transaction took longer than allowed.
  '57014': 'unavailable',
  '55P03': 'unavailable',
  '25P03': 'unavailable',
  // A standby after a failover.
  '25006': 'unavailable',
  // Serialisation failure and deadlock; unique and foreign keys that another change broke.
  '40': 'conflict',
  '23505': 'conflict',
  '23503': 'conflict',
  // NUL and other characters outside the encoding; too long, out of range, not a number or a date.
  '22021': 'input',
  '22P05': 'input',
  '22001': 'input',
  '22003': 'input',
  '22007': 'input',
  '22008': 'input',
  '22P02': 'input',
  '54000': 'input',
};

/** Result codes by their beginning (sqlite.org/rescode.html). */
const sqliteFaults: Readonly<Record<string, Fault>> = {
  SQLITE_BUSY: 'unavailable',
  SQLITE_LOCKED: 'unavailable',
  SQLITE_FULL: 'unavailable',
  SQLITE_IOERR: 'unavailable',
  SQLITE_NOMEM: 'unavailable',
  SQLITE_CANTOPEN: 'unavailable',
  SQLITE_READONLY: 'unavailable',
  SQLITE_PROTOCOL: 'unavailable',
  SQLITE_CONSTRAINT_UNIQUE: 'conflict',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'conflict',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'conflict',
  SQLITE_TOOBIG: 'input',
};

/** The machine's own words: no way to the database; no room for an uploaded file. */
const systemFaults = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EMFILE',
]);

/** The PostgreSQL driver and its pool name these by sentences only. */
const driverSentences =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after|Query read timeout)/;

/** How TypeORM says it, from the runner itself and from the manager of its transaction. */
const lostConnections = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/** Null for what is no fault of the database: an error of the program, to be mended. */
export function faultOf(error: unknown): Fault | null {
  if (error instanceof GateTimeout || error instanceof TransactionLost) return 'unavailable';
  // A connection that ends between two statements of a transaction is taken back by its pool.
  if (lostConnections.some((one) => error instanceof one)) return 'unavailable';
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof cause !== 'object' || cause === null) return null;
  const { code, message } = cause as { code?: unknown; message?: unknown };
  if (typeof code !== 'string') {
    return driverSentences.test(String(message)) ? 'unavailable' : null;
  }
  if (systemFaults.has(code)) return 'unavailable';
  if (code.startsWith('SQLITE_')) return longest(sqliteFaults, code);
  return /^[0-9A-Z]{5}$/.test(code) ? longest(postgresFaults, code) : null;
}

function longest(faults: Readonly<Record<string, Fault>>, code: string): Fault | null {
  const known = Object.keys(faults).filter((beginning) => code.startsWith(beginning));
  const [best] = known.toSorted((a, b) => b.length - a.length);
  return best === undefined ? null : faults[best]!;
}
