import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { missing, overtaken } from '../../rules/refusal.js';
import { type GroundNumber, groundKind } from '../../rules/rounds/conflict-grounds.js';
import type { Actor } from '../../web/actor.js';
import { lockRoundAndOthers } from '../rounds/lock-round.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { holdOpen } from '../rounds/round-gate.js';
import { RepeatSheet } from '../repeats/repeat-sheet.entity.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { VoidSheets } from '../sheets/void-sheets.js';
import { ProposeRemoval, seatPlace } from '../removals/propose-removal.js';
import { Seat } from '../panel/seat.entity.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';

/**
 * A judge steps back after work has begun: an open sheet is void, kept, and an alternate scores; of a
 * signed one the approver decides. Registrar and supervisor are told at once.
 */
@Injectable()
export class DeclareLateConflict {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly programmes: ProgrammeQueries,
    private readonly voidSheets: VoidSheets,
    private readonly sheets: IssueSheets,
    private readonly proposeRemoval: ProposeRemoval,
  ) {}

  /** Whether it waits for an approver. */
  async run(
    actor: Actor,
    sheetId: string,
    given: { readonly ground: GroundNumber; readonly explanation: string },
  ): Promise<boolean> {
    return this.database.transaction(async () => {
      const known = await this.scored(actor, sheetId);
      await lockRoundAndOthers(this.database, known.roundId);
      const sheet = await this.database.lock(ScoreSheet, known.id);
      if (sheetIn.voided.has(sheet.state)) {
        throw overtaken('judging.sheet.closed', 'scoreSheet', sheet.state);
      }
      const round = await holdOpen(this.database, sheet.roundId);
      const { seatId, applicationId } = sheet;
      const declarations = this.database.repo(ConflictDeclaration);
      const { id } = await declarations.findOneByOrFail({ seatId, applicationId });
      const declaration = await this.database.lock(ConflictDeclaration, id);
      if (sheetIn.signed.has(sheet.state)) {
        await this.propose(actor, sheet, given);
        return true;
      }
      const { rules } = await this.programmes.rules(round.programmeId);
      const hard = groundKind(given.ground, rules) === 'hard';
      await declarations.save(
        Object.assign(declaration, {
          ground: given.ground,
          moreGrounds: null,
          explanation: given.explanation,
          state: hard ? 'hardBar' : 'recused',
          declaredAt: this.clock.now(),
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Judge',
        event: 'conflict.declareLate',
        subjectType: 'application',
        subjectId: applicationId,
        programmeId: round.programmeId,
        details: { ground: given.ground, seat: seatId },
      });
      const touched = await this.voidSheets.run({
        actorId: actor.accountId,
        role: 'Judge',
        reason: given.explanation,
        seatId,
        applicationId,
        removal: null,
      });
      for (const one of touched) await this.sheets.run(one);
      // The office watches whether somebody can still score, the supervisor why somebody no longer does.
      await this.notify.holders(['CityRegistrar', 'Supervisor'], {
        kind: 'judgingSteppedBack',
        path: '/office/conflicts',
      });
      return false;
    });
  }

  /** Who steps back from a repeat steps back from the file that it repeats. */
  private async scored({ accountId }: Actor, id: string): Promise<ScoreSheet> {
    const sheets = this.database.repo(ScoreSheet);
    const own = await sheets.findOneBy({ id, accountId });
    if (own) return own;
    const repeat = await this.database.repo(RepeatSheet).findOneBy({ id, accountId });
    if (!repeat) throw missing();
    const { roundId, seatId, applicationId } = repeat;
    return sheets.findOneByOrFail({ roundId, seatId, applicationId });
  }

  /** R11: what was signed falls by two people, also where the judge is the first of them. */
  private async propose(
    actor: Actor,
    { seatId, applicationId }: ScoreSheet,
    { ground, explanation }: { readonly ground: GroundNumber; readonly explanation: string },
  ): Promise<void> {
    const seat = await this.database.repo(Seat).findOneByOrFail({ id: seatId });
    await this.proposeRemoval.run(actor, {
      role: 'Judge',
      of: seatPlace(seat),
      applicationId,
      ground,
      reason: explanation,
      promote: false,
      nextSeatId: null,
    });
    await this.notify.holders(['CityRegistrar', 'Supervisor'], {
      kind: 'judgingStepBackAsked',
      path: '/office/removals',
    });
  }
}
