import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { LIST_NOTICES } from '../../rules/lifecycle/notice-kinds.js';
import type { Working } from '../../rules/provenance/working.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { quotedList } from '../../database/quoted-list.js';
import type { Application } from '../application.entity.js';
import { LOCKED_PINS } from '../locked-pins.js';

export interface LetterWorking {
  readonly own: Working;
  /** Totals of every application of the category by dimension, as decimal text. */
  readonly field: Readonly<Record<string, readonly string[]>>;
}

/** A page of one's own evidence that scores rest on; null for the file as a whole. */
export interface LetterBasis {
  readonly indicator: string;
  readonly file: string;
  readonly page: number | null;
}

/** The locked workings of a category, from which a feedback letter takes its own and the quarters. */
@Injectable()
export class LetterQueries {
  constructor(private readonly database: Database) {}

  /** The day on which the result was made public: of its list, or of the correction that changed it. */
  async issuedOn({
    programmeId,
    stateSince,
  }: Pick<Application, 'programmeId' | 'stateSince'>): Promise<string | null> {
    const notices = await this.database.rows<{ postedOn: string }>(
      `SELECT posted_on FROM notice WHERE programme_id = ? AND kind IN (${quotedList(LIST_NOTICES)})
       ORDER BY posted_on, id`,
      [programmeId],
    );
    const since = beijingDate(stateSince);
    const told = notices.find(({ postedOn }) => postedOn >= since) ?? notices.at(-1);
    return told?.postedOn ?? null;
  }

  /** What signed scores of locked rounds rest on, without how many rest on it or whose they are. */
  basis(applicationId: string): Promise<LetterBasis[]> {
    return this.database.rows<LetterBasis>(
      `SELECT DISTINCT p.indicator, COALESCE(NULLIF(l.caption, ''), d.name) AS file, p.page,
              COALESCE(p.page, 0) AS place
       ${LOCKED_PINS}
       ORDER BY p.indicator, file, place`,
      [applicationId],
    );
  }

  /** Null until the scores of the category are locked. */
  async working(applicationId: string): Promise<LetterWorking | null> {
    const rows = await this.database.rows<{ applicationId: string; working: string }>(
      `SELECT s.application_id, s.working FROM standing s
       WHERE s.lock_id = (SELECT o.lock_id FROM standing o
                          JOIN standing_lock l ON l.id = o.lock_id
                          WHERE o.application_id = ? AND l.state IN (${quotedList(lockIn.locked)})
                          ORDER BY l.number DESC, l.id LIMIT 1)
       ORDER BY s.id`,
      [applicationId],
    );
    const workings = rows.map((row) => ({
      id: row.applicationId,
      working: JSON.parse(row.working) as Working,
    }));
    const own = workings.find(({ id }) => id === applicationId)?.working;
    if (!own) return null;
    const totals = own.dimensions.map(({ code }) => [
      code,
      workings.flatMap(({ working }) =>
        working.dimensions.filter((one) => one.code === code).map(({ total }) => total),
      ),
    ]);
    return { own, field: Object.fromEntries(totals) as LetterWorking['field'] };
  }
}
