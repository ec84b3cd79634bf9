import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { titleIn } from '../../rules/lifecycle/title-groups.js';
import type { PracticeState } from '../../rules/lifecycle/practice-lifecycle.js';
import {
  type ClaimLevels,
  type PracticeFigure,
  type PracticeSubject,
  practiceIn,
} from '../../rules/practices/practice.js';
import { type Language, languages, translate } from '../../text/catalogue.js';
import { soundingLike } from '../../web/lists/pinyin.js';
import type { PracticePicture } from './practice.entity.js';

export interface PracticeRow {
  readonly id: string;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly divisionCode: string;
  readonly subject: PracticeSubject;
  readonly state: PracticeState;
  readonly headline: string;
  readonly doing: string;
  readonly copying: string;
  readonly helped: string;
  readonly figureLabel: string | null;
  readonly figureUnit: string | null;
  readonly figures: readonly PracticeFigure[];
  readonly levels: ClaimLevels;
  readonly pictures: readonly PracticePicture[];
  readonly submittedAt: string | null;
  readonly reviewedAt: string | null;
  readonly returnReason: string | null;
  readonly version: number;
}

export interface PracticeFilter {
  readonly subject: PracticeSubject | null;
  readonly text: string;
}

type Stored = Omit<PracticeRow, 'figures' | 'levels' | 'pictures'> &
  Readonly<Record<'figures' | 'levels' | 'pictures', string>>;

const select = `SELECT p.id, p.merchant_id, m.name AS merchant_name, m.division_code, p.subject, p.state,
  p.headline, p.doing, p.copying, p.helped, p.figure_label, p.figure_unit, p.figures, p.levels, p.pictures,
  p.submitted_at, p.reviewed_at, p.return_reason, p.version
  FROM practice p JOIN merchant m ON m.id = p.merchant_id`;

/** A title that was not taken away; one that has run out leaves what was learnt. */
const titled = `EXISTS (SELECT 1 FROM title t WHERE t.merchant_id = m.id
  AND t.state NOT IN (${quotedList(titleIn.revoked)}))`;

@Injectable()
export class PracticeQueries {
  constructor(private readonly database: Database) {}

  async holdsTitle(merchantId: string): Promise<boolean> {
    const row = await this.database.row(
      `SELECT m.id FROM merchant m WHERE m.id = ? AND ${titled}`,
      [merchantId],
    );
    return row !== null;
  }

  /** What anybody may read, by subject, by its words and by their sound. */
  async released({ subject, text }: PracticeFilter): Promise<PracticeRow[]> {
    const rows = (await this.public('', [])).filter((row) => !subject || row.subject === subject);
    const wanted = plain(text);
    if (!wanted) return rows;
    const heard = new Set(await soundingLike(text, () => Promise.resolve(rows.flatMap(heardAs))));
    return rows.filter(
      (row) => plain(textOf(row)).includes(wanted) || heardAs(row).some((part) => heard.has(part)),
    );
  }

  /** Of one merchant, for its public page. */
  releasedOf(merchantId: string): Promise<PracticeRow[]> {
    return this.public('AND m.id = ?', [merchantId]);
  }

  /** Null for everything that is not public. */
  async releasedById(id: string): Promise<PracticeRow | null> {
    return (await this.public('AND p.id = ?', [id]))[0] ?? null;
  }

  ofMerchant(merchantId: string): Promise<PracticeRow[]> {
    return this.many('WHERE p.merchant_id = ? ORDER BY p.subject, p.id', [merchantId]);
  }

  /** @param exceptId the practice that is being written, null for a new one */
  async takenSubjects(merchantId: string, exceptId: string | null): Promise<PracticeSubject[]> {
    const rows = await this.ofMerchant(merchantId);
    return rows.filter(({ id }) => id !== exceptId).map(({ subject }) => subject);
  }

  /** How many wait for the word of the office, and since when the first of them. */
  async waiting(): Promise<{ readonly count: number; readonly since: string | null }> {
    const row = await this.database.row<{ count: number; since: string | null }>(
      `SELECT COUNT(*) AS count, MIN(submitted_at) AS since FROM practice
       WHERE state IN (${quotedList(practiceIn.submitted)})`,
    );
    return row!;
  }

  async byId(id: string): Promise<PracticeRow | null> {
    return (await this.many('WHERE p.id = ?', [id]))[0] ?? null;
  }

  /** Of the office: what waits first, then what is out. */
  forOffice(): Promise<PracticeRow[]> {
    return this.many(
      `WHERE p.state IN (${quotedList(practiceIn.withdrawable)})
       ORDER BY CASE WHEN p.state IN (${quotedList(practiceIn.submitted)}) THEN 0 ELSE 1 END,
         p.submitted_at, p.id`,
      [],
    );
  }

  private public(and: string, values: readonly string[]): Promise<PracticeRow[]> {
    return this.many(
      `WHERE p.state IN (${quotedList(practiceIn.released)}) AND m.merged_into_id IS NULL
       AND ${titled} ${and} ORDER BY p.subject, p.reviewed_at DESC, p.id`,
      values,
    );
  }

  private async many(where: string, values: readonly string[]): Promise<PracticeRow[]> {
    const rows = await this.database.rows<Stored>(`${select} ${where}`, values);
    return rows.map(({ figures, levels, pictures, ...row }) => ({
      ...row,
      figures: JSON.parse(figures) as PracticeFigure[],
      levels: JSON.parse(levels) as ClaimLevels,
      pictures: JSON.parse(pictures) as PracticePicture[],
    }));
  }
}

function textOf(row: PracticeRow): string {
  return [...wordsOf(row), ...languages.map((lang) => subjectName(row, lang))].join(' ');
}

/** Phrase by phrase: initials of a whole page would be found by any few letters. */
function heardAs(row: PracticeRow): readonly string[] {
  return [...wordsOf(row), subjectName(row, 'zh-CN')].flatMap((text) =>
    text.split(/[^\p{L}\p{N}]+/u).filter(Boolean),
  );
}

function wordsOf({ headline, doing, copying, helped, merchantName }: PracticeRow): string[] {
  return [headline, doing, copying, helped, merchantName];
}

function subjectName({ subject }: PracticeRow, lang: Language): string {
  return translate(lang, `merchants.practice.subject.${subject}`);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}
