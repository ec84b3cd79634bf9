import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Programme } from '../../programmes/programme.entity.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { missing } from '../../rules/refusal.js';
import { reReviewRunsOf } from './re-review-runs-of.js';
import { draftTotal } from '../../rules/rounds/draft-sheet.js';
import { keyingsAgree } from '../../rules/rounds/paper-keyings.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { SheetQueries } from '../sheets/sheet.queries.js';
import { MoveReReviewSheet } from './move-re-review-sheet.js';
import { type TypedSheet, readDraft, signingGuards } from './read-draft.js';
import { type Asked, askedItems } from './asked-items.js';
import { ReReviewSheet } from './re-review-sheet.entity.js';
import { ReReviewSheetQueries } from './re-review-sheet.queries.js';
import { TellComplete } from './tell-complete.js';

/** What came of a keying: it waits for a second one, agrees with it, or differs from it. */
export type Keyed = 'waiting' | 'agreed' | 'apart';

/**
 * Two tabulators key a sheet that was signed on paper, each without seeing what the other typed. Only when
 * points and findings are the same does the sheet count. The words beside them are those of the first.
 */
@Injectable()
export class KeyReReviewSheet {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: ReReviewSheetQueries,
    private readonly files: SheetQueries,
    private readonly move: MoveReReviewSheet,
    private readonly tellComplete: TellComplete,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, read: (asked: Asked) => TypedSheet): Promise<Keyed> {
    actingRole(actor, ['Tabulator']);
    return this.database.transaction(async () => {
      const known = await this.sheets.paper(id);
      if (!known) throw missing();
      actingRole(actor, ['Tabulator'], known.programmeId);
      await this.database.lock(Programme, known.programmeId);
      const sheet = await this.database.lock(ReReviewSheet, id);
      const row = await this.sheets.paper(id);
      if (!row) throw missing();
      const { rules } = await this.programmes.rules(row.programmeId);
      const asked = askedItems(rules, row, await this.files.figures(row.applicationId));
      const draft = readDraft(asked, read(asked));
      const whole = signingGuards(asked, draft, rules);
      const others = sheet.keyings.filter(({ by }) => by !== actor.accountId);
      const same = others.find((one) => keyingsAgree(one, draft));
      const keying = { ...draft, by: actor.accountId, at: this.clock.now() };
      await this.database
        .repo(ReReviewSheet)
        .save(Object.assign(sheet, { keyings: [...others, keying] }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Tabulator',
        event: 'reReviewSheet.type',
        subjectType: 'reReviewSheet',
        subjectId: id,
        programmeId: row.programmeId,
        details: { number: sheet.number, hash: hashOf(draft) },
      });
      if (!same) return this.wait(sheet, others.length > 0);
      const { scores, comments, findings } = same;
      const total = draftTotal(asked.indicators, same);
      await this.move.run(sheet, {
        event: 'key',
        actorId: actor.accountId,
        role: 'Tabulator',
        guards: {
          ...whole,
          roundOpen: reReviewRunsOf(row),
          twoKeyingsAgree: same.by !== actor.accountId,
        },
        programmeId: row.programmeId,
        details: {
          number: sheet.number,
          first: same.by,
          scores,
          findings,
          total,
          comments: hashOf(comments),
        },
        change: (chainHead) => ({
          scores: { ...scores },
          comments: { ...comments },
          findings: { ...findings },
          total,
          declaredAt: this.clock.now(),
          signedAt: this.clock.now(),
          chainHead,
        }),
      });
      await this.tellComplete.run(row);
      return 'agreed';
    });
  }

  private async wait({ id, keyings, number }: ReReviewSheet, apart: boolean): Promise<Keyed> {
    if (!apart) return 'waiting';
    const people = keyings.map(({ by }) => by);
    await this.notify.accounts(people, {
      kind: 'reReviewKeyedApart',
      variables: { number },
      path: `/office/re-review-sheets/${id}`,
    });
    return 'apart';
  }
}
