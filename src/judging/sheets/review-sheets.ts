import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { wasReviewed } from '../../rules/rounds/unseen-sheets.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import type { OverviewRow } from './sheet.queries.js';

const AT_ONCE = 200;

/** Notes that a judge has looked at complete sheets among the others; writes only where that is news. */
@Injectable()
export class ReviewSheets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(accountId: string, shown: readonly OverviewRow[]): Promise<void> {
    const news = shown.filter(
      (row) => sheetIn.open.has(row.state) && row.total !== null && !wasReviewed(row),
    );
    for (let at = 0; at < news.length; at += AT_ONCE) {
      const some = news.slice(at, at + AT_ONCE);
      // What is saved in this moment has not been seen: it is at another version.
      const seen = some.map(() => '(id = ? AND version = ?)').join(' OR ');
      for (const table of ['score_sheet', 'repeat_sheet']) {
        await this.database.execute(
          `UPDATE ${table} SET reviewed_at = ? WHERE account_id = ? AND (${seen})`,
          [this.clock.now(), accountId, ...some.flatMap(({ id, version }) => [id, version])],
        );
      }
    }
  }
}
