import { Injectable } from '@nestjs/common';
import { AccountQueries } from '../../accounts/account.queries.js';
import { unseenSheets } from '../../rules/rounds/unseen-sheets.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import { type OverviewRow, SheetQueries } from './sheet.queries.js';

/** A round lasts days; lines of the access log are older than this only for other rounds. */
const LOOK_BACK = 180 * 86_400_000;

/** Which of a judge's own sheets were never opened or never looked through. */
@Injectable()
export class UnseenSheets {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly sheets: SheetQueries,
  ) {}

  async among(accountId: string, rows: readonly OverviewRow[], indicators: readonly Indicator[]) {
    const since = new Date(Date.now() - LOOK_BACK).toISOString();
    const [filed, opened] = await Promise.all([
      this.sheets.filedFor(accountId, rows[0]?.roundId ?? ''),
      this.accounts.documentsOpened(accountId, since),
    ]);
    const judged = new Set(indicators.map(({ code }) => code));
    const sheets = rows.map((row) => ({
      ...row,
      files: filed
        .filter(({ applicationId }) => applicationId === row.applicationId)
        .filter((one) => judged.has(one.indicator) && !(row.blind && !one.hasBlindCopy))
        .map(({ documentId }) => documentId),
    }));
    return unseenSheets(sheets, opened);
  }
}
