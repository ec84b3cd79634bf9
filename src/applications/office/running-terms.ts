import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { RunningSpans } from '../../programmes/running-spans.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import type { RunningSpan, SpanKind } from '../../rules/calendar/moved-spans.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';

/** Terms of merchants, and of the office towards them, that were told with their last day. */
@Injectable()
export class RunningTerms {
  constructor(
    private readonly database: Database,
    spans: RunningSpans,
  ) {
    spans.supply((today) => this.of(today));
  }

  private async of(today: string): Promise<readonly RunningSpan[]> {
    const rows = await this.database.rows<{
      kind: SpanKind;
      title: string;
      since: string;
      lastDay: string;
    }>(
      `SELECT t.kind, m.name AS title, t.since, t.last_day
       FROM (
         SELECT 'correction' AS kind, c.application_id, c.requested_at AS since, c.due_on AS last_day
         FROM correction_request c WHERE c.answered_at IS NULL
         UNION ALL
         SELECT 'statement', s.application_id, a.state_since, s.statement_due_on
         FROM screening s JOIN application a ON a.id = s.application_id
         WHERE a.state IN (${quotedList(applicationIn.screenedOut)}) AND s.statement_due_on IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM screening_statement q WHERE q.application_id = a.id)
         UNION ALL
         SELECT 'statementAnswer', application_id, stated_at, answer_due_on
         FROM screening_statement WHERE outcome IS NULL
         UNION ALL
         SELECT 'reexaminationAnswer', application_id, requested_at, answer_due_on
         FROM reexamination_request WHERE decision IS NULL
       ) t JOIN application a ON a.id = t.application_id JOIN merchant m ON m.id = a.merchant_id
       WHERE t.last_day >= ? ORDER BY t.last_day, t.kind, m.name`,
      [today],
    );
    return rows.map(({ kind, title, since, lastDay }) => ({
      kind,
      title,
      from: beijingDate(since),
      lastDay,
    }));
  }
}
