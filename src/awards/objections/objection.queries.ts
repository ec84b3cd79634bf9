import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { ObjectionState } from '../../rules/lifecycle/objection-lifecycle.js';
import { type Finding, objectionIn } from '../../rules/lifecycle/objection-groups.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { LIST_NOTICES, type NoticeKind } from '../../rules/lifecycle/notice-kinds.js';
import { listIn } from '../../rules/lifecycle/record-states.js';
import type { Channel } from './channels.js';
import { quotedList } from '../../database/quoted-list.js';

export interface ObjectionRow {
  readonly id: string;
  readonly receiptNumber: string;
  readonly noticeId: string;
  readonly noticeTitle: string;
  readonly noticeKind: NoticeKind;
  readonly programmeId: string;
  readonly applicationId: string | null;
  readonly merchantId: string | null;
  readonly merchantName: string | null;
  readonly categoryZh: string | null;
  readonly categoryEn: string | null;
  readonly identityKind: 'unit' | 'person' | 'anonymous';
  readonly substance: string;
  readonly evidenceId: string | null;
  readonly state: ObjectionState;
  readonly receivedAt: string;
  readonly acceptBy: string | null;
  readonly decideBy: string | null;
  readonly acceptedBy: string | null;
  readonly acceptedAt: string | null;
  readonly merchantAnswer: string | null;
  readonly extensionReason: string | null;
  readonly finding: Finding | null;
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
  readonly reply: string | null;
  readonly repliedAt: string | null;
  readonly channel: Channel | null;
  readonly enteredName: string | null;
  readonly version: number;
}

/** What was added after filing, in the order in which it came. */
export interface AdditionRow {
  readonly note: string | null;
  readonly documentId: string | null;
  readonly fileName: string | null;
  readonly addedAt: string;
}

/** One merchant may stand on a list in several categories: each can be objected to. */
export interface ListedMerchant {
  readonly applicationId: string;
  readonly name: string;
  readonly categoryZh: string;
  readonly categoryEn: string;
}

/** A notice whose period an objection may still be entered for, with the names it puts up. */
export interface OpenNotice {
  readonly id: string;
  readonly title: string;
  readonly listed: readonly ListedMerchant[];
}

/** The sealed identity and the follow hash are in no row: they are read one by one where a rule allows. */
const select = `SELECT o.id, o.receipt_number, o.notice_id, n.title AS notice_title, n.kind AS notice_kind,
  n.programme_id,
  o.application_id, a.merchant_id, m.name AS merchant_name,
  c.name_zh AS category_zh, c.name_en AS category_en, o.identity_kind, o.substance,
  o.evidence_id, o.state, o.received_at, o.accept_by, o.decide_by, o.accepted_by, o.accepted_at,
  o.merchant_answer, o.extension_reason, o.finding, o.decision_reason, o.decided_at, o.reply, o.replied_at,
  o.channel, b.person_name AS entered_name, o.version
  FROM objection o JOIN notice n ON n.id = o.notice_id LEFT JOIN account b ON b.id = o.entered_by
  LEFT JOIN application a ON a.id = o.application_id LEFT JOIN merchant m ON m.id = a.merchant_id
  LEFT JOIN category c ON c.id = a.category_id`;

export interface OtherExpert {
  readonly id: string;
  readonly name: string;
  readonly field: string;
  readonly accountId: string;
}

@Injectable()
export class ObjectionQueries {
  constructor(private readonly database: Database) {}

  ofProgramme(programmeId: string): Promise<ObjectionRow[]> {
    return this.database.rows<ObjectionRow>(
      `${select} WHERE n.programme_id = ? ORDER BY o.received_at, o.id`,
      [programmeId],
    );
  }

  /** Applications with a hold that has not ended. */
  async held(programmeId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows<{ applicationId: string }>(
      `SELECT DISTINCT h.application_id FROM hold h JOIN application a ON a.id = h.application_id
       WHERE a.programme_id = ? AND h.ended_at IS NULL`,
      [programmeId],
    );
    return new Set(rows.map(({ applicationId }) => applicationId));
  }

  byId(id: string): Promise<ObjectionRow | null> {
    return this.database.row<ObjectionRow>(`${select} WHERE o.id = ?`, [id]);
  }

  /** By receipt number and the hash of the code: a wrong pair finds nothing. */
  followed(receiptNumber: string, followHash: string): Promise<ObjectionRow | null> {
    return this.database.row<ObjectionRow>(
      `${select} WHERE o.receipt_number = ? AND o.follow_hash = ?`,
      [receiptNumber, followHash],
    );
  }

  additions(objectionId: string): Promise<AdditionRow[]> {
    return this.database.rows<AdditionRow>(
      `SELECT e.note, e.document_id, d.name AS file_name, e.added_at FROM objection_addition e
       LEFT JOIN document d ON d.id = e.document_id
       WHERE e.objection_id = ? ORDER BY e.added_at, e.id`,
      [objectionId],
    );
  }

  /** Objections that were filed with a mobile, by its keyed hash. */
  ofMobile(lookup: string): Promise<Pick<ObjectionRow, 'id' | 'receiptNumber' | 'programmeId'>[]> {
    return this.database.rows(
      `SELECT o.id, o.receipt_number, n.programme_id FROM objection o
       JOIN notice n ON n.id = o.notice_id WHERE o.mobile_lookup = ?
       ORDER BY o.received_at DESC, o.id`,
      [lookup],
    );
  }

  /** Accepted objections against a merchant's own application; before acceptance it is not told. */
  ofMerchant(id: string, merchantId: string): Promise<ObjectionRow | null> {
    return this.database.row<ObjectionRow>(
      `${select} WHERE o.id = ? AND a.merchant_id = ? AND o.accepted_at IS NOT NULL
       AND o.state NOT IN (${quotedList(objectionIn.refused)})`,
      [id, merchantId],
    );
  }

  /** Notices that an objection may still be entered against: running ones, and lists in force. */
  async openNotices(): Promise<OpenNotice[]> {
    const notices = await this.database.rows<{ id: string; title: string }>(
      `SELECT n.id, n.title FROM notice n JOIN programme p ON p.id = n.programme_id
       WHERE n.kind = 'publicity' AND p.state IN (${quotedList(programmeIn.takesObjections)})
         OR n.list_id IN (SELECT l.id FROM award_list l WHERE l.state IN (${quotedList(listIn.published)})
              AND l.kind = 'award')
           AND p.state IN (${quotedList(programmeIn.afterApproval)})
       ORDER BY n.posted_at DESC, n.id`,
    );
    return Promise.all(notices.map(async (one) => ({ ...one, listed: await this.listed(one.id) })));
  }

  /** Names that a notice puts up for objection: of a corrected list only those posted again. */
  listed(noticeId: string): Promise<ListedMerchant[]> {
    return this.database.rows<ListedMerchant>(
      `SELECT a.id AS application_id, m.name, c.name_zh AS category_zh, c.name_en AS category_en
       FROM notice n
       JOIN application a ON a.programme_id = n.programme_id
         AND a.state IN (${quotedList(applicationIn.named)}, ${quotedList(applicationIn.selected)})
       JOIN merchant m ON m.id = a.merchant_id JOIN category c ON c.id = a.category_id
       LEFT JOIN award_list l ON l.id = n.list_id
       WHERE n.id = ? AND (n.kind IN (${quotedList(LIST_NOTICES)})) =
           (a.state IN (${quotedList(applicationIn.selected)})) AND (
         n.kind IN (${quotedList(LIST_NOTICES)}) OR EXISTS (SELECT 1 FROM re_review r WHERE r.application_id = a.id AND r.notice_id = n.id)
         OR (COALESCE(l.number, 1) = 1 AND NOT EXISTS
           (SELECT 1 FROM re_review r WHERE r.application_id = a.id AND r.notice_id IS NOT NULL)))
       ORDER BY m.search_name, c.position, a.id`,
      [noticeId],
    );
  }

  /** The three named when an objection was partly upheld; none for any other. */
  async reReviewers(id: string): Promise<{ id: string; name: string }[]> {
    const row = await this.database.row<{ reReviewers: string | null }>(
      'SELECT re_reviewers FROM objection WHERE id = ?',
      [id],
    );
    const ids = JSON.parse(row?.reReviewers ?? '[]') as string[];
    if (ids.length === 0) return [];
    return this.database.rows(
      `SELECT id, name FROM expert WHERE id IN (${ids.map(() => '?').join(', ')}) ORDER BY name, id`,
      ids,
    );
  }

  /** Experts who did not judge the application's category, nor look at the application again before. */
  otherExperts(applicationId: string): Promise<OtherExpert[]> {
    return this.database.rows(
      `SELECT e.id, e.name, e.field, e.account_id FROM expert e WHERE e.active = 1 AND NOT EXISTS
         (SELECT 1 FROM seat s JOIN application a ON a.category_id = s.category_id
          WHERE s.expert_id = e.id AND a.id = ?)
       AND NOT EXISTS (SELECT 1 FROM re_review_sheet h JOIN re_review_panel p ON p.id = h.panel_id
          WHERE h.expert_id = e.id AND p.application_id = ?)
       ORDER BY e.name, e.id`,
      [applicationId, applicationId],
    );
  }
}
