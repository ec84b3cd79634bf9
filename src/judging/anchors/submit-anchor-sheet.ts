import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal } from '../../rules/refusal.js';
import { signingProblems } from '../../rules/rounds/draft-sheet.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Actor } from '../../web/actor.js';
import { AnchorSheet } from './anchor-sheet.entity.js';
import { AnchorSheetQueries } from './anchor-sheet.queries.js';
import { holdAnchorSheet, shareAnchor } from './hold-anchor-sheet.js';

/** The judge's scores stand; from now on that judge, and nobody else, reads the reference beside them. */
@Injectable()
export class SubmitAnchorSheet {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorSheetQueries,
  ) {}

  async run(actor: Actor, anchorId: string, version: number): Promise<void> {
    const { accountId } = actor;
    await this.database.transaction(async () => {
      const own = await shareAnchor(this.database, this.queries, accountId, anchorId);
      const sheet = await holdAnchorSheet(this.database, own, { version, state: 'Open' });
      const { rules } = await this.programmes.rules(own.programmeId);
      const indicators = roundSheet(rules, own.code, 'material')?.indicators ?? [];
      const { scores, comments } = sheet;
      const [problem] = signingProblems(indicators, { scores, comments }, rules.comment);
      if (problem) {
        const { indicator } = problem;
        throw new Refusal('judging.anchor.incomplete', { indicator }, `score-${indicator}`);
      }
      const submitted = { state: 'Submitted' as const, submittedAt: this.clock.now() };
      await this.database.repo(AnchorSheet).save(Object.assign(sheet, submitted));
      await this.journal.record({
        actorId: accountId,
        actorRole: 'Judge',
        event: 'anchorSheet.submit',
        subjectType: 'anchorSheet',
        subjectId: sheet.id,
        programmeId: own.programmeId,
        details: { anchor: anchorId, scores, comments: hashOf(comments) },
      });
    });
  }
}
