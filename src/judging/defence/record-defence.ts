import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Figure } from '../../applications/figure.entity.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Category } from '../../programmes/category.entity.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { defenceDayOf } from '../../rules/hall/defence-day.js';
import { hallReading } from '../../rules/hall/hall-reading.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import {
  type DefenceRecord,
  agreeing,
  contradictionItemOf,
  recordProblem,
} from '../../rules/rounds/defence-record.js';
import { categoryRules } from '../../rules/scoring/category-sheets.js';
import type { CategoryCode } from '../../rules/scoring/rule-set.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { HallQueries } from '../hall/hall.queries.js';
import { lockRound } from '../rounds/lock-round.js';
import { holdOpen } from '../rounds/round-gate.js';
import { AbsentSheets } from './absent-sheets.js';
import { DefenceRecordQueries, type HeardMerchant } from './defence-record.queries.js';

const CLERKS = ['Verifier', 'CityRegistrar', 'Tabulator'] as const;

/**
 * What one person notes of a defence, and another confirms by noting the same. Whoever notes something
 * else becomes the first, and the person before is told. The score is computed from it.
 */
@Injectable()
export class RecordDefence {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: DefenceRecordQueries,
    private readonly hall: HallQueries,
    private readonly absentSheets: AbsentSheets,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { roundId, applicationId }: { readonly roundId: string; readonly applicationId: string },
    record: DefenceRecord,
  ): Promise<'entered' | 'confirmed'> {
    actingRole(actor, CLERKS);
    return this.database.transaction(async () => {
      const round = await lockRound(this.database, roundId);
      const { programmeId, categoryId } = round;
      const actorRole = actingRole(actor, CLERKS, programmeId);
      await holdOpen(this.database, roundId);
      await this.database.lock(Application, applicationId);
      const heard = await this.queries.ofRound(roundId);
      const known = heard.find((one) => one.applicationId === applicationId);
      if (!known) throw missing();
      const { rules } = await this.programmes.rules(programmeId);
      const turns = await this.hall.turns(roundId);
      const turn = turns.find((one) => one.applicationId === applicationId);
      const reading = turn ? hallReading(turn, defenceDayOf(rules).minutes) : null;
      const problem = recordProblem(record, reading);
      if (problem) throw new Refusal(problem.key, problem.variables, problem.field);
      const agreed = known.record !== null && agreeing(known.record, record);
      const sheets = await this.absentSheets.hold(roundId, applicationId);
      if (agreed && turn?.late.some(({ decidedAt }) => decidedAt === null)) {
        throw conflict('hall.late.unseen');
      }
      if (agreed) await this.confirm(actor, known);
      else await this.enter(actor, known, await this.itemOf(categoryId), record);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: agreed ? 'application.confirmDefence' : 'application.enterDefence',
        subjectType: 'application',
        subjectId: applicationId,
        programmeId,
        details: {
          round: roundId,
          attended: record.attended,
          overtimeSeconds: record.overtimeSeconds,
          contradiction: record.contradiction,
          remark: record.remark ? sha256Hex(record.remark) : null,
          first: known.enteredBy,
          ...(reading && { clockSeconds: reading.overtimeSeconds }),
        },
      });
      const unheard = (await this.queries.absent(categoryId, rules)).has(applicationId);
      const { remark } = record;
      const absence = { round, applicationId, actor, role: actorRole, unheard, remark };
      if (unheard) await this.absentSheets.close(sheets, absence);
      else if (wasAbsent(known)) await this.absentSheets.reopen(sheets, absence);
      return agreed ? 'confirmed' : 'entered';
    });
  }

  private async confirm(actor: Actor, known: HeardMerchant): Promise<void> {
    if (known.confirmedAt) throw conflict('judging.defence.confirmedAlready');
    const { applicationId, roundId } = known;
    requireSecondPerson(actor, known.enteredBy, applicationId);
    const { categoryId } = await this.database
      .repo(Application)
      .findOneByOrFail({ id: applicationId });
    for (const key of keysOf(await this.itemOf(categoryId))) {
      const figure = await this.database.repo(Figure).findOneByOrFail({ applicationId, key });
      const read = { secondReaderId: actor.accountId, secondReadAt: this.clock.now() };
      await this.database.repo(Figure).save(Object.assign(figure, read));
    }
    await this.tell(known, actor, 'defenceConfirmed', roundId);
  }

  private async enter(
    actor: Actor,
    known: HeardMerchant,
    item: string | null,
    { attended, overtimeSeconds, contradiction, remark }: DefenceRecord,
  ): Promise<void> {
    const { applicationId, roundId } = known;
    const values = [
      overtimeSeconds === null ? null : String(overtimeSeconds),
      contradiction ? '1' : '0',
    ];
    for (const [at, key] of keysOf(item).entries()) {
      const value = values[at]!;
      const figure = await this.database.repo(Figure).findOneBy({ applicationId, key });
      await this.database.repo(Figure).save(
        Object.assign(
          figure ?? Object.assign(new Figure(), { id: newId(), applicationId, key, claimed: null }),
          {
            verified: value,
            verdict: attended ? ('Accepted' as const) : ('Rejected' as const),
            reason: remark,
            verifierId: actor.accountId,
            verifiedAt: this.clock.now(),
            secondReaderId: null,
            secondReadAt: null,
          },
        ),
      );
    }
    await this.tell(known, actor, 'defenceDiffers', roundId);
  }

  /** Whoever noted it before, when that was somebody else. */
  private async tell(
    { enteredBy, applicationId, merchantName }: HeardMerchant,
    actor: Actor,
    kind: string,
    roundId: string,
  ): Promise<void> {
    if (enteredBy === null || enteredBy === actor.accountId) return;
    await this.notify.accounts([enteredBy], {
      kind,
      variables: { merchant: merchantName },
      path: `/office/rounds/${roundId}/defence-records/${applicationId}`,
    });
  }

  private async itemOf(categoryId: string): Promise<string | null> {
    const { code, programmeId } = await this.database
      .repo(Category)
      .findOneByOrFail({ id: categoryId });
    const { rules } = await this.programmes.rules(programmeId);
    return contradictionItemOf(categoryRules(rules, code as CategoryCode));
  }
}

/** Two people had agreed that nobody came. */
function wasAbsent({ record, confirmedAt }: HeardMerchant): boolean {
  return record !== null && !record.attended && confirmedAt !== null;
}

/** A category that ticks no contradiction has the time alone. */
function keysOf(item: string | null): readonly string[] {
  return ['overtimeSeconds', ...(item === null ? [] : [`tick.${item}`])];
}
