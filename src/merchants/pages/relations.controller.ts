import { Controller, Get, Param, Post } from '@nestjs/common';
import { missing } from '../../rules/refusal.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { MerchantQueries } from '../merchant.queries.js';
import { StateRelations } from '../state-relations.js';
import { RelatedMerchantForm, RelatedPersonForm } from './relations.form.js';
import { relationsPage } from './relations.page.js';

const place = '/my/relations';

@Controller('my/relations')
export class RelationsController {
  constructor(
    private readonly merchants: MerchantQueries,
    private readonly stateRelations: StateRelations,
  ) {}

  @Get()
  @Access('merchant')
  show(@Me() me: Actor) {
    return this.page(me, unsentForm(RelatedMerchantForm), unsentForm(RelatedPersonForm), 200);
  }

  @Post('merchants')
  @Access('merchant')
  async addMerchant(
    @Me() me: Actor,
    @Form(RelatedMerchantForm) form: Submitted<RelatedMerchantForm>,
  ) {
    const outcome = await form.attempt((value) => this.stateRelations.addMerchant(me, value));
    if (!outcome.done) return this.page(me, outcome.form, unsentForm(RelatedPersonForm), 422);
    return redirect(place, 'merchants.relations.saved');
  }

  @Post('merchants/:id/removal')
  @Access('merchant')
  async removeMerchant(@Me() me: Actor, @Param('id') id: string) {
    await this.stateRelations.removeMerchant(me, id);
    return redirect(place, 'merchants.relations.removed');
  }

  @Post('people')
  @Access('merchant')
  async addPerson(@Me() me: Actor, @Form(RelatedPersonForm) form: Submitted<RelatedPersonForm>) {
    const outcome = await form.attempt(({ personName, personRelation }) =>
      this.stateRelations.addPerson(me, { name: personName, relation: personRelation }),
    );
    if (!outcome.done) return this.page(me, unsentForm(RelatedMerchantForm), outcome.form, 422);
    return redirect(place, 'merchants.relations.saved');
  }

  @Post('people/removal')
  @Access('merchant')
  async removePerson(@Me() me: Actor, @RawBody() raw: RawForm) {
    await this.stateRelations.removePerson(me, typedTexts(raw, 'name')[0] ?? '');
    return redirect(place, 'merchants.relations.removed');
  }

  private async page(
    me: Actor,
    merchantForm: Submitted<RelatedMerchantForm>,
    personForm: Submitted<RelatedPersonForm>,
    status: number,
  ) {
    const id = merchantOf(me);
    if (!id) throw missing();
    const rows = {
      relations: await this.merchants.relations(id),
      incoming: await this.merchants.relationsOf(id),
      people: (await this.merchants.byId(id)).relatedPersons,
    };
    return page('merchants/relations', relationsPage(rows, merchantForm, personForm), status);
  }
}
