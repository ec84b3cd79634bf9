import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Notify } from '../../notifications/notify.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { draftTotal, signingProblems } from '../../rules/rounds/draft-sheet.js';
import type { PaperReading } from '../../rules/rounds/paper-keyings.js';
import { Application } from '../../applications/application.entity.js';
import { FreezeFlags } from '../rounds/freeze-flags.js';
import { MoveSheet } from '../sheets/move-sheet.js';
import { type HeldPaper, HoldPaper } from './hold-paper.js';
import { PaperSheet } from './paper-sheet.entity.js';

interface Settlement {
  readonly by: string;
  /** Two keyed the same, or a third person read what they had keyed differently. */
  readonly how:
    | { readonly event: 'key'; readonly role: 'Tabulator' }
    | { readonly event: 'settle'; readonly role: 'Tabulator' | 'Approver'; readonly note: string };
  /** Nobody who keyed it alone decides. */
  readonly independent: boolean;
}

/**
 * What was keyed becomes the judge's sheet and closes as any signed one does. Runs in the transaction of a
 * caller who holds round and sheet. The judge is told, and looks whether it is what the paper says.
 */
@Injectable()
export class EnterPaperScores {
  constructor(
    private readonly database: Database,
    private readonly hold: HoldPaper,
    private readonly move: MoveSheet,
    private readonly freeze: FreezeFlags,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(
    { round, sheet, seat, keyings }: HeldPaper,
    paper: PaperSheet,
    reading: PaperReading,
    { by, how, independent }: Settlement,
  ): Promise<void> {
    const { indicators, comment } = await this.hold.asked(round);
    const { judgingNumber } = await this.database
      .repo(Application)
      .findOneByOrFail({ id: sheet.applicationId });
    const { scores, comments, dissent } = reading;
    const total = draftTotal(indicators, reading);
    const now = this.clock.now();
    await this.database.repo(PaperSheet).save(
      Object.assign(paper, {
        settledBy: by,
        settledAt: now,
        settledNote: how.event === 'settle' ? how.note : null,
      }),
    );
    await this.move.run(sheet, {
      event: how.event,
      actorId: by,
      role: how.role,
      guards: {
        everyIndicatorScored: total !== null,
        requiredCommentsWritten: signingProblems(indicators, reading, comment).length === 0,
        roundOpen: roundIn.open.has(round.state),
        twoKeyingsAgree: how.event === 'key' && independent,
        thirdPersonReads: how.event === 'settle' && independent,
      },
      programmeId: round.programmeId,
      details: {
        seat,
        keyedBy: keyings.map(({ accountId }) => accountId),
        scores,
        total,
        comments: hashOf(comments),
        dissent: dissent ? hashOf(dissent) : null,
      },
      change: (chainHead) => ({
        scores: { ...scores },
        comments: { ...comments },
        total,
        dissent,
        savedAt: now,
        completedAt: sheet.completedAt ?? now,
        signedAt: now,
        chainHead,
      }),
    });
    await this.freeze.run(round);
    await this.notify.accounts([sheet.accountId], {
      kind: 'judgingPaperEntered',
      variables: { number: judgingNumber ?? '' },
      path: `/judging/sheets/${sheet.id}`,
    });
  }
}
