import { Injectable } from '@nestjs/common';
import { countAll, readAll } from '../database/count-all.js';
import { Database } from '../database/database.js';
import { quotedList } from '../database/quoted-list.js';
import { CreditQueries } from '../applications/office/screening/credit.queries.js';
import { UNREAD_FINDING } from '../applications/office/screening/unread-findings.js';
import { VetoQueries } from '../applications/office/screening/veto.queries.js';
import { applicationIn } from '../rules/lifecycle/application-groups.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { LIST_NOTICES, TITLE_NOTICES } from '../rules/lifecycle/notice-kinds.js';
import { removalIn } from '../rules/lifecycle/removal-states.js';
import {
  DefenceRecordQueries,
  type WaitingRecords,
} from '../judging/defence/defence-record.queries.js';
import { ChairQueries, type WaitingQuestions } from '../judging/chair/chair.queries.js';
import { PaperQueries, type PaperWork } from '../judging/paper/paper.queries.js';
import { ReReviewSheetQueries } from '../judging/re-reviews/re-review-sheet.queries.js';
import { COUNTED_MERCHANTS } from '../merchants/counted.js';
import { RegistryWaiting, type WaitingInRegistry } from '../merchants/registry-waiting.js';
import { PracticeQueries } from '../merchants/practices/practice.queries.js';
import { AnchorsOpen } from '../judging/anchors/anchors-open.js';
import { ProgrammeQueries } from '../programmes/programme.queries.js';
import { SetUpQueries } from '../programmes/set-up.queries.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { type RenewalDue, renewalDue } from '../rules/programme/legal-basis.js';
import { lastFullYear } from '../rules/registry/return-years.js';
import { conflictIn } from '../rules/lifecycle/conflict-states.js';
import {
  type RoundAtWork,
  type UnsignedRound,
  roundsToOpen,
  unsignedRounds,
} from './rounds-at-work.js';
import { type StandingAtWork, standingsAtWork } from './standings-at-work.js';

interface Waiting {
  /** SQL: the rows of a programme, over `?` = its id. */
  readonly from: string;
  /** SQL: what is counted, where several rows are one thing. */
  readonly each?: string;
  /** SQL: since when a row has waited; null where it waits for people outside. */
  readonly since: string | null;
}

/** Things of a programme that wait for somebody in the city office. */
const waiting = {
  screenings: {
    from: `application WHERE programme_id = ? AND state IN (${quotedList(applicationIn.awaitsScreening)})`,
    since: 'state_since',
  },
  verifications: {
    from: `application WHERE programme_id = ? AND state IN (${quotedList(applicationIn.inVerification)})`,
    since: 'state_since',
  },
  conflicts: {
    from: `conflict_declaration d JOIN application a ON a.id = d.application_id
      WHERE a.programme_id = ? AND d.state IN (${quotedList(conflictIn.awaitingOffice)})`,
    since: 'd.declared_at',
  },
  removals: {
    from: `removal WHERE programme_id = ? AND state IN (${quotedList(removalIn.proposed)})`,
    since: 'proposed_at',
  },
  vetoHits: {
    from: `application a JOIN veto_check v ON v.application_id = a.id
      WHERE a.programme_id = ? AND v.check_point <> 'K1' AND v.result = 'Hit'
        AND v.second_reader_id IS NOT NULL
        AND a.state IN (${quotedList(applicationIn.vetoDecides)})`,
    each: 'a.id',
    since: 'v.second_read_at',
  },
  reReviews: {
    from: `objection o JOIN application a ON a.id = o.application_id JOIN notice n ON n.id = o.notice_id
      WHERE a.programme_id = ? AND o.re_reviewers IS NOT NULL
        AND (a.state IN (${quotedList(applicationIn.inReview)}) OR a.state IN (${quotedList(applicationIn.selected)})
          AND n.kind IN (${quotedList(LIST_NOTICES)}))
        AND NOT EXISTS (SELECT 1 FROM re_review_panel p WHERE p.objection_id = o.id)`,
    since: 'o.decided_at',
  },
  vetoUnreachable: {
    from: `veto_check v JOIN application a ON a.id = v.application_id
      WHERE a.programme_id = ? AND v.result = 'Unavailable' AND v.second_reader_id IS NULL
        AND a.state IN (${quotedList(applicationIn.vetoRechecked)})
        AND NOT EXISTS (SELECT 1 FROM veto_check n WHERE n.application_id = v.application_id
          AND n.rule = v.rule AND n.check_point = v.check_point AND n.checked_at > v.checked_at)`,
    since: 'v.checked_at',
  },
  // What is drafted about a title stands with the title.
  noticeDrafts: {
    from: `notice_draft WHERE programme_id = ? AND kind NOT IN (${quotedList(TITLE_NOTICES)})`,
    since: 'prepared_at',
  },
} as const satisfies Readonly<Record<string, Waiting>>;

type Counted = keyof typeof waiting;
const counts = ofEach(
  ({ from, each }) => `SELECT COUNT(${each ? `DISTINCT ${each}` : '*'}) FROM ${from}`,
);
const oldest = ofEach(({ from, since }) => `SELECT MIN(${since ?? 'NULL'}) FROM ${from}`);

function ofEach(sql: (one: Waiting) => string): Readonly<Record<Counted, string>> {
  const entries = Object.entries<Waiting>(waiting).map(([name, one]) => [name, sql(one)] as const);
  return Object.fromEntries(entries) as Record<Counted, string>;
}

/** Veto findings that this reader did not make and that no second person has read. */
const vetoFindings = `SELECT COUNT(*) AS veto_findings, MIN(v.checked_at) AS since
  FROM veto_check v JOIN application a ON a.id = v.application_id
  WHERE a.programme_id = ? AND ${UNREAD_FINDING}
    AND v.checker_id <> ? AND a.state IN (${quotedList(applicationIn.vetoRechecked)})`;

const missingReturns = `SELECT COUNT(*) AS missing_returns FROM ${COUNTED_MERCHANTS} m
  WHERE NOT EXISTS (SELECT 1 FROM annual_return r WHERE r.merchant_id = m.id AND r.year = ?)`;

export type OfficeTask =
  | Counted
  | 'vetoFindings'
  | 'missingReturns'
  | 'creditQueries'
  | 'paperSheets'
  | 'anchorsToPrepare'
  | 'anchorsToConfirm'
  | keyof WaitingInRegistry;
export type OfficeTaskCounts = Readonly<Record<OfficeTask, number>> & {
  /** Since when the oldest of a kind has waited. */
  readonly oldest: Readonly<Partial<Record<OfficeTask, string | null>>>;
  readonly renewal: RenewalDue | null;
  readonly defenceRecords: readonly WaitingRecords[];
  readonly papers: readonly PaperWork[];
  readonly chairQuestions: readonly WaitingQuestions[];
  readonly toOpen: readonly RoundAtWork[];
  readonly unsigned: readonly UnsignedRound[];
  readonly standings: readonly StandingAtWork[];
  readonly practices: { readonly count: number; readonly since: string | null };
};

/** What waits in the office; the number of statements does not grow with it. */
@Injectable()
export class OfficeTaskQueries {
  constructor(
    private readonly database: Database,
    private readonly setUp: SetUpQueries,
    private readonly defence: DefenceRecordQueries,
    private readonly chair: ChairQueries,
    private readonly papers: PaperQueries,
    private readonly reReviews: ReReviewSheetQueries,
    private readonly practices: PracticeQueries,
    private readonly registry: RegistryWaiting,
    private readonly programmes: ProgrammeQueries,
    private readonly anchors: AnchorsOpen,
    private readonly credit: CreditQueries,
    private readonly vetoes: VetoQueries,
  ) {}

  async of(programmeId: string, accountId: string, now: string): Promise<OfficeTaskCounts> {
    const year = lastFullYear(now);
    const [own, returns] = await Promise.all([
      this.database.row<{ vetoFindings: number; since: string | null }>(vetoFindings, [
        programmeId,
        accountId,
      ]),
      this.database.row<{ missingReturns: number }>(missingReturns, [year]),
    ]);
    const bases = await this.setUp.legalBases(programmeId);
    const version = await this.programmes.rulesIfAny(programmeId);
    const anchors = version && (await this.anchors.office(programmeId, version.rules));
    const { since, ...found } = own!;
    const registry = await this.registry.waiting();
    return {
      ...(await countAll(this.database, counts, programmeId)),
      ...found,
      ...returns!,
      ...registry.counts,
      oldest: {
        ...(await readAll<Counted, string | null>(this.database, oldest, programmeId)),
        ...registry.oldest,
        vetoFindings: since,
      },
      creditQueries: await this.creditQueries(programmeId, now),
      anchorsToPrepare: anchors?.toPrepare ?? 0,
      anchorsToConfirm: anchors?.toConfirm ?? 0,
      renewal: renewalDue(bases, beijingDate(now)),
      paperSheets: (await this.reReviews.papers(programmeId)).length,
      practices: await this.practices.waiting(),
      chairQuestions: await this.chair.questions(programmeId),
      toOpen: await roundsToOpen(this.database, programmeId),
      unsigned: await unsignedRounds(this.database, programmeId),
      standings: await standingsAtWork(this.database, programmeId),
      papers: await this.papers.waitingFor(programmeId, accountId),
      defenceRecords: await this.defence.waitingFor(programmeId, accountId),
    };
  }

  /** Whom the committee can propose only once their queries are renewed; afterwards a guard counts them. */
  private async creditQueries(programmeId: string, now: string): Promise<number> {
    const { state } = await this.programmes.byId(programmeId);
    if (!programmeIn.deliberating.has(state)) return 0;
    const rows = await this.credit.list(programmeId, 'K2');
    const ids = rows.map(({ id }) => id);
    const open = await this.vetoes.blockers(ids, 'K2', beijingDate(now));
    return ids.filter((id) => (open.get(id) ?? []).length > 0).length;
  }
}
