import { Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { Refusal, isSavedMeanwhile, missing } from '../../../rules/refusal.js';
import { beijingTimeOfDay } from '../../../text/beijing-time-of-day.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Asked, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { AnswerAgain } from '../../conflicts/answer-again.js';
import { ChairQueries } from '../../chair/chair.queries.js';
import { ConflictFacts } from '../../conflicts/conflict-facts.js';
import { DeclareConflicts } from '../../conflicts/declare-conflicts.js';
import { ReReviewSheetQueries } from '../../re-reviews/re-review-sheet.queries.js';
import { AnchorSheetQueries } from '../../anchors/anchor-sheet.queries.js';
import { JudgingQueries } from '../judging.queries.js';
import { DeclarationDrafts } from '../../conflicts/declaration-drafts.js';
import { SaveDeclarationDraft } from '../../conflicts/save-declaration-draft.js';
import { declarationPage } from '../../conflicts/pages/declaration.page.js';
import {
  keptDeclaration,
  readDeclaration,
  typedDeclaration,
  withNone,
} from '../../conflicts/pages/read-declaration.js';
import { NEXT_SHEETS, judgingHomePage, shownSheets } from './judging-home.page.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';

@Controller('judging')
export class JudgingController {
  constructor(
    private readonly queries: JudgingQueries,
    private readonly reReviews: ReReviewSheetQueries,
    private readonly anchors: AnchorSheetQueries,
    private readonly chair: ChairQueries,
    private readonly facts: ConflictFacts,
    private readonly declareConflicts: DeclareConflicts,
    private readonly answerAgain: AnswerAgain,
    private readonly drafts: DeclarationDrafts,
    private readonly saveDraft: SaveDeclarationDraft,
  ) {}

  @Get()
  @Access('judge')
  async home(@Me() me: Actor, @Asked('show') show?: string) {
    const shown = shownSheets.find((one) => one === show) ?? 'todo';
    const [seats, rounds, next, reReviews, anchors, panel] = await Promise.all([
      this.queries.ownSeats(me.accountId),
      this.queries.ownRounds(me.accountId),
      this.queries.ownSheets(me.accountId, 'todo', NEXT_SHEETS),
      this.reReviews.own(me.accountId),
      this.anchors.own(me.accountId),
      this.chair.forJudge(me.accountId),
    ]);
    const sheets = shown === 'todo' ? next : await this.queries.ownSheets(me.accountId, shown);
    const work = { seats, rounds, next, sheets, reReviews, anchors, panel };
    return page('judging/home', judgingHomePage(work, shown));
  }

  @Get('seats/:id/declaration')
  @Access('judge')
  async declaration(@Me() me: Actor, @Param('id') id: string, @Asked('rest') rest?: string) {
    const { seat, identities, kept } = await this.open(me, id);
    const typed = keptDeclaration(identities, kept.answers);
    const given = { seat, identities, typed, version: kept.version, errors: [] };
    return page('judging/declaration', declarationPage({ ...given, askRest: rest === '1' }));
  }

  /** Signs the answers; or keeps them, as a script does while they are given. */
  @Post('seats/:id/declaration')
  @HttpCode(200)
  @Access('judge')
  async declare(
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
    @Headers('accept') accept = '',
  ) {
    const { seat, identities, kept } = await this.open(me, id);
    const place = `/judging/seats/${id}/declaration`;
    const act = typedTexts(raw, 'act')[0] ?? 'sign';
    const byScript = accept.startsWith('application/json');
    const typed =
      act === 'none'
        ? withNone(identities, kept.answers, typedTexts(raw, 'covered'))
        : typedDeclaration(identities, raw);
    const { answers, errors } = readDeclaration(identities, typed);
    const version = Number(typedTexts(raw, 'version')[0]);
    if (act === 'sign' && !byScript) {
      if (errors.length) {
        const given = { seat, identities, typed, version: kept.version, errors };
        return page('judging/declaration', declarationPage(given), 422);
      }
      try {
        if (seat.declaredAt) await this.answerAgain.run(me, seat, identities, answers);
        else await this.declareConflicts.run(me, seat, identities, answers);
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
        const now = await this.open(me, id);
        const { code, variables, field } = error;
        const changed = [{ field: field ?? '', code, variables }];
        const given = { ...now, typed, version: now.kept.version, errors: changed };
        return page('judging/declaration', declarationPage(given), 422);
      }
      return redirect('/judging', 'judging.declaration.done');
    }
    try {
      const saved = await this.saveDraft.run(me, seat, answers, version);
      if (byScript) return { time: beijingTimeOfDay(saved.savedAt), version: saved.version };
    } catch (error) {
      if (byScript || !isSavedMeanwhile(error)) throw error;
      // What was typed stays, and is saved over the other window's answers if it is sent again.
      const newest = (await this.drafts.ofSeat(id)).version;
      const stale = [{ field: '', code: 'judging.declaration.meanwhile', variables: {} }];
      const given = { seat, identities, typed, version: newest, errors: stale };
      return page('judging/declaration', declarationPage(given), 409);
    }
    if (act === 'rest') return redirect(`${place}?rest=1#rest`);
    return redirect(place, 'judging.declaration.kept');
  }

  /** The list is there from the opening of the declaration until it is signed; then only who is asked about again. */
  private async open(me: Actor, id: string) {
    const seat = (await this.queries.ownSeats(me.accountId)).find((one) => one.id === id);
    if (!seat) throw missing();
    const [identities, kept] = await Promise.all([
      this.facts.load(seat.id, seat.categoryId),
      this.drafts.ofSeat(seat.id),
    ]);
    if (seat.declaredAt) {
      const asked = await this.answerAgain.asked(seat.id);
      if (asked.size === 0) throw missing();
      return {
        seat,
        kept,
        identities: identities.filter(({ applicationId }) => asked.has(applicationId)),
      };
    }
    if (!programmeIn.mayDeclare.has(seat.programmeState)) throw missing();
    return { seat, identities, kept };
  }
}
