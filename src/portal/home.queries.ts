import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { titleIn } from '../rules/lifecycle/title-groups.js';
import { quotedList } from '../database/quoted-list.js';

export interface LatestNotice {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly postedOn: string;
}

export interface HonoursTotals {
  readonly titles: number;
  readonly merchants: number;
  readonly programmes: number;
}

export interface PlacesTotals {
  readonly parks: number;
  readonly pilotSites: number;
}

/** What the home page counts; public figures only. */
@Injectable()
export class HomeQueries {
  constructor(private readonly database: Database) {}

  notices(): Promise<LatestNotice[]> {
    return this.database.rows<LatestNotice>(
      'SELECT id, kind, title, posted_on FROM notice ORDER BY posted_on DESC, posted_at DESC, id LIMIT 6',
    );
  }

  async honours(): Promise<HonoursTotals> {
    const row = await this.database.row<HonoursTotals>(
      `SELECT COUNT(*) AS titles, COUNT(DISTINCT merchant_id) AS merchants,
              COUNT(DISTINCT programme_id) AS programmes
       FROM title WHERE state NOT IN (${quotedList(titleIn.revoked)})`,
    );
    return row!;
  }

  async places(): Promise<PlacesTotals> {
    const row = await this.database.row<PlacesTotals>(
      `SELECT (SELECT COUNT(*) FROM park) AS parks, (SELECT COUNT(*) FROM pilot_site) AS pilot_sites`,
    );
    return row!;
  }
}
