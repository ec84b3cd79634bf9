import { Controller, Get, Param, Post } from '@nestjs/common';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import { Asked, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ChairQueries } from '../../chair/chair.queries.js';
import { ConflictFacts } from '../../conflicts/conflict-facts.js';
import { DeclareConflicts } from '../../conflicts/declare-conflicts.js';
import { ReReviewSheetQueries } from '../../re-reviews/re-review-sheet.queries.js';
import { JudgingQueries } from '../judging.queries.js';
import { declarationPage, readDeclaration } from '../../conflicts/pages/declaration.page.js';
import { NEXT_SHEETS, judgingHomePage, shownSheets } from './judging-home.page.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';

@Controller('judging')
export class JudgingController {
  constructor(
    private readonly queries: JudgingQueries,
    private readonly reReviews: ReReviewSheetQueries,
    private readonly chair: ChairQueries,
    private readonly facts: ConflictFacts,
    private readonly declareConflicts: DeclareConflicts,
  ) {}

  @Get()
  @Access('judge')
  async home(@Me() me: Actor, @Asked('show') show?: string) {
    const shown = shownSheets.find((one) => one === show) ?? 'todo';
    const [seats, rounds, next, reReviews, panel] = await Promise.all([
      this.queries.ownSeats(me.accountId),
      this.queries.ownRounds(me.accountId),
      this.queries.ownSheets(me.accountId, 'todo', NEXT_SHEETS),
      this.reReviews.own(me.accountId),
      this.chair.forJudge(me.accountId),
    ]);
    const sheets = shown === 'todo' ? next : await this.queries.ownSheets(me.accountId, shown);
    const work = { seats, rounds, next, sheets, reReviews, panel };
    return page('judging/home', judgingHomePage(work, shown));
  }

  @Get('seats/:id/declaration')
  @Access('judge')
  async declaration(@Me() me: Actor, @Param('id') id: string) {
    const { seat, identities } = await this.open(me, id);
    return page('judging/declaration', declarationPage(seat, identities, {}, []));
  }

  @Post('seats/:id/declaration')
  @Access('judge')
  async declare(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    const { seat, identities } = await this.open(me, id);
    const { answers, errors } = readDeclaration(identities, raw);
    if (errors.length) {
      return page('judging/declaration', declarationPage(seat, identities, raw, errors), 422);
    }
    await this.declareConflicts.run(me, seat, identities, answers);
    return redirect('/judging', 'judging.declaration.done');
  }

  /** The list is there from the opening of the declaration until it is signed, and never again. */
  private async open(me: Actor, id: string) {
    const seat = (await this.queries.ownSeats(me.accountId)).find((one) => one.id === id);
    if (!seat || seat.declaredAt || !programmeIn.mayDeclare.has(seat.programmeState))
      throw missing();
    return { seat, identities: await this.facts.load(seat.id, seat.categoryId) };
  }
}
