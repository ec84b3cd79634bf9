import { Controller, Get, Param, Post } from '@nestjs/common';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { MerchantQueries } from '../../merchant.queries.js';
import { RegistryWaiting } from '../../registry-waiting.js';
import { ReturnDoubtQueries } from '../../return-doubts.queries.js';
import { ReturnQueries, returnFacts } from '../../return.queries.js';
import { CheckReturnWithMerchant } from '../check-return-with-merchant.js';
import { doubtedReturnPage, doubtedReturnsPage } from './doubted-returns.page.js';
import { ReturnCheckForm } from './return-check.form.js';

const LIST = '/office/registry/doubts';
const MOST = 200;

/** Returns out of proportion, which are in no sum before the office has asked. */
@Controller('office/registry/doubts')
export class DoubtedReturnsController {
  constructor(
    private readonly waiting: RegistryWaiting,
    private readonly returns: ReturnQueries,
    private readonly merchants: MerchantQueries,
    private readonly doubts: ReturnDoubtQueries,
    private readonly check: CheckReturnWithMerchant,
  ) {}

  @Get()
  @Access('registry.read')
  async index() {
    const [open, returned] = [
      await this.waiting.doubted(false, MOST),
      await this.waiting.doubted(true, MOST),
    ];
    return page('merchants/doubted-returns', doubtedReturnsPage(open, returned));
  }

  @Get(':id')
  @Access('registry.read')
  show(@Param('id') id: string) {
    return this.page(id, null, 200);
  }

  @Post(':id')
  @Access('registry.edit')
  async decide(
    @Me() me: Actor,
    @Param('id') returnId: string,
    @Form(ReturnCheckForm) form: Submitted<ReturnCheckForm>,
  ) {
    const outcome = await form.attempt(({ version, decision, note }) =>
      this.check.run(me, { returnId, version, decision, note }),
    );
    if (!outcome.done) return this.page(returnId, outcome.form, 422);
    return redirect(LIST, 'merchants.returnCheck.kept');
  }

  private async page(id: string, form: Submitted<ReturnCheckForm> | null, status: number) {
    const filed = await this.returns.byId(id);
    if (!filed) throw missing();
    const merchant = await this.merchants.byId(filed.merchantId);
    const before = await this.returns.ofYear(filed.merchantId, filed.year - 1);
    const { all } = await this.doubts.run(filed.merchantId, filed.year, returnFacts(filed));
    const model = doubtedReturnPage({ filed, before, merchant, doubts: all }, form);
    return page('merchants/doubted-return', model, status);
  }
}
