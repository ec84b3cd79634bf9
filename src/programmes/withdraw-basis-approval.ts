import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { lastBasis } from './last-basis.js';
import { LegalBasis } from './legal-basis.entity.js';
import { loadProgramme } from './load-programme.js';

/**
 * A change of name, host, cycle or quota needs a new approval (process rule book, §12): an approval
 * given before is withdrawn in the same transaction.
 */
@Injectable()
export class WithdrawBasisApproval {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(by: { accountId: string; role: string }, programmeId: string): Promise<boolean> {
    return this.database.transaction(async () => {
      await loadProgramme(this.database, programmeId);
      const repo = this.database.repo(LegalBasis);
      const basis = await lastBasis(this.database, programmeId);
      if (!basis?.approvedAt) return false;
      basis.approvedBy = null;
      basis.approvedAt = null;
      await repo.save(basis);
      await this.journal.record({
        actorId: by.accountId,
        actorRole: by.role,
        event: 'legalBasis.withdrawApproval',
        subjectType: 'legalBasis',
        subjectId: basis.id,
        programmeId,
        details: { version: basis.version },
      });
      return true;
    });
  }
}
