import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ShowList } from '../../../accounts/show-list.js';
import { Clock } from '../../../config/clock.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { ConflictFacts } from '../../../judging/conflicts/conflict-facts.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { attemptMerging } from '../../../web/forms/merge-form.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { Files, Form, Me, RawBody } from '../../../web/http/parameters.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { allows } from '../../../web/access/policies.js';
import { listPage } from '../../../web/lists/list-page.js';
import { ReceiptCookie } from '../../../web/sessions/receipt-cookie.js';
import { page, redirect } from '../../../web/views/page.js';
import { AcceptObjection } from '../accept-objection.js';
import { DecideObjection } from '../decide-objection.js';
import { EnterObjection } from '../enter-objection.js';
import { ExtendObjection } from '../extend-objection.js';
import { objectionList } from '../objection-list.js';
import { ObjectionQueries } from '../objection.queries.js';
import { OpenIdentity } from '../open-identity.js';
import { objectorProblems } from '../objector-problems.js';
import { AfterPublicationQueries } from '../after-publication.queries.js';
import { ownMotion } from '../channels.js';
import { enterObjectionPage } from './enter-objection.page.js';
import { keptCodes } from './kept-codes.js';
import { AcceptForm, DecisionForm, EntryForm, ExtendForm } from './objections.form.js';
import { officeObjectionPage } from './office-objections.page.js';

const TITLE = 'awards.objections.title';

@Controller('office/objections')
export class OfficeObjectionsController {
  constructor(
    private readonly objections: ObjectionQueries,
    private readonly after: AfterPublicationQueries,
    private readonly identity: OpenIdentity,
    private readonly conflicts: ConflictFacts,
    private readonly accept: AcceptObjection,
    private readonly decide: DecideObjection,
    private readonly extend: ExtendObjection,
    private readonly enter: EnterObjection,
    private readonly receipts: ReceiptCookie,
    private readonly showList: ShowList,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('objection.read')
  index(@Me() me: Actor, @ListVisit() visitor: ListVisitor) {
    const entry = { href: '/office/objections/new', label: 'awards.enter.title' };
    const links = allows('programme.prepare', me) ? [entry] : [];
    return this.showList.run(visitor, this.table(), TITLE, (found) =>
      page('lists/list', listPage(found, { title: TITLE, links })),
    );
  }

  @Get('new')
  @Access('programme.prepare')
  async entry() {
    return page('awards/enter-objection', enterObjectionPage(await this.objections.openNotices()));
  }

  @Post()
  @Access('programme.prepare')
  async create(
    @Me() me: Actor,
    @Form(EntryForm) sent: Submitted<EntryForm>,
    @Files() files: readonly UploadedFile[],
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const evidence = files.find(({ field, size }) => field === 'evidence' && size > 0) ?? null;
    const found = ownMotion.has(sent.value.channel);
    const form = sent.together(found ? [] : objectorProblems(sent.value));
    const outcome = await form.attempt(async ({ notice, ...value }) => {
      const code = await this.enter.run(me, { ...value, noticeId: notice, evidence });
      return ownMotion.has(value.channel) ? null : code;
    });
    if (outcome.done && outcome.result) {
      this.receipts.keep(reply, keptCodes('entered', [outcome.result]));
      return redirect('/objections/receipt');
    }
    if (outcome.done) return redirect('/office/objections', 'awards.enter.foundDone');
    const notices = await this.objections.openNotices();
    return page('awards/enter-objection', enterObjectionPage(notices, outcome.form), 422);
  }

  @Get(':id')
  @Access('objection.read')
  async show(@Me() me: Actor, @Param('id') id: string, @ListVisit() visitor: ListVisitor) {
    const shown = await this.page(me, id);
    return this.showList.walk(visitor, id, () => Promise.resolve(this.table()), shown);
  }

  @Post(':id/admission')
  @Access('programme.prepare')
  async createAdmission(
    @Me() me: Actor,
    @Param('id') objectionId: string,
    @Form(AcceptForm) form: Submitted<AcceptForm>,
  ) {
    const outcome = await attemptMerging(form, ({ admission, reason, version }) =>
      this.accept.run(me, { objectionId, version, accepted: admission === 'accept', reason }),
    );
    if (!outcome.done) return this.page(me, objectionId, outcome.form, outcome.status);
    return redirect(`/office/objections/${objectionId}`, 'awards.objection.admitted');
  }

  @Post(':id/decision')
  @Access('objection.decide')
  async createDecision(
    @Me() me: Actor,
    @Param('id') objectionId: string,
    @Form(DecisionForm) form: Submitted<DecisionForm>,
    @RawBody() raw: RawForm,
  ) {
    const reReviewers = typedTexts(raw, 'reReviewers');
    const outcome = await attemptMerging(form, ({ version, finding, reason, reply }) =>
      this.decide.run(me, { objectionId, version, finding, reason, reply, reReviewers }),
    );
    if (!outcome.done) return this.page(me, objectionId, outcome.form, outcome.status);
    return redirect(`/office/objections/${objectionId}`, 'awards.objection.decidedFlash');
  }

  @Post(':id/extension')
  @Access('objection.decide')
  async createExtension(
    @Me() me: Actor,
    @Param('id') objectionId: string,
    @Form(ExtendForm) form: Submitted<ExtendForm>,
  ) {
    const outcome = await attemptMerging(form, ({ version, extension }) =>
      this.extend.run(me, { objectionId, version, reason: extension }),
    );
    if (!outcome.done) return this.page(me, objectionId, outcome.form, outcome.status);
    return redirect(`/office/objections/${objectionId}`, 'awards.objection.extended');
  }

  private table() {
    return objectionList(beijingDate(this.clock.now()));
  }

  private async page(
    me: Actor,
    id: string,
    sent: Submitted<object> | null = null,
    status: number = 200,
  ) {
    const row = await this.objections.byId(id);
    if (!row) throw missing();
    const identity = await this.identity.run(me, row);
    const experts = {
      others: row.applicationId ? await this.untied(row.applicationId) : [],
      named: await this.objections.reReviewers(id),
    };
    const additions = await this.objections.additions(id);
    const seen = { additions, follow: await this.after.ofObjection(id) };
    const model = officeObjectionPage(row, identity, experts, seen, sent, status === 409);
    return page('awards/office-objection', model, status);
  }

  /** Whom the approver may name: who did not judge, and has no relation that the register knows of. */
  private async untied(applicationId: string) {
    const tied = await this.conflicts.expertsTiedTo(applicationId);
    const others = await this.objections.otherExperts(applicationId);
    return others.filter(({ id }) => !tied.has(id));
  }
}
