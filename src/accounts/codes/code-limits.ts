import { Injectable } from '@nestjs/common';
import { checkEmail, checkMobile } from '../../rules/identifiers/contact-identifiers.js';
import { RateLimits } from '../../web/rate-limits.js';

/** How many codes leave and how often one is tried; the same for addresses that nobody has. */
@Injectable()
export class CodeLimits {
  constructor(private readonly limits: RateLimits) {}

  /** @throws TooManyRequests */
  async beforeSending(sender: string, typed: string): Promise<void> {
    const found = [checkEmail(typed), checkMobile(typed)].find(({ ok }) => ok);
    await this.limits.take('codeSender', sender);
    if (found?.ok) await this.limits.take('codeTarget', found.value.toLowerCase());
  }

  /** @throws TooManyRequests */
  async beforeTrying(...ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.limits.take('codeTry', id.slice(0, 40));
  }
}
