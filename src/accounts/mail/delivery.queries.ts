import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { missing } from '../../rules/refusal.js';

export interface DeliveryRow {
  readonly id: string;
  readonly channel: 'mail' | 'sms';
  readonly template: string;
  readonly kind: string | null;
  readonly personName: string | null;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly triedAt: string | null;
  readonly attempts: number;
  readonly outcome: 'sent' | 'failed' | 'dropped' | null;
  readonly endedAt: string | null;
  readonly reason: string | null;
  readonly cost: number | null;
  readonly providerId: string | null;
}

export interface DeliveryHealth {
  readonly waiting: number;
  readonly failed: number;
  /** Thousandths of a yuan, of what is still on the list. */
  readonly cost: number;
  /** Since when the oldest waits. */
  readonly oldest: string | null;
  /** What was said at the last try that did not succeed and was not followed by one that did. */
  readonly fault: string | null;
}

@Injectable()
export class DeliveryQueries {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<DeliveryRow> {
    const row = await this.database.row<DeliveryRow>(
      `SELECT d.id, d.channel, d.template, m.kind, a.person_name, d.created_at, d.due_at, d.tried_at,
              d.attempts, d.outcome, d.ended_at, d.reason, d.cost, d.provider_id
       FROM delivery d LEFT JOIN account a ON a.id = d.account_id
       LEFT JOIN message m ON m.id = d.message_id WHERE d.id = ?`,
      [id],
    );
    if (!row) throw missing();
    return row;
  }

  async health(channel: 'mail' | 'sms'): Promise<DeliveryHealth> {
    const row = await this.database.row<Omit<DeliveryHealth, 'fault'>>(
      `SELECT COALESCE(SUM(CASE WHEN outcome IS NULL THEN 1 ELSE 0 END), 0) AS waiting,
              COALESCE(SUM(CASE WHEN outcome = 'failed' THEN 1 ELSE 0 END), 0) AS failed,
              COALESCE(SUM(cost), 0) AS cost,
              MIN(CASE WHEN outcome IS NULL THEN created_at END) AS oldest
       FROM delivery WHERE channel = ?`,
      [channel],
    );
    const last = await this.database.row<{ reason: string | null; outcome: string | null }>(
      `SELECT reason, outcome FROM delivery WHERE channel = ? AND tried_at IS NOT NULL
         AND (outcome IS NULL OR outcome <> 'dropped')
       ORDER BY tried_at DESC, id LIMIT 1`,
      [channel],
    );
    return { ...row!, fault: last && last.outcome !== 'sent' ? last.reason : null };
  }
}
