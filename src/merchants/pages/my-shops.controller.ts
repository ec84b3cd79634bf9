import { Controller, Get, Param, Post } from '@nestjs/common';
import { Refusal, missing } from '../../rules/refusal.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { checkShop } from '../../rules/registry/check-shop.js';
import { Clock } from '../../config/clock.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import { readForm, unsentForm } from '../../web/forms/submitted.js';
import { BodyOf, Files, Me } from '../../web/http/parameters.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { page, redirect } from '../../web/views/page.js';
import { MerchantQueries, type ShopRow } from '../merchant.queries.js';
import { SaveShop } from '../save-shop.js';
import { rawForm } from './raw-form.js';
import { ShopForm } from './shop.form.js';
import { myShopPage, myShopsPage } from './shop.page.js';

@Controller('my/shops')
export class MyShopsController {
  constructor(
    private readonly merchants: MerchantQueries,
    private readonly saveShop: SaveShop,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('merchant')
  async list(@Me() me: Actor) {
    return page('merchants/my-shops', myShopsPage(await this.merchants.shops(own(me))));
  }

  @Get('new')
  @Access('merchant')
  create(@Me() me: Actor) {
    own(me);
    const form = unsentForm(ShopForm, { sameSubject: 'yes', status: 'open' });
    return page('merchants/my-shop', myShopPage(form, null));
  }

  @Post('new')
  @Access('merchant')
  add(@Me() me: Actor, @BodyOf(ShopForm) raw: RawForm, @Files() files: readonly UploadedFile[]) {
    return this.save(me, raw, files, null);
  }

  @Get(':id')
  @Access('merchant')
  async show(@Me() me: Actor, @Param('id') id: string) {
    const shop = await this.shop(me, id);
    const stored = { ...shop, sameSubject: shop.sameSubject === 1 ? 'yes' : 'no' };
    return page(
      'merchants/my-shop',
      myShopPage(unsentForm(ShopForm, rawForm(ShopForm, stored)), shop),
    );
  }

  @Post(':id')
  @Access('merchant')
  async revise(
    @Me() me: Actor,
    @Param('id') id: string,
    @BodyOf(ShopForm) raw: RawForm,
    @Files() files: readonly UploadedFile[],
  ) {
    return this.save(me, raw, files, await this.shop(me, id));
  }

  private async save(
    me: Actor,
    raw: RawForm,
    files: readonly UploadedFile[],
    stored: ShopRow | null,
  ) {
    if (raw.intent === 'refresh') {
      return page('merchants/my-shop', myShopPage(unsentForm(ShopForm, raw), stored));
    }
    const form = await readForm(ShopForm, raw);
    const { version, ...value } = form.value;
    const facts = { ...value, sameSubject: value.sameSubject === 'yes' };
    const checked = form.ok
      ? form.with(...checkShop(facts, beijingDate(this.clock.now())).problems)
      : form;
    const file = (field: string) => files.find((one) => one.field === field) ?? null;
    try {
      const outcome = await checked.attempt(() =>
        this.saveShop.run(me, {
          shopId: stored?.id ?? null,
          version: version ?? 0,
          facts,
          licenceShot: file('licenceShot'),
          authorisation: file('authorisation'),
        }),
      );
      if (!outcome.done) {
        return page('merchants/my-shop', myShopPage(outcome.form, stored), 422);
      }
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'conflict' || !stored) throw error;
      return page('merchants/my-shop', myShopPage(form, stored, true), 409);
    }
    return redirect('/my/shops', stored ? 'merchants.shop.saved' : 'merchants.shop.added');
  }

  private async shop(me: Actor, id: string): Promise<ShopRow> {
    const shop = (await this.merchants.shops(own(me))).find((one) => one.id === id);
    if (!shop) throw missing();
    return shop;
  }
}

function own(me: Actor): string {
  const id = merchantOf(me);
  if (!id) throw missing();
  return id;
}
