import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Sealer } from '../../database/sealed.js';
import { StoreDocument } from '../../documents/store-document.js';
import { Journal } from '../../journal/journal.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { beijingDate, endOfBeijingDay } from '../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../rules/calendar/working-day-calendar.js';
import { checkMobile } from '../../rules/identifiers/contact-identifiers.js';
import { verifyCodeFrom } from '../../rules/identifiers/verify-code.js';
import { START, transition } from '../../rules/lifecycle/lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { objectionLifecycle } from '../../rules/lifecycle/objection-lifecycle.js';
import { Refusal, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { publishesList } from '../../rules/lifecycle/notice-kinds.js';
import type { Channel } from './channels.js';
import { type FollowCode, followHash, newFollowCode } from './follow-code.js';
import { Objection } from './objection.entity.js';
import { NoticeQueries } from '../notices/notice.queries.js';
import { ObjectionQueries } from './objection.queries.js';
import { objectorProblems } from './objector-problems.js';
import { Programme } from '../../programmes/programme.entity.js';
import { LIMITS } from '../../rules/programme/limits.js';

export interface NewObjection {
  readonly noticeId: string;
  readonly applicationId: string | null;
  readonly identityKind: 'unit' | 'person' | 'anonymous';
  readonly name: string | null;
  readonly telephone: string | null;
  readonly substance: string;
  readonly evidence: UploadedFile | null;
}

/** What the office knows of one that it enters for somebody. */
export interface Entry {
  readonly channel: Channel;
  readonly receivedOn: string;
  readonly enteredBy: string;
}

/** Takes an objection from anybody. Who objects is sealed; the follow code is shown once. */
@Injectable()
export class FileObjection {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly notices: NoticeQueries,
    private readonly objections: ObjectionQueries,
    private readonly workingDays: WorkingDays,
    private readonly documents: StoreDocument,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(
    actor: Actor | null,
    input: NewObjection,
    entry: Entry | null = null,
  ): Promise<FollowCode> {
    const now = this.clock.now();
    const today = entry?.receivedOn ?? beijingDate(now);
    return this.database.transaction(async () => {
      const notice = await this.notices.byId(input.noticeId);
      // After publication only the office takes one up.
      const late = entry !== null && notice !== null && publishesList(notice.kind);
      if (!notice || (!late && (notice.kind !== 'publicity' || !notice.lastDay))) throw missing();
      const lastDay = notice.lastDay ?? '';
      const guards = {
        noticePeriodRuns: today <= lastDay,
        listPublished: late && notice.listId !== null,
      };
      const role = entry ? 'CityRegistrar' : 'Public';
      const result = late
        ? requireMove(objectionLifecycle, START, 'discover', { role, guards })
        : transition(objectionLifecycle, START, 'receive', { role, guards });
      // Whoever closes the publicity waits for an objection that has begun, and the other way round.
      await this.database.lock(Programme, notice.programmeId);
      if (!result.ok) {
        throw new Refusal('awards.objection.periodOver', { last: lastDay });
      }
      await this.requireComplete(input);
      const id = newId();
      const receiptNumber = `YY-${today.slice(0, 4)}-${verifyCodeFrom(randomBytes(32))}`;
      const followCode = newFollowCode();
      const identity = { name: input.name, telephone: input.telephone };
      const calendar = await this.workingDays.calendar();
      const evidence = input.evidence
        ? await this.documents.run(actor, {
            ownerType: 'objection',
            ownerId: id,
            file: input.evidence,
          })
        : null;
      await this.database.repo(Objection).insert({
        id,
        receiptNumber,
        followHash: followHash(followCode),
        noticeId: notice.id,
        applicationId: input.applicationId,
        identityKind: input.identityKind,
        identitySealed:
          input.identityKind === 'anonymous' ? null : this.sealer.seal(JSON.stringify(identity)),
        mobileLookup: this.mobileLookup(input),
        substance: input.substance,
        evidenceId: evidence?.documentId ?? null,
        state: result.to,
        receivedAt: entry ? receivedAt(entry, now) : now,
        acceptBy: addWorkingDays(calendar, today, LIMITS.objectionAccept),
        channel: entry?.channel ?? null,
        enteredBy: entry?.enteredBy ?? null,
      });
      await this.journal.record({
        actorId: entry?.enteredBy ?? null,
        actorRole: role,
        event: 'objection.receive',
        subjectType: 'objection',
        subjectId: id,
        programmeId: notice.programmeId,
        details: {
          receiptNumber,
          kind: input.identityKind,
          ...(late && { afterPublication: true }),
          rule: result.row.rule,
          ...(entry && { channel: entry.channel, receivedOn: entry.receivedOn }),
        },
      });
      return { receiptNumber, followCode };
    });
  }

  /** By which a lost code is given anew; a number of another kind cannot be sent one. */
  private mobileLookup({ identityKind, telephone }: NewObjection): string | null {
    const mobile = checkMobile(telephone ?? '');
    return mobile.ok && identityKind !== 'anonymous' ? this.sealer.lookup(mobile.value) : null;
  }

  private async requireComplete(input: NewObjection): Promise<void> {
    const [problem] = objectorProblems(input);
    if (problem) throw problem;
    if (!input.applicationId) return;
    const listed = await this.objections.listed(input.noticeId);
    if (!listed.some(({ applicationId }) => applicationId === input.applicationId)) {
      throw new Refusal('awards.objection.notListed', {}, 'applicationId');
    }
  }
}

/** Of an earlier day only the day is known: its last millisecond. */
function receivedAt({ receivedOn }: Entry, now: string): string {
  if (receivedOn === beijingDate(now)) return now;
  return new Date(Date.parse(endOfBeijingDay(receivedOn)) - 1).toISOString();
}
