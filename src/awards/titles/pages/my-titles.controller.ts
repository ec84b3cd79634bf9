import { Controller, Get, Param, Post } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { EntryReceipts } from '../../../prooflog/entry-receipts.js';
import { receiptFile, receiptSquare } from '../../../prooflog/receipt-line.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ReportChange } from '../changes/report-change.js';
import { TitleChangeQueries } from '../changes/title-change.queries.js';
import { StateCase } from '../revocations/state-case.js';
import { TitleQueries } from '../title.queries.js';
import { FileCure } from '../warnings/file-cure.js';
import { ReportChangeForm } from './changes.form.js';
import { CaseForm, CureForm } from './my-titles.form.js';
import { myTitlePage, myTitlesPage } from './my-titles.page.js';
import { ReadTitleFile } from './read-title-file.js';

/** The titles of a merchant as their holder sees them. */
@Controller('my/titles')
export class MyTitlesController {
  constructor(
    private readonly titles: TitleQueries,
    private readonly files: ReadTitleFile,
    private readonly changes: TitleChangeQueries,
    private readonly reportChange: ReportChange,
    private readonly fileCure: FileCure,
    private readonly stateCase: StateCase,
    private readonly receipts: EntryReceipts,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('merchant')
  async index(@Me() me: Actor) {
    return this.list(me, null);
  }

  @Post('changes')
  @Access('merchant')
  async createChange(@Me() me: Actor, @Form(ReportChangeForm) form: Submitted<ReportChangeForm>) {
    const outcome = await form.attempt(({ kind, happenedOn, text }) =>
      this.reportChange.run(me, { kind, happenedOn, text }),
    );
    if (!outcome.done) return this.list(me, outcome.form);
    return redirect('/my/titles', 'awards.change.sent');
  }

  @Get(':id')
  @Access('merchant')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return this.one(me, id, null);
  }

  /** That the public log has the title, for its holder. */
  @Get(':id/log')
  @Access('merchant')
  async log(@Me() me: Actor, @Param('id') id: string) {
    const { title, proof } = await this.own(me, id);
    return receiptFile(proof, title.certificateNumber);
  }

  @Get(':id/log/square.svg')
  @Access('merchant')
  async logSquare(@Me() me: Actor, @Param('id') id: string) {
    const { title, proof } = await this.own(me, id);
    return receiptSquare(proof, title.certificateNumber);
  }

  @Post(':id/cure')
  @Access('merchant')
  async createCure(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(CureForm) form: Submitted<CureForm>,
  ) {
    const outcome = await form.attempt(({ cure }) => this.fileCure.run(me, { titleId, cure }));
    if (!outcome.done) return this.one(me, titleId, outcome.form);
    return redirect(`/my/titles/${titleId}`, 'awards.cure.sent');
  }

  @Post(':id/statement')
  @Access('merchant')
  async createStatement(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(CaseForm) form: Submitted<CaseForm>,
  ) {
    const outcome = await form.attempt(({ statement }) =>
      this.stateCase.run(me, { titleId, statement }),
    );
    if (!outcome.done) return this.one(me, titleId, outcome.form);
    return redirect(`/my/titles/${titleId}`, 'awards.case.sent');
  }

  private async list(me: Actor, sent: Submitted<ReportChangeForm> | null) {
    const merchantId = merchantOf(me);
    if (!merchantId) throw missing();
    const titles = await this.titles.ofMerchant(merchantId, this.today);
    const changes = await this.changes.ofMerchant(merchantId);
    return page('awards/my-titles', myTitlesPage(titles, changes, sent), sent ? 422 : 200);
  }

  private async one(me: Actor, id: string, sent: Submitted<object> | null) {
    const { file, proof } = await this.own(me, id);
    return page('awards/my-title', myTitlePage(file, sent, proof), sent ? 422 : 200);
  }

  private async own(me: Actor, id: string) {
    const file = await this.files.run(id, this.today);
    if (!file || file.title.merchantId !== merchantOf(me)) throw missing();
    const proof = await this.receipts.of({ event: 'title.confer', subjectId: id });
    return { file, title: file.title, proof };
  }

  private get today(): string {
    return beijingDate(this.clock.now());
  }
}
