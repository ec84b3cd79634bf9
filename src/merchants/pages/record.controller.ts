import { Controller, Get, Param, Post } from '@nestjs/common';
import { ShowList } from '../../accounts/show-list.js';
import { Clock } from '../../config/clock.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Actor, holds } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { ListVisit, type ListVisitor } from '../../web/http/list-visitor.js';
import { Form, Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { AcceptCreditCode } from '../accept-credit-code.js';
import { AdmitAgent } from '../admit-agent.js';
import { ConfirmRelation } from '../confirm-relation.js';
import { MerchantQueries } from '../merchant.queries.js';
import { registryListOf } from '../registry-list.js';
import { RegistryQueries } from '../registry.queries.js';
import { ReturnQueries } from '../return.queries.js';
import { recordPage } from './record.page.js';
import { AdmitAgentForm } from './registry.form.js';

@Controller('office/registry/:id')
export class RecordController {
  constructor(
    private readonly merchants: MerchantQueries,
    private readonly returns: ReturnQueries,
    private readonly registry: RegistryQueries,
    private readonly acceptCreditCode: AcceptCreditCode,
    private readonly admitAgent: AdmitAgent,
    private readonly confirmRelation: ConfirmRelation,
    private readonly showList: ShowList,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('registry.read')
  async show(@Me() me: Actor, @Param('id') id: string, @ListVisit() visitor: ListVisitor) {
    const form = unsentForm(AdmitAgentForm, { role: 'Agent' });
    const shown = await this.page(me, id, form, 200);
    const words = new URLSearchParams(visitor.walk?.words);
    return this.showList.walk(visitor, id, () => this.list(words.get('year')), shown);
  }

  private list(year: string | null) {
    const asked = year ? { year } : {};
    return Promise.resolve(registryListOf(asked, this.clock.now()));
  }

  @Post('credit-code')
  @Access('registry.edit')
  async accept(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    await this.acceptCreditCode.run(me, id, typedTexts(raw, 'creditCode')[0] ?? '');
    return redirect(`/office/registry/${id}`, 'merchants.creditCode.accepted');
  }

  @Post('agents')
  @Access('registry.edit')
  async admit(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(AdmitAgentForm) form: Submitted<AdmitAgentForm>,
  ) {
    const outcome = await form.attempt((value) => this.admitAgent.run(me, id, value));
    if (!outcome.done) return this.page(me, id, outcome.form, 422);
    return redirect(`/office/registry/${id}`, 'merchants.admit.done');
  }

  @Post('relations/:relationId')
  @Access('registry.edit')
  async relation(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('relationId') relationId: string,
    @RawBody() raw: RawForm,
  ) {
    const confirmed = typedTexts(raw, 'standing')[0] === 'confirmed';
    await this.confirmRelation.run(me, id, relationId, confirmed);
    const done = confirmed ? 'merchants.relations.confirmed' : 'merchants.relations.released';
    return redirect(`/office/registry/${id}`, done);
  }

  private async page(me: Actor, id: string, form: Submitted<AdmitAgentForm>, status: number) {
    const merchant = await this.merchants.byId(id);
    const rows = {
      merchant,
      shops: await this.merchants.shops(id),
      returns: await this.returns.ofMerchant(id),
      relations: await this.merchants.relations(id),
      incoming: await this.merchants.relationsOf(id),
      versions: await this.registry.versions(id),
      agents: await this.registry.agents(id),
      mayEdit: holds(me, 'CityRegistrar'),
    };
    return page('merchants/record', recordPage(rows, form), status);
  }
}
