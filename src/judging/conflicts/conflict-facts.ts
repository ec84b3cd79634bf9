import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import {
  type ApplicantFacts,
  type ConflictHit,
  type JudgeFacts,
  automaticHits,
} from '../../rules/eligibility/conflict-hits.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../database/quoted-list.js';
import { MERGED_RECORDS } from '../../merchants/merged.js';
import {
  type AccountRow,
  type ApplicantRow,
  type RecordRow,
  type RelatedRow,
  applicantFacts,
} from './applicant-facts.js';

/** Who an applicant is, and nothing else: no number, no file, no figure. */
export interface Identity {
  readonly applicationId: string;
  /** What forms call the row: unlike any id a judge meets elsewhere. */
  readonly token: string;
  readonly merchantName: string;
  readonly headName: string;
  readonly related: readonly string[];
  readonly hits: readonly ConflictHit[];
}

interface Applicant {
  readonly row: ApplicantRow;
  readonly related: readonly string[];
  readonly facts: ApplicantFacts;
}

interface JudgeRow {
  readonly expertId: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisationType: string;
  readonly divisionCode: string | null;
  readonly address: string | null;
  readonly mobileSealed: string;
  readonly email: string | null;
}

const recordColumns = `m.name, m.head_name, m.contact_name, m.contact_mobile_sealed,
  m.contact_email_sealed, m.related_persons, m.registered_address, m.working_address`;

const selectJudge = `SELECT e.id AS expert_id, e.name, e.organisation, e.organisation_type,
  e.division_code, e.address, t.mobile_sealed, t.email
  FROM expert e JOIN account t ON t.id = e.account_id`;

/** Public mail hosts: sharing one says nothing about two people. */
const publicMailDomains =
  'qq.com 163.com 126.com 139.com 189.cn sina.com sina.cn sohu.com yeah.net foxmail.com aliyun.com outlook.com hotmail.com live.com gmail.com icloud.com'.split(
    ' ',
  );

/** The identity list of a category for one seat, with automatic hits H1–H6, in the seat's own order. */
@Injectable()
export class ConflictFacts {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async load(seatId: string, categoryId: string): Promise<Identity[]> {
    const [applicants, judge] = await Promise.all([
      this.judged(categoryId),
      this.database.row<JudgeRow>(
        `${selectJudge} JOIN seat s ON s.expert_id = e.id WHERE s.id = ?`,
        [seatId],
      ),
    ]);
    if (!judge) return [];
    const facts = this.judgeFacts(judge);
    return applicants
      .map(({ row, related, facts: applicant }): Identity => ({
        applicationId: row.id,
        token: rowToken(seatId, row.id),
        merchantName: row.name,
        headName: row.headName,
        related,
        hits: automaticHits(facts, applicant, publicMailDomains),
      }))
      .toSorted((a, b) => (a.token < b.token ? -1 : 1));
  }

  /** Applications of a category, and with how many of them each expert has a hard hit. */
  async hardHits(
    categoryId: string,
  ): Promise<{ applications: number; byExpert: ReadonlyMap<string, number> }> {
    const [applicants, judges] = await Promise.all([
      this.judged(categoryId),
      this.database.rows<JudgeRow>(`${selectJudge} ORDER BY e.id`),
    ]);
    const counted = judges.map((judge): [string, number] => {
      const facts = this.judgeFacts(judge);
      const hit = applicants.filter((applicant) =>
        automaticHits(facts, applicant.facts, publicMailDomains).some(
          ({ kind }) => kind === 'Hard',
        ),
      );
      return [judge.expertId, hit.length];
    });
    return { applications: applicants.length, byExpert: new Map(counted) };
  }

  /** Experts with any hit on one application, hard or soft: there are others to ask. */
  async expertsTiedTo(applicationId: string): Promise<ReadonlySet<string>> {
    const applicants = await this.applicants('a.id = ?', applicationId);
    const judges = await this.database.rows<JudgeRow>(`${selectJudge} ORDER BY e.id`);
    const tied = judges.filter((judge) =>
      applicants.some(
        ({ facts }) => automaticHits(this.judgeFacts(judge), facts, publicMailDomains).length > 0,
      ),
    );
    return new Set(tied.map(({ expertId }) => expertId));
  }

  private judged(categoryId: string): Promise<Applicant[]> {
    const states = quotedList(applicationIn.beforeJudges);
    return this.applicants(`a.category_id = ? AND a.state IN (${states})`, categoryId);
  }

  private async applicants(where: string, value: string): Promise<Applicant[]> {
    const [rows, merged, related, accounts] = await Promise.all([
      this.database.rows<ApplicantRow>(
        `SELECT a.id, a.merchant_id, m.credit_code, ${recordColumns}, a.division_code, a.answers
         FROM application a JOIN merchant m ON m.id = a.merchant_id
         WHERE ${where} ORDER BY a.id`,
        [value],
      ),
      this.database.rows<RecordRow>(
        `SELECT a.merchant_id, ${recordColumns} FROM application a
         JOIN ${MERGED_RECORDS} g ON g.kept_id = a.merchant_id JOIN merchant m ON m.id = g.merged_id
         WHERE ${where} ORDER BY a.merchant_id, m.id`,
        [value],
      ),
      this.database.rows<RelatedRow>(
        `SELECT r.merchant_id, r.name, o.head_name FROM related_merchant r
         JOIN application a ON a.merchant_id = r.merchant_id
         LEFT JOIN merchant o ON o.id = r.related_id OR o.credit_code = r.credit_code
         WHERE ${where} ORDER BY r.merchant_id, r.id, o.id`,
        [value],
      ),
      this.database.rows<AccountRow>(
        `SELECT d.merchant_id, t.person_name, t.email FROM duty d JOIN account t ON t.id = d.account_id
         JOIN application a ON a.merchant_id = d.merchant_id
         WHERE ${where} AND d.ended_at IS NULL ORDER BY d.merchant_id, d.id`,
        [value],
      ),
    ]);
    return rows.map((row) => {
      const ofMerchant = ({ merchantId }: { readonly merchantId: string }) =>
        merchantId === row.merchantId;
      const own = related.filter(ofMerchant);
      const before = merged.filter(ofMerchant);
      return {
        row,
        related: [...new Set([...before, ...own].map(({ name }) => name))],
        facts: applicantFacts(this.sealer, {
          row,
          merged: before,
          related: own,
          accounts: accounts.filter(ofMerchant),
        }),
      };
    });
  }

  private judgeFacts(judge: JudgeRow): JudgeFacts {
    return {
      name: judge.name,
      employerCreditCode: null,
      employer: judge.organisation,
      mobiles: [this.sealer.open(judge.mobileSealed)],
      mails: judge.email ? [judge.email] : [],
      addresses: judge.address ? [judge.address] : [],
      bankTails: [],
      officerOfDivision: judge.organisationType === 'divisionOffice' ? judge.divisionCode : null,
    };
  }
}

/** Orders the list like a shuffle of its own for every seat and cannot be led back to an id. */
function rowToken(seatId: string, applicationId: string): string {
  return createHash('sha256').update(`${seatId}\n${applicationId}`).digest('hex').slice(0, 20);
}
