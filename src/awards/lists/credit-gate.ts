import { Injectable } from '@nestjs/common';
import { VetoQueries } from '../../applications/office/screening/veto.queries.js';
import { Clock } from '../../config/clock.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { Refusal } from '../../rules/refusal.js';
import type { CheckPoint } from '../../rules/lifecycle/check-point.js';

export interface CreditBlocker {
  readonly applicationId: string;
  readonly receiptNumber: string;
  /** Locale keys of the blockers with the rule they speak of. */
  readonly blockers: readonly { readonly code: string; readonly rule: string }[];
}

/** Renewed credit queries: nothing is listed, approved or conferred over an open one. */
@Injectable()
export class CreditGate {
  constructor(
    private readonly vetoes: VetoQueries,
    private readonly clock: Clock,
  ) {}

  async blockers(
    applications: readonly { readonly applicationId: string; readonly receiptNumber: string }[],
    checkPoint: CheckPoint,
  ): Promise<CreditBlocker[]> {
    const ids = applications.map(({ applicationId }) => applicationId);
    const found = await this.vetoes.blockers(ids, checkPoint, beijingDate(this.clock.now()));
    return applications.flatMap(({ applicationId, receiptNumber }) => {
      const blockers = found.get(applicationId) ?? [];
      return blockers.length ? [{ applicationId, receiptNumber, blockers }] : [];
    });
  }

  /**
   * The ids of the applications, every one of them clear.
   * @throws Refusal naming the first application that is not clear
   */
  async requireClear(
    applications: readonly { readonly applicationId: string; readonly receiptNumber: string }[],
    checkPoint: CheckPoint,
  ): Promise<ReadonlySet<string>> {
    const [first, ...others] = await this.blockers(applications, checkPoint);
    if (!first) return new Set(applications.map(({ applicationId }) => applicationId));
    throw new Refusal('awards.credit.blocked', {
      receipt: first.receiptNumber,
      rules: [...new Set(first.blockers.map(({ rule }) => rule))].join(' '),
      more: others.length,
      checkPoint,
    });
  }
}
