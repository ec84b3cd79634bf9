import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationAnswers } from '../../applications/application.entity.js';
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

interface ApplicantRow {
  readonly id: string;
  readonly merchantId: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly headName: string;
  readonly contactName: string;
  readonly contactMobileSealed: string;
  readonly registeredAddress: string;
  readonly workingAddress: string;
  readonly divisionCode: string;
  readonly answers: string;
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

  async load(seatId: string, categoryId: string, category: string): Promise<Identity[]> {
    const [applicants, judge] = await Promise.all([
      this.applicants(categoryId, category),
      this.database.row<JudgeRow>(
        `${selectJudge} JOIN seat s ON s.expert_id = e.id WHERE s.id = ?`,
        [seatId],
      ),
    ]);
    if (!judge) return [];
    const facts = { ...this.judgeFacts(judge), merchantTies: tiesOf(judge, applicants, category) };
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
    category: string,
  ): Promise<{ applications: number; byExpert: ReadonlyMap<string, number> }> {
    const [applicants, judges] = await Promise.all([
      this.applicants(categoryId, category),
      this.database.rows<JudgeRow>(`${selectJudge} WHERE e.active = 1 ORDER BY e.id`),
    ]);
    const counted = judges.map((judge): [string, number] => {
      const merchantTies = tiesOf(judge, applicants, category);
      const facts = { ...this.judgeFacts(judge), merchantTies };
      const hit = applicants.filter((applicant) =>
        automaticHits(facts, applicant.facts, publicMailDomains).some(
          ({ kind }) => kind === 'Hard',
        ),
      );
      return [judge.expertId, hit.length];
    });
    return { applications: applicants.length, byExpert: new Map(counted) };
  }

  private async applicants(categoryId: string, category: string): Promise<Applicant[]> {
    const [rows, related, mails] = await Promise.all([
      this.database.rows<ApplicantRow>(
        `SELECT a.id, a.merchant_id, m.name, m.credit_code, m.head_name, m.contact_name,
                m.contact_mobile_sealed, m.registered_address, m.working_address, a.division_code,
                a.answers
         FROM application a JOIN merchant m ON m.id = a.merchant_id
         WHERE a.category_id = ? AND a.state IN (${quotedList(applicationIn.beforeJudges)}) ORDER BY a.id`,
        [categoryId],
      ),
      this.database.rows<{ merchantId: string; name: string }>(
        `SELECT r.merchant_id, r.name FROM related_merchant r
         JOIN application a ON a.merchant_id = r.merchant_id
         WHERE a.category_id = ? ORDER BY r.merchant_id, r.id`,
        [categoryId],
      ),
      this.database.rows<{ merchantId: string; email: string }>(
        `SELECT d.merchant_id, t.email FROM duty d JOIN account t ON t.id = d.account_id
         JOIN application a ON a.merchant_id = d.merchant_id
         WHERE a.category_id = ? AND d.ended_at IS NULL AND t.email IS NOT NULL
         ORDER BY d.merchant_id, d.id`,
        [categoryId],
      ),
    ]);
    return rows.map((row) => {
      const own = related
        .filter(({ merchantId }) => merchantId === row.merchantId)
        .map(({ name }) => name);
      return { row, related: own, facts: this.applicantFacts(row, category, own, mails) };
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
      merchantTies: [],
      officerOfDivision: judge.organisationType === 'divisionOffice' ? judge.divisionCode : null,
    };
  }

  private applicantFacts(
    row: ApplicantRow,
    category: string,
    related: readonly string[],
    mails: readonly { merchantId: string; email: string }[],
  ): ApplicantFacts {
    const answers = JSON.parse(row.answers) as ApplicationAnswers;
    return {
      category,
      creditCode: row.creditCode,
      names: [row.name, ...related],
      people: [row.headName, row.contactName],
      mobiles: [this.sealer.open(row.contactMobileSealed)],
      mails: mails
        .filter(({ merchantId }) => merchantId === row.merchantId)
        .map(({ email }) => email),
      addresses: [row.registeredAddress, row.workingAddress],
      bankTails: [],
      witnessesAndMentors: Object.values(answers.rows ?? {}).flatMap((rows) =>
        rows.flatMap((cells) => Object.values(cells)),
      ),
      recommendingDivision: row.divisionCode,
    };
  }
}

/** Merchants of which the judge is head, contact or related person. */
function tiesOf(judge: JudgeRow, applicants: readonly Applicant[], category: string) {
  return applicants
    .filter(({ row, related }) => [row.headName, row.contactName, ...related].includes(judge.name))
    .map(({ row }) => ({ merchant: row.name, categories: [category] }));
}

/** Orders the list like a shuffle of its own for every seat and cannot be led back to an id. */
function rowToken(seatId: string, applicationId: string): string {
  return createHash('sha256').update(`${seatId}\n${applicationId}`).digest('hex').slice(0, 20);
}
