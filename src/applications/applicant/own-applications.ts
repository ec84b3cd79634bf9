import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OwnConsent, OwnData } from '../../accounts/own/own-data.js';
import { Database } from '../../database/database.js';
import { type DeclarationKind, declarationKinds } from './declarations.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { applicationLifecycle } from '../../rules/lifecycle/application-lifecycle.js';

/** States in which an application still needs somebody who acts for it. */
const underWay = applicationLifecycle.rows
  .filter(({ event }) => event === 'endWithProgramme')
  .flatMap(({ from }) => [...from])
  .filter((state) => !applicationIn.draft.has(state));

/** What applications add to an account's own page: data, consents, and when nobody may leave. */
@Injectable()
export class OwnApplications implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly ownData: OwnData,
  ) {}

  onModuleInit(): void {
    this.ownData.add('applications', (accountId) => this.applications(accountId));
    this.ownData.addConsents((accountId) => this.consents(accountId));
    this.ownData.mayClose((accountId) => this.reasonToStay(accountId));
  }

  private async applications(accountId: string): Promise<unknown> {
    const rows = await this.database.rows<{ id: string; answers: string }>(
      `SELECT a.id, a.receipt_number, a.state, a.state_since, a.submitted_at, a.answers, c.name_zh
       FROM application a JOIN category c ON c.id = a.category_id
       JOIN duty d ON d.merchant_id = a.merchant_id
       WHERE d.account_id = ? AND d.ended_at IS NULL ORDER BY a.created_at, a.id`,
      [accountId],
    );
    return Promise.all(
      rows.map(async ({ answers, ...row }) => ({
        ...row,
        answers: JSON.parse(answers) as unknown,
        figures: await this.database.rows<object>(
          'SELECT key, claimed FROM figure WHERE application_id = ? ORDER BY key',
          [row.id],
        ),
        declarations: await this.database.rows<object>(
          `SELECT kind, items, text_hash, accepted_at FROM declaration
           WHERE application_id = ? ORDER BY accepted_at, kind`,
          [row.id],
        ),
      })),
    );
  }

  private async consents(accountId: string): Promise<OwnConsent[]> {
    const rows = await this.database.rows<{
      kind: DeclarationKind;
      acceptedAt: string;
      id: string;
      number: string | null;
      state: string;
    }>(
      `SELECT e.kind, e.accepted_at, a.id, a.receipt_number AS number, a.state
       FROM declaration e JOIN application a ON a.id = e.application_id
       WHERE e.account_id = ? ORDER BY e.accepted_at DESC, e.id`,
      [accountId],
    );
    const open: readonly string[] = underWay;
    const seen = new Set<string>();
    // Handed in again, an application is agreed to again: the latest word stands.
    const latest = rows.filter(({ id, kind }) => {
      const isNew = !seen.has(`${id} ${kind}`);
      seen.add(`${id} ${kind}`);
      return isNew;
    });
    const inOrder = latest.toSorted(
      (a, b) =>
        (a.acceptedAt < b.acceptedAt ? 1 : a.acceptedAt > b.acceptedAt ? -1 : 0) ||
        declarationKinds.indexOf(a.kind) - declarationKinds.indexOf(b.kind),
    );
    return inOrder.map(({ kind, acceptedAt, id, number, state }) => ({
      label: `applications.declaration.${kind}`,
      text: `applications.declaration.${kind}.text`,
      about: number ?? '',
      acceptedAt,
      withdrawal: open.includes(state) ? `/my/applications/${id}/withdrawal` : null,
    }));
  }

  /** An application under way keeps the last person who acts for its merchant. */
  private async reasonToStay(accountId: string): Promise<string | null> {
    const row = await this.database.row(
      `SELECT a.id FROM application a JOIN duty d ON d.merchant_id = a.merchant_id
       WHERE d.account_id = ? AND d.ended_at IS NULL AND a.state IN (${quotedList(underWay)})
         AND NOT EXISTS (SELECT 1 FROM duty o JOIN account p ON p.id = o.account_id
                         WHERE o.merchant_id = d.merchant_id AND o.account_id <> d.account_id
                           AND o.ended_at IS NULL AND p.disabled_at IS NULL)`,
      [accountId],
    );
    return row ? 'applications.close.lastPerson' : null;
  }
}
