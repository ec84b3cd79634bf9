import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { StateDifference, StateWitness, TellingEntry } from './state-witness.js';
import { VerifyJournal } from './verify-journal.js';

/** A witness that hands itself in when the program starts. */
@Injectable()
export abstract class Witness implements StateWitness, OnModuleInit {
  abstract readonly events: readonly string[];

  constructor(
    protected readonly database: Database,
    private readonly verifyJournal: VerifyJournal,
  ) {}

  onModuleInit(): void {
    this.verifyJournal.compareAlso(this);
  }

  abstract differing(
    entries: ReadonlyMap<string, readonly TellingEntry[]>,
  ): Promise<StateDifference[]>;
}
