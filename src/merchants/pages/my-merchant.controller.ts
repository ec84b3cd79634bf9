import { Controller, Get, Post } from '@nestjs/common';
import { Refusal } from '../../rules/refusal.js';
import type { MerchantFacts } from '../../rules/registry/merchant-facts.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import { type Submitted, readForm, unsentForm } from '../../web/forms/submitted.js';
import { BodyOf, Files, Me } from '../../web/http/parameters.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { page, redirect } from '../../web/views/page.js';
import { MerchantRecord } from '../merchant-record.js';
import { MerchantQueries } from '../merchant.queries.js';
import { RegisterMerchant } from '../register-merchant.js';
import { ReviseMerchant } from '../revise-merchant.js';
import { RegisterMerchantForm, ReviseMerchantForm } from './my-merchant.form.js';
import { areConfirmed } from '../../web/forms/confirmed-doubts.js';
import { type MyMerchantRows, myMerchantPage } from './my-merchant.page.js';
import { rawForm } from './raw-form.js';
import { differences } from './record-texts.js';
import { withSameAddress } from './same-address.js';

@Controller('my/merchant')
export class MyMerchantController {
  constructor(
    private readonly merchants: MerchantQueries,
    private readonly record: MerchantRecord,
    private readonly registerMerchant: RegisterMerchant,
    private readonly reviseMerchant: ReviseMerchant,
  ) {}

  @Get()
  @Access('signedIn')
  async show(@Me() me: Actor) {
    const id = this.scope(me);
    const form = id
      ? unsentForm(ReviseMerchantForm, await this.stored(id))
      : unsentForm(RegisterMerchantForm, { role: 'Agent' });
    return this.page(form, id);
  }

  @Post()
  @Access('signedIn')
  async save(
    @Me() me: Actor,
    @BodyOf(RegisterMerchantForm) sent: RawForm,
    @Files() files: readonly UploadedFile[],
  ) {
    const id = this.scope(me);
    const raw = withSameAddress(sent);
    if (raw.intent === 'refresh') {
      const form = id ? unsentForm(ReviseMerchantForm, raw) : unsentForm(RegisterMerchantForm, raw);
      return this.page(form, id);
    }
    const statement = files.find(({ field }) => field === 'exemptionStatement') ?? null;
    return id ? this.revise(me, id, raw, statement) : this.register(me, raw, statement);
  }

  private async register(me: Actor, raw: RawForm, exemptionStatement: UploadedFile | null) {
    // Who came to the window is recorded there.
    const form = await readForm(RegisterMerchantForm, me.clerk ? { ...raw, role: 'Agent' } : raw);
    const checked = await this.checked(form, null);
    if (checked.refused) return checked.refused;
    const { role, confirmed, ...facts } = form.value;
    const outcome = await form.attempt(() =>
      this.registerMerchant.run(me, { facts, role, confirmed, exemptionStatement }),
    );
    if (!outcome.done) return this.page(outcome.form, null, 422);
    return redirect(me.clerk ? '/my' : '/my/shops', 'merchants.registered');
  }

  private async revise(
    me: Actor,
    id: string,
    raw: RawForm,
    exemptionStatement: UploadedFile | null,
  ) {
    const form = await readForm(ReviseMerchantForm, raw);
    const checked = await this.checked(form, id);
    if (checked.refused) return checked.refused;
    const { version, confirmed, ...facts } = form.value;
    try {
      const outcome = await form.attempt(() =>
        this.reviseMerchant.run(me, { facts, version, confirmed, exemptionStatement }),
      );
      if (!outcome.done) return await this.page(outcome.form, id, 422);
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error;
      const theirs = await this.merchants.byId(id);
      const rows: Partial<MyMerchantRows> = {
        version: theirs.version,
        differences: (context) => differences(context, theirs, facts),
      };
      return this.page(form, id, 409, rows);
    }
    return redirect('/my/merchant', 'merchants.revised');
  }

  /** All problems at once, then the doubts that wait for the person's word. */
  private async checked(form: Submitted<MerchantFacts>, id: string | null) {
    if (!form.ok) return { refused: await this.page(form, id, 422) };
    const { problems, doubts } = await this.record.check(form.value, id);
    if (problems.length) {
      return { refused: await this.page(form.with(...problems), id, 422, { doubts }) };
    }
    if (!areConfirmed(form.typed, doubts)) {
      const asked = form.with({
        field: 'confirmed',
        code: 'merchants.confirmed.ask',
        variables: {},
      });
      return { refused: await this.page(asked, id, 422, { doubts }) };
    }
    return { refused: null };
  }

  /** @param id the merchant's; null while registering */
  private async page(
    form: Submitted<object>,
    id: string | null,
    status = 200,
    rows: Partial<MyMerchantRows> = {},
  ) {
    const [parks, stored] = await Promise.all([
      this.merchants.parks(),
      id ? this.merchants.byId(id) : null,
    ]);
    const registering = id === null;
    return page(
      'merchants/my-merchant',
      myMerchantPage(form, { registering, stored, parks, ...rows }),
      status,
    );
  }

  private async stored(id: string): Promise<RawForm> {
    return rawForm(ReviseMerchantForm, await this.merchants.byId(id));
  }

  /** The page is for merchants' accounts; the office edits nothing here. */
  private scope(me: Actor): string | null {
    if (me.kind !== 'merchant') throw new Refusal('errors.notFound', {}, null, 'missing');
    return merchantOf(me);
  }
}
