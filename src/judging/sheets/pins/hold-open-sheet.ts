import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { Round } from '../../../programmes/round.entity.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import { conflict, missing } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { anchorsFirst } from '../anchors-first.js';
import { holdSheet, isOnPaper } from '../kept-sheet.js';
import { type SheetHead, SheetQueries } from '../sheet.queries.js';

/** Holds an own sheet that may still be scored, in the caller's transaction: by the rules of a save. */
@Injectable()
export class HoldOpenSheet {
  constructor(
    private readonly database: Database,
    private readonly sheets: SheetQueries,
  ) {}

  async run(actor: Actor, sheetId: string): Promise<SheetHead> {
    const head = await this.sheets.head(actor.accountId, sheetId);
    if (!head) throw missing();
    const round = await this.database.share(Round, head.roundId);
    const of = { id: sheetId, repeated: head.repeated === 1 };
    const sheet = await holdSheet(this.database, of);
    if (!roundIn.open.has(round.state) || !sheetIn.open.has(sheet.state)) {
      throw conflict('judging.sheet.closed');
    }
    if (isOnPaper(sheet)) throw conflict('judging.paper.keyedByOffice');
    if (head.anchorsOpen > 0) throw anchorsFirst(head.anchorsOpen);
    return head;
  }
}
