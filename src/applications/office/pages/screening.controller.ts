import { Controller, Get, Param, Post } from '@nestjs/common';
import { ShowList } from '../../../accounts/show-list.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Access } from '../../../web/access/access.decorator.js';
import { allows } from '../../../web/access/policies.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Asked, Files, Form, Me } from '../../../web/http/parameters.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { listPage } from '../../../web/lists/list-page.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
import { ApplicationLists } from '../lists/application-lists.js';
import { CorrectionDue } from '../file/correction-due.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { RequestCorrection } from '../file/request-correction.js';
import { namedPoint, screeningPath } from '../screening/check-point-of.js';
import { ConfirmVetoCheck } from '../screening/confirm-veto-check.js';
import { DecideScreening } from '../screening/decide-screening.js';
import { RecordVetoChecks } from '../screening/record-veto-checks.js';
import { ScreeningFiles } from '../screening/screening-file.js';
import { ScreeningQueries } from '../screening/screening.queries.js';
import { typedTexts } from '../../../web/forms/parse-value.js';
import { correctionPage } from './correction-form.page.js';
import { readCorrection } from './corrections.page.js';
import { CorrectionForm } from './review.form.js';
import { ClearChecksForm, ScreeningForm, VetoCheckForm } from './screening.form.js';
import { type SentForms, screeningPage } from './screening.page.js';
import type { CheckPoint } from '../../../rules/lifecycle/check-point.js';

const TITLE = 'review.screening.title';

@Controller('office/screening')
export class ScreeningController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly screenings: ScreeningFiles,
    private readonly queries: ScreeningQueries,
    private readonly files: ApplicationFileQueries,
    private readonly recordChecks: RecordVetoChecks,
    private readonly confirmCheck: ConfirmVetoCheck,
    private readonly decideScreening: DecideScreening,
    private readonly correctionDue: CorrectionDue,
    private readonly requestCorrection: RequestCorrection,
    private readonly lists: ApplicationLists,
    private readonly showList: ShowList,
  ) {}

  @Get()
  @Access('office.read')
  async list(@Me() me: Actor, @ListVisit() visitor: ListVisitor) {
    const running = allows('screen', me) ? await this.programmes.running() : [];
    const links = running.map(({ id, name }) => ({
      href: `/office/credit/${id}?point=K1`,
      label: 'review.credit.batch',
      detail: running.length > 1 ? name : null,
    }));
    return this.showList.run(visitor, await this.lists.screening(), TITLE, (found) =>
      page('lists/list', listPage(found, { title: TITLE, links })),
    );
  }

  @Get(':id')
  @Access('office.read')
  async application(
    @Param('id') id: string,
    @Asked('point') point: unknown,
    @ListVisit() visitor: ListVisitor,
  ) {
    const shown = await this.show(id, {}, 200, namedPoint(point));
    return this.showList.walk(visitor, id, () => this.lists.screening(), shown);
  }

  @Post(':id/clear-checks')
  @Access('screen')
  async clear(
    @Me() me: Actor,
    @Param('id') id: string,
    @Asked('point') point: unknown,
    @Form(ClearChecksForm) form: Submitted<ClearChecksForm>,
  ) {
    const { checkPoint } = await this.screenings.file(id, namedPoint(point));
    const nothing = { decidedOn: null, clearedOn: null, note: null };
    const outcome = await form.attempt(({ clearSource, clearAsOf }) =>
      this.recordChecks.run(me, {
        applicationId: id,
        checkPoint,
        checks: typedTexts(form.typed, 'rules').map((rule) => ({
          ...nothing,
          rule,
          source: clearSource,
          asOf: clearAsOf,
          result: 'Clear' as const,
        })),
      }),
    );
    if (!outcome.done) return this.show(id, { clear: outcome.form }, 422, checkPoint);
    return redirect(screeningPath(id, checkPoint), 'review.veto.recorded', {
      count: outcome.result.results.length,
    });
  }

  @Post(':id/checks')
  @Access('screen')
  async check(
    @Me() me: Actor,
    @Param('id') id: string,
    @Asked('point') point: unknown,
    @Form(VetoCheckForm) form: Submitted<VetoCheckForm>,
    @Files() files: readonly UploadedFile[],
  ) {
    const { checkPoint } = await this.screenings.file(id, namedPoint(point));
    const evidence = files.find(({ field }) => field === 'evidence') ?? null;
    const outcome = await form.attempt((check) =>
      this.recordChecks.run(me, { applicationId: id, checkPoint, checks: [check], evidence }),
    );
    if (!outcome.done) return this.show(id, { one: outcome.form }, 422, checkPoint);
    const changed = outcome.result.results[0] !== form.value.result;
    return redirect(
      screeningPath(id, checkPoint),
      changed ? 'review.veto.recordedOutside' : 'review.veto.recorded',
      { count: 1 },
    );
  }

  @Post('checks/:checkId/reading')
  @Access('screen.confirm')
  async reading(@Me() me: Actor, @Param('checkId') checkId: string) {
    const { applicationId, checkPoint } = await this.confirmCheck.run(me, checkId);
    return redirect(screeningPath(applicationId, checkPoint), 'review.veto.read');
  }

  @Post(':id/decision')
  @Access('screen')
  async decide(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(ScreeningForm) form: Submitted<ScreeningForm>,
  ) {
    const outcome = await form.attempt(({ decision, reason, basis, remedy }) =>
      this.decideScreening.run(me, { applicationId: id, result: decision, reason, basis, remedy }),
    );
    if (!outcome.done) return this.show(id, { decision: outcome.form }, 422, null);
    return redirect(`/office/screening/${id}`, 'review.screening.done');
  }

  @Get(':id/correction')
  @Access('screen')
  correction(@Param('id') id: string) {
    return this.correctionForm(id, unsentForm(CorrectionForm), 200);
  }

  @Post(':id/correction')
  @Access('screen')
  async sendCorrection(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(CorrectionForm) sent: Submitted<CorrectionForm>,
  ) {
    const { form, items, texts } = readCorrection(sent);
    const outcome = await form.attempt(({ reason }) =>
      this.requestCorrection.run(me, {
        applicationId: id,
        stage: 'screening',
        items,
        reason,
        texts,
      }),
    );
    if (!outcome.done) return this.correctionForm(id, outcome.form, 422);
    return redirect(`/office/screening/${id}`, 'review.correction.sent');
  }

  private async show(id: string, sent: SentForms, status: number, point: CheckPoint | null) {
    const screening = await this.screenings.file(id, point);
    const decided = await this.queries.decision(id);
    return page(
      'applications-office/screening-application',
      screeningPage(screening, decided, sent),
      status,
    );
  }

  private async correctionForm(id: string, form: Submitted<CorrectionForm>, status: number) {
    const file = await this.files.file(id, null);
    const { rules } = await this.programmes.rules(file.head.programmeId);
    const due = await this.correctionDue.day();
    return page(
      'applications-office/correction',
      correctionPage(file, rules, 'screening', due, form),
      status,
    );
  }
}
