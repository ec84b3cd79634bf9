import { Injectable } from '@nestjs/common';

/** What a merchant is waited for in a room that the own pages do not know. */
export interface MerchantAct {
  readonly kind: 'objection' | 'revocation' | 'warning' | 'titleReturn';
  /** The last day for it. */
  readonly dueOn: string;
  readonly href: string;
}

type Source = (merchantId: string, today: string) => Promise<readonly MerchantAct[]>;

/** The rooms above tell here whom they wait for, so that the merchant reads it on the first page. */
@Injectable()
export class MerchantActs {
  private readonly sources: Source[] = [];

  supply(source: Source): void {
    this.sources.push(source);
  }

  /** The next one due first. */
  async of(merchantId: string, today: string): Promise<readonly MerchantAct[]> {
    const found = await Promise.all(this.sources.map((source) => source(merchantId, today)));
    return found.flat().toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  }
}
