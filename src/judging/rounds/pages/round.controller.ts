import { Controller, Get, Param, Post } from '@nestjs/common';
import { SupplyBlindCopy } from '../../../documents/supply-blind-copy.js';
import { ProgrammeGuards } from '../../../programmes/programme-guards.js';
import {
  type ProgrammeRow,
  ProgrammeQueries,
  type RoundRow,
} from '../../../programmes/programme.queries.js';
import { DefenceRecordQueries } from '../../defence/defence-record.queries.js';
import { RoundWorks } from '../round-work.js';
import { Refusal, missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, holds } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Files, Form, Me, RawBody } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
import { ProposeVoiding } from '../../removals/propose-voiding.js';
import { AnswerQuestion } from '../../chair/answer-question.js';
import { ChairQueries } from '../../chair/chair.queries.js';
import { AnswerForm } from '../../chair/pages/chair.form.js';
import { RemindJudges } from '../remind-judges.js';
import { RescoreSpread } from '../rescore-spread.js';
import { ReturnSheet } from '../../sheets/return-sheet.js';
import { roundEvent } from '../round-event.js';
import { RoundProgressQueries } from '../round-progress.queries.js';
import { RoundQueries } from '../round.queries.js';
import { CloseRound, OpenRound } from '../round-steps.js';
import { type RoundResult, SpreadQueries } from '../spread.queries.js';
import { UnstaffedFlags } from '../unstaffed-flags.js';
import { WithheldFiles } from '../withheld-files.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { SheetNameForm, VoidingForm } from '../../panel/pages/panel.form.js';
import { roundPage } from './round.page.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';

@Controller('office/rounds')
export class RoundController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly rounds: RoundQueries,
    private readonly works: RoundWorks,
    private readonly guards: ProgrammeGuards,
    private readonly progress: RoundProgressQueries,
    private readonly spread: SpreadQueries,
    private readonly unstaffed: UnstaffedFlags,
    private readonly defence: DefenceRecordQueries,
    private readonly openRound: OpenRound,
    private readonly closeRound: CloseRound,
    private readonly remindJudges: RemindJudges,
    private readonly returnSheet: ReturnSheet,
    private readonly proposeVoiding: ProposeVoiding,
    private readonly rescoreSpread: RescoreSpread,
    private readonly withheldFiles: WithheldFiles,
    private readonly supplyBlindCopy: SupplyBlindCopy,
    private readonly chair: ChairQueries,
    private readonly answerQuestion: AnswerQuestion,
  ) {}

  @Get(':id')
  @Access('office.read')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return this.page(me, id, unsentForm(SheetNameForm), 200);
  }

  @Post(':id/opening')
  @Access('panel.seat')
  async open(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    const withoutFiles = typedTexts(raw, 'withoutFiles')[0] === 'yes';
    return this.step(me, id, 'judging.round.opened', () =>
      this.openRound.run(me, id, withoutFiles),
    );
  }

  @Post(':id/blind-copies/:documentId')
  @Access('panel.seat')
  async blindCopy(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Files() uploads: readonly UploadedFile[],
  ) {
    const round = await this.rounds.row(id);
    const files = await this.withheldFiles.of(round);
    if (!files.some((one) => one.documentId === documentId)) throw missing();
    const field = `file-${documentId}`;
    return this.step(me, id, 'judging.round.withheld.supplied', async () => {
      const [file] = uploads;
      if (!file) throw new Refusal('judging.round.withheld.noFile', {}, field);
      await this.supplyBlindCopy.run(me, documentId, { ...file, field });
    });
  }

  @Post(':id/closing')
  @Access('panel.seat')
  async close(@Me() me: Actor, @Param('id') id: string) {
    return this.step(me, id, 'judging.round.closed', () => this.closeRound.run(me, id));
  }

  @Post(':id/reminders')
  @Access('panel.seat')
  async remind(@Me() me: Actor, @Param('id') id: string) {
    const count = await this.remindJudges.run(me, id);
    return redirect(`/office/rounds/${id}`, 'judging.round.reminded', { count });
  }

  @Post(':id/rescores')
  @Access('panel.seat')
  async rescore(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    return this.step(me, id, 'judging.round.rescored', () =>
      this.rescoreSpread.run(me, id, typedTexts(raw, 'applicationId')),
    );
  }

  @Post(':id/voids')
  @Access('panel.seat')
  async void(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(VoidingForm) form: Submitted<VoidingForm>,
  ) {
    const outcome = await form.attempt((value) => this.proposeVoiding.run(me, id, value));
    if (!outcome.done) return this.page(me, id, unsentForm(SheetNameForm), 422, outcome.form);
    return redirect(`/office/rounds/${id}`, 'judging.removal.proposed');
  }

  @Post(':id/returns')
  @Access('standings.lock')
  async return(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(SheetNameForm) form: Submitted<SheetNameForm>,
  ) {
    const outcome = await form.attempt((value) => this.returnSheet.run(me, id, value));
    if (!outcome.done) return this.page(me, id, outcome.form, 422);
    return redirect(`/office/rounds/${id}`, 'judging.round.returned');
  }

  @Post(':id/answers')
  @Access('panel.seat')
  async answer(
    @Me() me: Actor,
    @Param('id') roundId: string,
    @Form(AnswerForm) form: Submitted<AnswerForm>,
  ) {
    const outcome = await form.attempt(({ number, answer }) =>
      this.answerQuestion.run(me, { roundId, number }, answer),
    );
    if (outcome.done) return redirect(`/office/rounds/${roundId}`, 'judging.chair.answered');
    return this.page(me, roundId, unsentForm(SheetNameForm), 422, undefined, outcome.form);
  }

  private async step(me: Actor, id: string, done: string, work: () => Promise<void>) {
    const outcome = await unsentForm(SheetNameForm).attempt(work);
    if (!outcome.done) return this.page(me, id, outcome.form, 422);
    return redirect(`/office/rounds/${id}`, done);
  }

  private async page(
    me: Actor,
    id: string,
    form: Submitted<SheetNameForm>,
    status: number,
    voiding = unsentForm(VoidingForm),
    answering = unsentForm(AnswerForm),
  ) {
    const round = await this.rounds.row(id);
    const { programmeId } = round;
    const [
      programme,
      categories,
      withheld,
      seats,
      results,
      applications,
      reminded,
      heard,
      minutes,
    ] = await Promise.all([
      this.programmes.byId(programmeId),
      this.programmes.categories(programmeId),
      this.withheldFiles.of(round),
      this.progress.seats(id),
      this.spread.results(round),
      this.progress.applications(id),
      this.progress.reminded(id),
      this.defence.ofRound(id),
      this.chair.minutes(id),
    ]);
    const confirmed = heard.filter(({ confirmedAt }) => confirmedAt !== null).length;
    const category = categories.find((one) => one.id === round.categoryId)!;
    const registrar = holds(me, 'CityRegistrar');
    const tabulator = holds(me, 'Tabulator');
    const unstaffed = registrar ? await this.unstaffed.of(programmeId, round.categoryId) : 0;
    const next = registrar ? await this.next(programme, round, results) : null;
    return page(
      'judging/round',
      (context) =>
        roundPage(
          {
            programme,
            round,
            categoryName: categoryName(category, context),
            withheld,
            seats,
            defence: heard.length ? { heard: heard.length, confirmed } : null,
            results,
            applications,
            reminded,
            minutes,
            registrar,
            unstaffed,
            tabulator,
            next,
          },
          form,
          voiding,
          answering,
        )(context),
      status,
    );
  }

  /** The step that the next act in this room would bring with it, and what it needs. */
  private async next(
    programme: ProgrammeRow,
    { kind, state }: RoundRow,
    results: readonly RoundResult[] | null,
  ) {
    const flagged = results?.some(({ flag }) => flag === 'open') ?? false;
    const act = !roundIn.open.has(state) ? 'open' : flagged ? 'rescore' : 'close';
    const event = roundEvent(programme.state, kind, act, await this.works.of(programme.id));
    return event && { event, findings: await this.guards.findings(programme.id) };
  }
}
