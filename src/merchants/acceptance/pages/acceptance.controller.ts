import { Controller, Get, Post } from '@nestjs/common';
import { Refusal } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Asked, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { RegistryWaiting } from '../../registry-waiting.js';
import { AcceptMerchants } from '../accept-merchants.js';
import { acceptancePage } from './acceptance.page.js';

/** So many are shown and accepted at once: somebody has to be able to look at them. */
const MOST = 200;

/** Registrations that nobody has looked at. */
@Controller('office/registry/new')
export class AcceptanceController {
  constructor(
    private readonly waiting: RegistryWaiting,
    private readonly acceptMerchants: AcceptMerchants,
  ) {}

  @Get()
  @Access('registry.read')
  show(@Me() me: Actor, @Asked('accepted') accepted?: string) {
    return this.page(me, accepted ?? null, null);
  }

  @Post()
  @Access('registry.edit')
  async accept(@Me() me: Actor, @RawBody() raw: RawForm) {
    try {
      const { acceptedAt } = await this.acceptMerchants.run(me, typedTexts(raw, 'merchant'));
      return redirect(`/office/registry/new?accepted=${encodeURIComponent(acceptedAt)}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'missing') throw error;
      return this.page(me, null, error);
    }
  }

  private async page(me: Actor, accepted: string | null, refusal: Refusal | null) {
    const rows = await this.waiting.newMerchants(MOST);
    const { newMerchants } = (await this.waiting.waiting()).counts;
    const done = accepted ? await this.waiting.acceptedAt(accepted, me.accountId) : [];
    const status = refusal ? (refusal.kind === 'conflict' ? 409 : 422) : 200;
    const model = acceptancePage({ rows, total: newMerchants, done, refusal });
    return page('merchants/acceptance', model, status);
  }
}
