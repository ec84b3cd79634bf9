import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { conflict } from '../../rules/refusal.js';
import { OPEN_PAPER } from '../../rules/rounds/paper-keyings.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { HoldPaper } from './hold-paper.js';
import { PaperSheet } from './paper-sheet.entity.js';

/**
 * The registrar takes back a paper that does not count: never filled in, signed on the device instead,
 * or keyed for the wrong sheet. What was keyed is kept and leads to nothing; the device is free again.
 */
@Injectable()
export class WithdrawPaper {
  constructor(
    private readonly database: Database,
    private readonly hold: HoldPaper,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, sheetId: string, reason: string): Promise<void> {
    actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const { round, sheet, paper, keyings, stage, seat } = await this.hold.run(sheetId);
      actingRole(actor, ['CityRegistrar'], round.programmeId);
      if (!paper || !stage || !OPEN_PAPER.has(stage)) throw conflict('judging.paper.notOpen');
      await this.database.repo(PaperSheet).save(
        Object.assign(paper, {
          withdrawnBy: actor.accountId,
          withdrawnAt: this.clock.now(),
          withdrawnReason: reason,
        }),
      );
      await this.database.repo(ScoreSheet).save(Object.assign(sheet, { paperSince: null }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'scoreSheet.withdrawPaper',
        subjectType: 'scoreSheet',
        subjectId: sheetId,
        programmeId: round.programmeId,
        details: { seat, keyings: keyings.length, reason: sha256Hex(reason) },
      });
      const news = { kind: 'judgingPaperWithdrawn', variables: { seat, reason } };
      await this.notify.accounts([sheet.accountId], { ...news, path: '/judging' });
      await this.notify.accounts(
        keyings.map(({ accountId }) => accountId),
        { ...news, path: `/office/paper-sheets/${sheetId}` },
      );
    });
  }
}
