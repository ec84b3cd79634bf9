import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Refusal, missing } from '../../rules/refusal.js';
import type { FieldProblem } from '../../rules/registry/field-problem.js';
import { checkReturn } from '../../rules/registry/check-return.js';
import { returnYears } from '../../rules/registry/return-years.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import { Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { squarePath } from '../../web/views/square-code.js';
import { FileReturn } from '../file-return.js';
import { MerchantQueries } from '../merchant.queries.js';
import { ReturnDoubtQueries } from '../return-doubts.queries.js';
import { ReturnQueries } from '../return.queries.js';
import { areConfirmed, confirmedDoubts } from '../../web/forms/confirmed-doubts.js';
import { rawReturn, readReturn } from '../return-fields.js';
import { returnSlip } from './return-slip.js';
import { myReturnPage, myReturnsPage } from './return.page.js';

@Controller('my/returns')
export class MyReturnsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly merchants: MerchantQueries,
    private readonly returns: ReturnQueries,
    private readonly fileReturn: FileReturn,
    private readonly clock: Clock,
    private readonly doubts: ReturnDoubtQueries,
  ) {}

  @Get()
  @Access('merchant')
  async list(@Me() me: Actor) {
    const filed = await this.returns.ofMerchant(own(me));
    return page('merchants/my-returns', myReturnsPage(returnYears(this.clock.now()), filed));
  }

  @Get(':year')
  @Access('merchant')
  async show(@Me() me: Actor, @Param('year') yearText: string) {
    const filed = await this.returns.ofYear(own(me), this.year(yearText));
    return this.page(me, yearText, filed ? rawReturn(filed) : { version: '0' }, [], 200);
  }

  /** What a merchant keeps of a filing. */
  @Get(':year/receipt')
  @Access('merchant')
  async receipt(@Me() me: Actor, @Param('year') yearText: string) {
    const filed = await this.returns.ofYear(own(me), this.year(yearText));
    const merchant = await this.merchants.byId(own(me));
    if (!filed) throw missing();
    const square = await squarePath(`${this.config.publicUrl}/my/returns/${filed.year}`);
    return page('web/slip', returnSlip(merchant, filed, square));
  }

  @Post(':year')
  @Access('merchant')
  async file(@Me() me: Actor, @Param('year') yearText: string, @RawBody() raw: RawForm) {
    const year = this.year(yearText);
    const shops = await this.shops(me, year);
    const { facts, errors } = readReturn(
      raw,
      shops.map((shop) => shop.id),
    );
    const problems = errors.length ? errors : checkReturn(facts);
    const doubts = errors.length ? [] : (await this.doubts.run(own(me), year, facts)).open;
    const confirmed = confirmedDoubts(raw);
    if (problems.length) return this.page(me, yearText, raw, problems, 422, doubts);
    if (!areConfirmed(raw, doubts)) {
      const ask = { field: 'confirmed', code: 'merchants.return.confirmed.ask', variables: {} };
      return this.page(me, yearText, raw, [ask], 422, doubts);
    }
    const version = Number(typedTexts(raw, 'version')[0] ?? 0);
    let waits: boolean;
    try {
      ({ waits } = await this.fileReturn.run(me, { year, version, facts, confirmed }));
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error;
      return this.page(me, yearText, raw, [], 409, doubts);
    }
    const said = waits ? 'merchants.returns.savedInDoubt' : 'merchants.returns.saved';
    return redirect('/my/returns', said, { year: String(year) });
  }

  private async page(
    me: Actor,
    yearText: string,
    typed: RawForm,
    errors: readonly FieldError[],
    status: number,
    doubts: readonly FieldProblem[] = [],
  ) {
    const year = this.year(yearText);
    const shops = await this.shops(me, year);
    const filed = await this.returns.ofYear(own(me), year);
    const rows = { year, shops, typed, errors, filed, conflict: status === 409, doubts };
    return page('merchants/my-return', myReturnPage(rows), status);
  }

  /** Shops that could sell in that year; a shop opened later has nothing to report. */
  private async shops(me: Actor, year: number) {
    const shops = await this.merchants.shops(own(me));
    return shops.filter((shop) => shop.openedOn <= `${year}-12-31`);
  }

  private year(text: string): number {
    const year = Number(text);
    if (!returnYears(this.clock.now()).includes(year)) throw missing();
    return year;
  }
}

function own(me: Actor): string {
  const id = merchantOf(me);
  if (!id) throw missing();
  return id;
}
