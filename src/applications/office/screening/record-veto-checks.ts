import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { StoreDocument } from '../../../documents/store-document.js';
import { Journal } from '../../../journal/journal.js';
import { Notify } from '../../../notifications/notify.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { type CreditRecord, evaluateVeto } from '../../../rules/eligibility/veto-check.js';
import { Refusal, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { VetoCheck, type VetoResult } from '../../veto-check.entity.js';
import { DutySeparation } from '../duty-separation.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { screeningPath } from './check-point-of.js';
import { pureVetoRule, vetoContext } from './pure-veto-rule.js';
import { type CheckPoint, mayBeCheckedAt } from '../../../rules/lifecycle/check-point.js';
import { lockWithProgramme } from '../../lock-with-programme.js';

export interface VetoFinding {
  readonly rule: string;
  readonly source: string;
  /** Beijing day on which the source was asked. */
  readonly asOf: string;
  readonly result: VetoResult;
  /** Day of the authority's decision; needed for a hit or a flag. */
  readonly decidedOn: string | null;
  /** Day on which the record ended or the credit was restored. */
  readonly clearedOn: string | null;
  readonly note: string | null;
}

export interface VetoChecksInput {
  readonly applicationId: string;
  readonly checkPoint: CheckPoint;
  readonly checks: readonly VetoFinding[];
  /** What was seen at the source. */
  readonly evidence?: UploadedFile | null;
}

/**
 * Records checks of veto rules, which are never edited. What was found goes through the rule: a
 * record outside its look-back, past its life or cleared is no hit, whatever the checker thinks.
 */
@Injectable()
export class RecordVetoChecks {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly storeDocument: StoreDocument,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** @returns the results as recorded, in the order of the checks */
  async run(actor: Actor, input: VetoChecksInput): Promise<{ results: readonly VetoResult[] }> {
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, input.applicationId);
      const { head } = await this.files.file(input.applicationId, null);
      await this.separation.assert(actor, 'Screener', head);
      if (input.checks.length === 0) throw new Refusal('forms.choose', {}, 'rules');
      if (!mayBeCheckedAt(input.checkPoint, head.state)) {
        throw overtaken('review.veto.notNow', 'application', head.state);
      }
      const { rules } = await this.programmes.rules(head.programmeId);
      const all = await this.programmes.all();
      const programme = all.find(({ id }) => id === head.programmeId)!;
      const today = beijingDate(this.clock.now());
      const deadlines = all
        .filter(({ year }) => year < programme.year)
        .flatMap(({ calendar }) => calendar.find(({ phase }) => phase === 'Open')?.to ?? []);
      const start = programme.calendar[0]?.from ?? `${programme.year}-01-01`;
      const { evidence } = input;
      const owner = { ownerType: 'veto', ownerId: head.id } as const;
      const kept = evidence
        ? await this.storeDocument.run(actor, { ...owner, file: evidence })
        : null;
      const rows = input.checks.map((check): VetoCheck => {
        const stored = rules.vetoRules.find(
          ({ code, checkPoints }) => code === check.rule && checkPoints.includes(input.checkPoint),
        );
        if (!stored) throw new Refusal('forms.choose', {}, 'rule');
        if (check.asOf > today) throw new Refusal('review.veto.asOfFuture', {}, 'asOf');
        const rule = pureVetoRule(stored);
        const outcome = evaluateVeto(
          rule,
          recordsOf(check, rule.subjects[0]!),
          vetoContext(rules.reference.applicationDeadline, check.asOf, start, deadlines),
        );
        return Object.assign(new VetoCheck(), {
          ...check,
          id: newId(),
          applicationId: head.id,
          checkPoint: input.checkPoint,
          result: outcome.result,
          // A record past its five years is not kept at all (vetoes M5).
          decidedOn: [...outcome.hits, ...outcome.flags, ...outcome.history][0]?.decidedOn ?? null,
          evidenceId: kept?.documentId ?? null,
          checkerId: actor.accountId,
          checkedAt: this.clock.now(),
          secondReaderId: null,
          secondReadAt: null,
        });
      });
      await this.database.repo(VetoCheck).insert(rows);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Screener',
        event: 'application.recordVetoChecks',
        subjectType: 'application',
        subjectId: head.id,
        programmeId: head.programmeId,
        details: {
          checkPoint: input.checkPoint,
          checks: rows.map(({ id, rule, asOf, result }) => ({ id, rule, asOf, result })),
        },
      });
      const found = rows.filter(({ result }) => result === 'Hit' || result === 'Unavailable');
      if (found.length > 0) {
        await this.notify.holders(
          ['Screener', 'Verifier'],
          {
            kind: 'vetoToConfirm',
            variables: { merchant: head.merchantName, count: found.length },
            path: screeningPath(head.id, input.checkPoint),
          },
          { except: actor.accountId },
        );
      }
      return { results: rows.map(({ result }) => result) };
    });
  }
}

/** What the checker found as the records of the rule; null where the source could not be reached. */
function recordsOf(
  check: VetoFinding,
  subject: CreditRecord['subject'],
): readonly CreditRecord[] | null {
  if (check.result === 'Unavailable') {
    if (!check.note) throw new Refusal('review.veto.noteMissing', {}, 'note');
    return null;
  }
  if (check.result === 'Clear') return [];
  if (!check.decidedOn) throw new Refusal('review.veto.decidedOnMissing', {}, 'decidedOn');
  if (check.decidedOn > check.asOf) throw new Refusal('review.veto.decidedLater', {}, 'decidedOn');
  return [
    {
      subject,
      decidedOn: check.decidedOn,
      endedOn: check.clearedOn,
      restoredOn: check.clearedOn,
      underObjection: check.result === 'Flag',
    },
  ];
}
