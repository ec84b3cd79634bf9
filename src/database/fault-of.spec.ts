import { describe, expect, it } from '@jest/globals';
import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { type Fault, faultOf } from './fault-of.js';
import { GateTimeout, TransactionLost } from './sqlite-gate.js';

const told = (code: string) => Object.assign(new Error('told by a driver'), { code });

describe('faultOf', () => {
  const codes: Record<Fault | 'mistake', string[]> = {
    unavailable: [
      'SQLITE_FULL SQLITE_BUSY SQLITE_BUSY_SNAPSHOT SQLITE_IOERR_WRITE SQLITE_IOERR SQLITE_NOMEM',
      'SQLITE_CANTOPEN SQLITE_READONLY_DBMOVED SQLITE_LOCKED',
      '08000 08006 53100 53200 53300 57P01 57P02 57P03 57014 55P03 25P03 25006 58030',
      'ECONNREFUSED ECONNRESET ETIMEDOUT ENOTFOUND EPIPE ENOSPC EDQUOT',
    ],
    input: ['22021 22001 22003 22007 22008 22P02 22P05 54000 SQLITE_TOOBIG'],
    conflict: ['23505 23503 40001 40P01 SQLITE_CONSTRAINT_UNIQUE SQLITE_CONSTRAINT_PRIMARYKEY'],
    // A mistake of the program is told as one: 500, with an entry in the log.
    mistake: [
      '42601 42P01 23514 23502 25P02 22012 SQLITE_ERROR SQLITE_CORRUPT SQLITE_CONSTRAINT_CHECK',
      'SQLITE_CONSTRAINT_NOTNULL ENOENT ERR_INVALID_ARG_TYPE FST_ERR_VALIDATION',
    ],
  };
  const cases = Object.entries(codes).flatMap(([fault, lines]) =>
    lines
      .flatMap((line) => line.split(' '))
      .map((code) => [code, fault === 'mistake' ? null : fault]),
  );

  it.each(cases)('%s is %s', (code, fault) => {
    expect(faultOf(told(code!))).toBe(fault);
    expect(faultOf(new QueryFailedError('SELECT 1', [], told(code!)))).toBe(fault);
  });

  it.each([
    'timeout exceeded when trying to connect',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])('knows the PostgreSQL driver by its sentence: %s', (sentence) => {
    expect(faultOf(new Error(sentence))).toBe('unavailable');
  });

  it('knows the gate of SQLite', () => {
    expect(faultOf(new GateTimeout())).toBe('unavailable');
    expect(faultOf(new TransactionLost())).toBe('unavailable');
  });

  it('knows a connection that ended between two statements of a transaction', () => {
    expect(faultOf(new QueryRunnerAlreadyReleasedError())).toBe('unavailable');
    expect(faultOf(new QueryRunnerProviderAlreadyReleasedError())).toBe('unavailable');
  });

  it('says nothing of other errors', () => {
    for (const other of [new Error('no'), new TypeError('x is undefined'), null, 'no', {}]) {
      expect(faultOf(other)).toBeNull();
    }
  });
});
