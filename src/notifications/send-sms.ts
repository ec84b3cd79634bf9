import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { SendFault } from './send-fault.js';

export interface SmsReceipt {
  readonly providerId: string | null;
  /** Thousandths of a yuan. */
  readonly cost: number | null;
}

/** Hands a text message to the provider behind SMS_URL, which knows our templates by their names. */
@Injectable()
export class SendSms {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * @param id the same at every try, so that the provider sends it once
   * @throws SendFault
   */
  async send(
    number: string,
    template: string,
    variables: Readonly<Record<string, string | number>>,
    id: string,
  ): Promise<SmsReceipt> {
    const answer = await this.post({ id, number, template, variables });
    if (!answer.ok) {
      const busy = answer.status === 429 || answer.status >= 500;
      const ours = answer.status === 401 || answer.status === 403;
      const kind = busy || ours ? 'away' : 'refused';
      throw new SendFault(kind, `HTTP ${answer.status} ${(await answer.text()).slice(0, 200)}`);
    }
    return receiptOf(await answer.text());
  }

  private async post(body: object): Promise<Response> {
    try {
      return await fetch(this.config.smsUrl!, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(20_000),
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.config.smsSecret}`,
        },
        body: JSON.stringify(body),
      });
    } catch (error) {
      const { message, cause } = error as Error;
      throw new SendFault('away', cause instanceof Error ? cause.message : message);
    }
  }
}

/** `{"id": "…", "cost": 0.045}`, both as the provider likes; what it leaves out is not known. */
function receiptOf(text: string): SmsReceipt {
  try {
    const { id, cost } = JSON.parse(text) as { id?: unknown; cost?: unknown };
    return {
      providerId: typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 80) : null,
      cost: typeof cost === 'number' && cost >= 0 ? Math.round(cost * 1000) : null,
    };
  } catch {
    return { providerId: null, cost: null };
  }
}
