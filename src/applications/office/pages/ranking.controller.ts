import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { movedBy, orderedByPlaces } from '../../../rules/recommendation/ranking-order.js';
import { Refusal, missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Files, Form, Me, RawBody } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
import { divisionFor } from '../division/division-scope.js';
import type { SeenRanking } from '../division/ranking/change-ranking.js';
import { HandOverRanking } from '../division/ranking/hand-over-ranking.js';
import { RankingQueries } from '../division/ranking/ranking.queries.js';
import { ReturnRanking } from '../division/ranking/return-ranking.js';
import { SaveRanking } from '../division/ranking/save-ranking.js';
import { SignRanking } from '../division/ranking/sign-ranking.js';
import { categoryRules } from '../file/category-rules.js';
import { ReturnRankingForm } from './ranking.form.js';
import { rankingPage } from './ranking.page.js';

/** The order of a division's recommendations in a category: saved, handed over and signed as one set. */
@Controller('division/rankings/:category')
export class RankingController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly queries: RankingQueries,
    private readonly saveRanking: SaveRanking,
    private readonly handOverRanking: HandOverRanking,
    private readonly returnRanking: ReturnRanking,
    private readonly signRanking: SignRanking,
  ) {}

  @Get()
  @Access('division')
  show(@Me() me: Actor, @Param('category') code: string) {
    return this.page(me, code, unsentForm(ReturnRankingForm));
  }

  @Post()
  @Access('division.review')
  save(@Me() me: Actor, @Param('category') code: string, @RawBody() raw: RawForm) {
    return this.orAgain(me, code, async () => {
      const seen = await this.seen(code, raw);
      const order = orderOf(raw, seen.order);
      await this.saveRanking.run(me, { ...seen, order });
      return redirect(`/division/rankings/${code}`, 'review.ranking.saved');
    });
  }

  @Post('hand-over')
  @Access('division.review')
  handOver(@Me() me: Actor, @Param('category') code: string, @RawBody() raw: RawForm) {
    return this.orAgain(me, code, async () => {
      const seen = await this.seen(code, raw);
      await this.handOverRanking.run(me, { ...seen, order: orderOf(raw, seen.order) });
      return redirect(`/division/rankings/${code}`, 'review.ranking.handedOver');
    });
  }

  @Post('return')
  @Access('division.approve')
  async sendBack(
    @Me() me: Actor,
    @Param('category') code: string,
    @Form(ReturnRankingForm) form: Submitted<ReturnRankingForm>,
  ) {
    const seen = await this.seen(code, form.typed);
    const outcome = await form.attempt(({ reason }) => this.returnRanking.run(me, seen, reason));
    if (!outcome.done) return this.page(me, code, outcome.form, null, 422);
    return redirect(`/division/rankings/${code}`, 'review.ranking.returned');
  }

  @Post('signature')
  @Access('division.approve')
  sign(
    @Me() me: Actor,
    @Param('category') code: string,
    @RawBody() raw: RawForm,
    @Files() files: readonly UploadedFile[],
  ) {
    const seal = files.find(({ field }) => field === 'seal') ?? null;
    return this.orAgain(me, code, async () => {
      await this.signRanking.run(me, await this.seen(code, raw), seal);
      return redirect(`/division/rankings/${code}`, 'review.ranking.signed');
    });
  }

  private async seen(code: string, raw: RawForm): Promise<SeenRanking> {
    const { category } = await this.place(code);
    const version = Number(typedTexts(raw, 'version')[0] ?? '');
    return { categoryId: category.id, order: typedTexts(raw, 'order'), version };
  }

  /** Does it; a lost race or a refusal shows the set as it is now, with what happened. */
  private async orAgain(me: Actor, code: string, work: () => Promise<unknown>) {
    try {
      return await work();
    } catch (error) {
      const isOurs = error instanceof Refusal && error.code.startsWith('review.');
      if (!isOurs || error.kind === 'missing') throw error;
      const status = error.kind === 'conflict' ? 409 : 422;
      return this.page(me, code, unsentForm(ReturnRankingForm), error, status);
    }
  }

  private async place(code: string) {
    const programme = await this.programmes.atDivisions();
    if (!programme) throw missing();
    const categories = await this.programmes.categories(programme.id);
    const category = categories.find((one) => one.code === code);
    if (!category) throw missing();
    return { programme, categories, category };
  }

  private async page(
    me: Actor,
    code: string,
    form: Submitted<ReturnRankingForm>,
    refusal: Refusal | null = null,
    status = 200,
  ) {
    const divisionCode = divisionFor(me, 'DivisionReviewer', 'DivisionApprover');
    const { programme, categories, category } = await this.place(code);
    const { rules } = await this.programmes.rules(programme.id);
    const facts = {
      programme,
      divisionCode,
      categories,
      category: categoryRules(rules, code),
      set: await this.queries.set(category.id, divisionCode),
    };
    return page('applications-office/ranking', rankingPage(facts, form, refusal), status);
  }
}

/** The order that the form means: a step of one line, typed places, or the lines as they were dragged. */
function orderOf(raw: RawForm, order: readonly string[]): readonly string[] {
  const [by = '', id = ''] = (typedTexts(raw, 'move')[0] ?? '').split(':');
  if (by === 'up' || by === 'down') return movedBy(order, id, by);
  const first = Number(typedTexts(raw, 'first')[0] ?? '1');
  const places = new Map(
    order.flatMap((one) => {
      const typed = Number(typedTexts(raw, `place.${one}`)[0] ?? '');
      return Number.isInteger(typed) && typed > 0 ? [[one, typed - first + 1] as const] : [];
    }),
  );
  return orderedByPlaces(order, places);
}
