import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WorkingDays } from '../../../programmes/working-days.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../../rules/calendar/working-day-calendar.js';
import { LIMITS } from '../../../rules/programme/limits.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Address, Asked, Files, Form, Me, Visitor } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { RateLimits } from '../../../web/rate-limits.js';
import { ReceiptCookie } from '../../../web/sessions/receipt-cookie.js';
import { page, redirect } from '../../../web/views/page.js';
import { NoticeQueries } from '../../notices/notice.queries.js';
import { AnswerObjection } from '../answer-objection.js';
import { FileObjection } from '../file-objection.js';
import { ObjectionQueries } from '../objection.queries.js';
import { objectorProblems } from '../objector-problems.js';
import { keptCodes } from './kept-codes.js';
import { AnswerForm, ObjectionForm } from './objections.form.js';
import { objectionMyPage, objectionNewPage } from './objections.page.js';

@Controller()
export class ObjectionsController {
  constructor(
    private readonly notices: NoticeQueries,
    private readonly objections: ObjectionQueries,
    private readonly file: FileObjection,
    private readonly answer: AnswerObjection,
    private readonly limits: RateLimits,
    private readonly receipts: ReceiptCookie,
    private readonly workingDays: WorkingDays,
  ) {}

  @Get('objections/new')
  @Access('public')
  async new(@Asked('notice') notice?: string) {
    return this.newPage(notice ?? '');
  }

  @Post('objections')
  @Access('public')
  async create(
    @Visitor() visitor: Actor | null,
    @Address() address: string,
    @Form(ObjectionForm) sent: Submitted<ObjectionForm>,
    @Files() files: readonly UploadedFile[],
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const form = sent.together(objectorProblems(sent.value));
    if (form.ok) await this.limits.take('objectionAddress', address);
    const evidence = files.find(({ field, size }) => field === 'evidence' && size > 0);
    const outcome = await form.attempt(({ notice, ...value }) =>
      this.file.run(visitor, { ...value, noticeId: notice, evidence: evidence ?? null }),
    );
    if (!outcome.done) return this.newPage(form.value.notice ?? '', outcome.form);
    this.receipts.keep(reply, keptCodes('filed', [outcome.result]));
    return redirect('/objections/receipt');
  }

  @Get('my/objections/:id')
  @Access('merchant')
  async mine(@Me() me: Actor, @Param('id') id: string) {
    return this.myPage(me, id, unsentForm(AnswerForm), 200);
  }

  @Post('my/objections/:id')
  @Access('merchant')
  async createAnswer(
    @Me() me: Actor,
    @Param('id') objectionId: string,
    @Form(AnswerForm) form: Submitted<AnswerForm>,
  ) {
    const outcome = await form.attempt(({ answer }) =>
      this.answer.run(me, { objectionId, answer }),
    );
    if (!outcome.done) return this.myPage(me, objectionId, outcome.form, 422);
    return redirect(`/my/objections/${objectionId}`, 'awards.objection.answerSent');
  }

  private async newPage(noticeId: string, sent?: Submitted<ObjectionForm>) {
    const notice = await this.notices.byId(noticeId);
    if (!notice || notice.kind !== 'publicity') throw missing();
    const listed = await this.objections.listed(noticeId);
    return page('awards/objection-new', objectionNewPage(notice, listed, sent), sent ? 422 : 200);
  }

  private async myPage(me: Actor, id: string, form: Submitted<AnswerForm>, status: number) {
    const row = await this.objections.ofMerchant(id, merchantOf(me) ?? '');
    if (!row) throw missing();
    const answerBy = row.acceptedAt
      ? addWorkingDays(
          await this.workingDays.calendar(),
          beijingDate(row.acceptedAt),
          LIMITS.merchantAnswer,
        )
      : null;
    return page('awards/objection-my', objectionMyPage(row, answerBy, form), status);
  }
}
