import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { ConflictAnswer } from '../../rules/rounds/conflict-grounds.js';

export interface KeptDeclaration {
  readonly answers: Readonly<Record<string, ConflictAnswer>>;
  /** Nought while nothing is kept. */
  readonly version: number;
}

/** Answers that a judge has given and not signed yet. */
@Injectable()
export class DeclarationDrafts {
  constructor(private readonly database: Database) {}

  async ofSeat(seatId: string): Promise<KeptDeclaration> {
    const row = await this.database.row<{ answers: string; version: number }>(
      'SELECT answers, version FROM declaration_draft WHERE seat_id = ?',
      [seatId],
    );
    if (!row) return { answers: {}, version: 0 };
    return { answers: JSON.parse(row.answers) as KeptDeclaration['answers'], version: row.version };
  }
}
