import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import { draftTotal, signingProblems } from '../../rules/rounds/draft-sheet.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Actor } from '../../web/actor.js';
import { holdOpen } from '../rounds/round-gate.js';
import { ScoreSheet } from './score-sheet.entity.js';
import { SheetQueries } from './sheet.queries.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';

/** One sheet as the judge saw it when signing. */
export interface SheetToSign {
  readonly sheetId: string;
  readonly version: number;
}

/**
 * A judge's signature closes sheets: total and head of the journal are written on each. All or none;
 * a sheet that changed since it was shown is not signed. A judge scores or steps back: an empty
 * score cannot be signed.
 */
@Injectable()
export class SignSheets {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: SheetQueries,
  ) {}

  async run(
    actor: Actor,
    roundId: string,
    given: { readonly sheets: readonly SheetToSign[]; readonly dissent: string | null },
  ): Promise<number> {
    if (given.sheets.length === 0) throw new Refusal('judging.sign.choose', {}, 'sheets');
    return this.database.transaction(async () => {
      const own = await this.queries.ofRound(actor.accountId, roundId);
      const [first] = own;
      if (!first) throw missing();
      const { rules } = await this.programmes.rules(first.programmeId);
      const indicators = roundSheet(rules, first.code, first.kind)?.indicators ?? [];
      const signedAt = this.clock.now();
      await holdOpen(this.database, roundId);
      const sheets = this.database.repo(ScoreSheet);
      for (const { sheetId, version } of given.sheets) {
        const shown = own.find(({ id }) => id === sheetId);
        const sheet = await sheets.findOneBy({ id: sheetId, accountId: actor.accountId });
        if (!shown || !sheet) throw missing();
        if (!sheetIn.open.has(sheet.state)) throw conflict('judging.sheet.closed');
        if (sheet.version !== version) throw conflict('judging.sign.changed');
        const [problem] = signingProblems(indicators, sheet, rules.comment);
        if (problem) {
          const number = shown.judgingNumber ?? '';
          throw new Refusal('judging.sign.incomplete', { number, indicator: problem.indicator });
        }
        const total = draftTotal(indicators, sheet);
        const chainHead = await this.journal.record({
          actorId: actor.accountId,
          actorRole: 'Judge',
          event: 'scoreSheet.sign',
          subjectType: 'scoreSheet',
          subjectId: sheetId,
          programmeId: shown.programmeId,
          details: {
            seat: shown.seat,
            scores: sheet.scores,
            total,
            comments: hashOf(sheet.comments),
            dissent: given.dissent ? hashOf(given.dissent) : null,
          },
        });
        const { dissent } = given;
        await sheets.save(
          Object.assign(sheet, { state: 'Signed', total, signedAt, chainHead, dissent }),
        );
      }

      return given.sheets.length;
    });
  }
}
