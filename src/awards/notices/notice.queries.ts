import { Injectable } from '@nestjs/common';
import { soundingLike } from '../../web/lists/pinyin.js';
import { EVERY_NOTICE, type NoticeSearch, noticeSearch } from './notice-search.js';
import { Database } from '../../database/database.js';
import { type SentCheckpoint, sentCheckpointText } from '../../journal/sent-checkpoint.js';
import type { NoticeFacts } from './notice.entity.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { NOTICE_RULES, type NoticeKind } from '../../rules/lifecycle/notice-kinds.js';
import { quotedList } from '../../database/quoted-list.js';

export interface NoticeHead {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly programmeSlug: string;
  readonly programmeState: ProgrammeState;
  /** 1 where the public page of the programme shows a rubric. */
  readonly hasRubric: number;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly postedOn: string;
  readonly postedAt: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly workingDays: number | null;
}

export interface NoticeRow extends NoticeHead {
  readonly body: string;
  readonly listId: string | null;
  readonly correctsId: string | null;
  /** A later notice that corrects this one. */
  readonly correctedById: string | null;
  readonly facts: NoticeFacts;
  /** The journal's head when it was posted; null for notices older than checkpoints. */
  readonly checkpoint: string | null;
}

export type FormerNotice = Pick<
  NoticeRow,
  'id' | 'title' | 'documentNumber' | 'postedOn' | 'firstDay' | 'body' | 'correctsId'
>;

const columns = `n.id, n.programme_id, p.name AS programme_name, p.slug AS programme_slug, p.state AS programme_state,
  CASE WHEN p.rule_version_id IS NULL THEN 0 ELSE 1 END AS has_rubric, n.kind, n.title, n.document_number,
  n.posted_on, n.posted_at, n.first_day, n.last_day, n.working_days`;

export interface GivenNumber {
  readonly documentNumber: string;
  /** Title of the notice, or what the paper from outside is. */
  readonly paper: string;
  readonly state: 'posted' | 'draft' | 'outside';
  readonly reason: string | null;
  readonly givenAt: string;
  readonly givenBy: string | null;
}

/** Reads of posted notices: everything here is public. */
@Injectable()
export class NoticeQueries {
  constructor(private readonly database: Database) {}

  /** Newest first; `limit` at most. */
  latest(limit: number): Promise<NoticeHead[]> {
    return this.page(EVERY_NOTICE, limit, 0);
  }

  /** Those that hold what somebody typed, newest first, and how many there are. */
  async find(text: string, limit: number, offset: number) {
    const search = await this.searchFor(text);
    const count = await this.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM notice n WHERE ${search.sql}`,
      search.values,
    );
    return { rows: await this.page(search, limit, offset), total: count?.count ?? 0 };
  }

  private async searchFor(text: string): Promise<NoticeSearch> {
    if (text.trim() === '') return EVERY_NOTICE;
    const sounding = await soundingLike(text, async () => {
      const rows = await this.database.rows<{ title: string }>('SELECT title FROM notice');
      return rows.map(({ title }) => title);
    });
    return noticeSearch(text, sounding);
  }

  private page({ sql, values }: NoticeSearch, limit: number, offset: number) {
    return this.database.rows<NoticeHead>(
      `SELECT ${columns} FROM notice n JOIN programme p ON p.id = n.programme_id WHERE ${sql}
       ORDER BY n.posted_on DESC, n.posted_at DESC, n.id LIMIT ? OFFSET ?`,
      [...values, limit, offset],
    );
  }

  async byId(id: string): Promise<NoticeRow | null> {
    const row = await this.database.row<
      Omit<NoticeRow, 'facts' | 'checkpoint'> & { facts: string } & SentCheckpoint
    >(
      `SELECT ${columns}, n.body, n.list_id, n.corrects_id, n.facts, c.sequence, c.hash, c.signature,
              (SELECT MIN(k.id) FROM notice k WHERE k.corrects_id = n.id) AS corrected_by_id
       FROM notice n JOIN programme p ON p.id = n.programme_id
       LEFT JOIN checkpoint c ON c.subject_id = n.id WHERE n.id = ?`,
      [id],
    );
    if (!row) return null;
    const { sequence, hash, signature, ...notice } = row;
    const facts = JSON.parse(row.facts) as NoticeFacts;
    return { ...notice, facts, checkpoint: sentCheckpointText({ sequence, hash, signature }) };
  }

  /** The notice that began the public notice period of a programme; corrected lists follow in later ones. */
  firstPublicity(programmeId: string): Promise<NoticeHead | null> {
    return this.database.row<NoticeHead>(
      `SELECT ${columns} FROM notice n JOIN programme p ON p.id = n.programme_id
       WHERE n.programme_id = ? AND n.kind = 'publicity' ORDER BY n.posted_at, n.id LIMIT 1`,
      [programmeId],
    );
  }

  /** What a further notice of this kind corrects: the last one before it, or null when it is the first. */
  former(kind: NoticeKind, programmeId: string, titleId?: string): Promise<FormerNotice | null> {
    const { corrects } = NOTICE_RULES[kind];
    if (corrects.length === 0) return Promise.resolve(null);
    return this.database.row<FormerNotice>(
      `SELECT id, title, document_number, posted_on, first_day, body, corrects_id FROM notice
       WHERE programme_id = ? AND kind IN (${quotedList(corrects)})
       ${titleId ? 'AND facts LIKE ?' : ''} ORDER BY posted_at DESC, id LIMIT 1`,
      titleId ? [programmeId, `%"titleId":"${titleId}"%`] : [programmeId],
    );
  }

  /** Document numbers in use, posted and waiting: a number is given once. */
  async documentNumbers(): Promise<string[]> {
    const rows = await this.database.rows<{ documentNumber: string }>(
      `SELECT document_number FROM notice WHERE document_number IS NOT NULL
       UNION ALL SELECT document_number FROM notice_draft WHERE document_number IS NOT NULL
       UNION ALL SELECT document_number FROM reserved_number`,
    );
    return rows.map(({ documentNumber }) => documentNumber);
  }

  /** The same with what bears them, the newest first. */
  givenNumbers(): Promise<GivenNumber[]> {
    return this.database.rows<GivenNumber>(
      `SELECT g.document_number, g.paper, g.state, g.reason, g.given_at, p.person_name AS given_by
       FROM (
         SELECT document_number, title AS paper, 'posted' AS state, NULL AS reason,
                posted_at AS given_at, posted_by AS by_id
         FROM notice WHERE document_number IS NOT NULL
         UNION ALL
         SELECT document_number, title, 'draft', NULL, prepared_at, prepared_by
         FROM notice_draft WHERE document_number IS NOT NULL
         UNION ALL
         SELECT document_number, purpose, 'outside', reason, reserved_at, reserved_by
         FROM reserved_number
       ) g LEFT JOIN account p ON p.id = g.by_id
       ORDER BY g.given_at DESC, g.document_number LIMIT 200`,
      [],
    );
  }
}
