import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { titleIn } from '../rules/lifecycle/title-groups.js';
import { quotedList } from '../database/quoted-list.js';

const standing = [
  '/',
  '/notices',
  '/awards',
  '/census',
  '/open-data',
  '/log',
  '/guide',
  '/progress',
  '/practices',
  '/privacy',
  '/accessibility',
];

interface Listed {
  readonly path: string;
}

/** Addresses that anybody may open now: nothing of a programme before it is announced. */
@Injectable()
export class SitemapQueries {
  constructor(private readonly database: Database) {}

  async paths(): Promise<string[]> {
    const [programmes, notices, years, merchants] = await Promise.all([
      this.listed(
        `SELECT slug AS path FROM programme WHERE state NOT IN (${quotedList(programmeIn.preparing)}) ORDER BY year, id`,
      ),
      this.listed('SELECT id AS path FROM notice ORDER BY posted_on, id LIMIT 5000'),
      this.listed('SELECT DISTINCT year AS path FROM title ORDER BY year'),
      this.listed(
        `SELECT DISTINCT merchant_id AS path FROM title WHERE state NOT IN (${quotedList(titleIn.revoked)})
         ORDER BY merchant_id LIMIT 20000`,
      ),
    ]);
    return [
      ...standing,
      ...programmes.map((slug) => `/programmes/${slug}`),
      ...notices.map((id) => `/notices/${id}`),
      ...years.map((year) => `/awards/${year}`),
      ...merchants.map((id) => `/merchants/${id}`),
    ];
  }

  private async listed(sql: string): Promise<string[]> {
    return (await this.database.rows<Listed>(sql)).map(({ path }) => path);
  }
}
