import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { countAll } from '../database/count-all.js';
import { Database } from '../database/database.js';
import { type GuardQuestion, ProgrammeGuards } from '../programmes/programme-guards.js';
import { endOfBeijingDay } from '../rules/calendar/beijing-time.js';
import type { AwardFacts } from '../rules/guards/guard-facts.js';
import { quotedList } from '../database/quoted-list.js';
import { titleIn } from '../rules/lifecycle/title-groups.js';
import { objectionIn } from '../rules/lifecycle/objection-groups.js';
import { lockIn, listIn } from '../rules/lifecycle/record-states.js';
import { awaitsReviewOf, yearUnderReview } from '../rules/titles/review-year.js';
import { TitleReviewQueries } from './titles/reviews/title-review.queries.js';
import { applicationIn } from '../rules/lifecycle/application-groups.js';

const counts = {
  categoriesInReview: `SELECT COUNT(DISTINCT category_id) FROM application WHERE programme_id = ?
    AND state IN (${quotedList(applicationIn.inStandings)})`,
  categoriesLocked: locks(''),
  locksConfirmed: locks('AND second_by IS NOT NULL AND second_by <> first_by'),
  locksWitnessed: locks('AND witnessed_by IS NOT NULL'),
  applicationsInStanding: `SELECT COUNT(*) FROM standing t JOIN standing_lock l ON l.id = t.lock_id
    WHERE l.programme_id = ? AND l.state NOT IN (${quotedList(lockIn.superseded)})`,
  applicationsToRank: `SELECT COUNT(*) FROM application
    WHERE programme_id = ? AND state IN (${quotedList(applicationIn.inStandings)})`,
  tiesOpen: `SELECT COUNT(*) FROM standing t JOIN standing_lock l ON l.id = t.lock_id
    JOIN application a ON a.id = t.application_id AND a.state IN (${quotedList(applicationIn.ranked)})
    WHERE l.programme_id = ? AND l.state NOT IN (${quotedList(lockIn.superseded)}) AND t.outcome LIKE 'undecided%'`,
  proposedLists: lists('proposed', ''),
  proposedListsWithStatement: lists('proposed', `AND supervisor_statement IS NOT NULL`),
  proposedListsWithMinutes: lists('proposed', `AND COALESCE(minutes, '') <> ''`),
  awardLists: lists('award', ''),
  awardListsWithMinutes: lists('award', `AND COALESCE(minutes, '') <> ''`),
  awardListsNumbered: lists('award', 'AND document_number IS NOT NULL'),
  awardListsConfirmed: lists(
    'award',
    'AND confirmed_by IS NOT NULL AND confirmed_by <> prepared_by',
  ),
  callNotices: `SELECT COUNT(*) FROM notice WHERE programme_id = ? AND kind = 'call'`,
  objectionsReceived: objections(`o.state IN (${quotedList(objectionIn.received)})`),
  objectionsOpen: objections(`o.state IN (${quotedList(objectionIn.open)})`),
  objectionsOpenWithoutHold: objections(`(o.state IN (${quotedList(objectionIn.awaitsReply)})
    OR (o.state IN (${quotedList(objectionIn.open)}) AND NOT EXISTS (
      SELECT 1 FROM hold h WHERE h.objection_id = o.id AND h.ended_at IS NULL)))`),
  selectedWithoutTitle: `SELECT COUNT(*) FROM application a WHERE a.programme_id = ?
    AND a.state IN (${quotedList(applicationIn.selected)}) AND NOT EXISTS (SELECT 1 FROM title t WHERE t.application_id = a.id)`,
  titles: `SELECT COUNT(*) FROM title WHERE programme_id = ?`,
  titlesInForce: `SELECT COUNT(*) FROM title
    WHERE programme_id = ? AND state IN (${quotedList(titleIn.alive)})`,
} as const;

/** What the steps of a programme ask of its standings, lists, notices, objections and titles. */
@Injectable()
export class AwardGuardFacts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reviews: TitleReviewQueries,
    guards: ProgrammeGuards,
  ) {
    guards.supply({ awards: (question) => this.facts(question) });
  }

  private async facts({ programme, today }: GuardQuestion): Promise<AwardFacts> {
    const counted = await countAll(this.database, counts, programme.id);
    const lastDay = await this.noticeEnd(programme.id);
    return {
      ...counted,
      titlesToReview: await this.titlesToReview(programme.id, today),
      titleReviews: await this.reviews.countOf(programme.id, yearUnderReview(today)),
      defenceDay: await this.defenceDay(programme.id),
      noticeEnded: lastDay !== null && this.clock.now() >= endOfBeijingDay(lastDay),
    };
  }

  /** Still under review or warned, or not looked at for the year that is reviewed now. */
  private async titlesToReview(programmeId: string, today: string) {
    const titles = await this.reviews.reviewedYears(programmeId);
    return titles
      .filter((title) => titleIn.inYearlyReview.has(title.state) || awaitsReviewOf(title, today))
      .map(({ id, certificateNumber }) => ({ id, label: certificateNumber }));
  }

  /** Of several notices of the defence the last one holds. */
  private async defenceDay(programmeId: string): Promise<string | null> {
    const row = await this.database.row<{ firstDay: string | null }>(
      `SELECT first_day FROM notice WHERE programme_id = ? AND kind = 'defence'
         AND first_day IS NOT NULL ORDER BY posted_at DESC, id LIMIT 1`,
      [programmeId],
    );
    return row?.firstDay ?? null;
  }

  /** Last day of the public notice of the list, or null before there is one. */
  private async noticeEnd(programmeId: string): Promise<string | null> {
    const row = await this.database.row<{ lastDay: string | null }>(
      `SELECT last_day FROM notice WHERE programme_id = ? AND kind = 'publicity'
       ORDER BY posted_at, id LIMIT 1`,
      [programmeId],
    );
    return row?.lastDay ?? null;
  }
}

function locks(condition: string): string {
  return `SELECT COUNT(DISTINCT category_id) FROM standing_lock
    WHERE programme_id = ? AND state NOT IN (${quotedList(lockIn.superseded)}) ${condition}`;
}

function lists(kind: string, condition: string): string {
  return `SELECT COUNT(*) FROM award_list
    WHERE programme_id = ? AND kind = '${kind}' AND state NOT IN (${quotedList(listIn.superseded)}) ${condition}`;
}

function objections(condition: string): string {
  return `SELECT COUNT(*) FROM objection o JOIN notice n ON n.id = o.notice_id
    WHERE n.programme_id = ? AND ${condition}`;
}
