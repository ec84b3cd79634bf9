import { Controller, Get, Param, Post } from '@nestjs/common';
import { ConflictFacts } from '../../../judging/conflicts/conflict-facts.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { attemptMerging } from '../../../web/forms/merge-form.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../../web/http/parameters.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { page, redirect } from '../../../web/views/page.js';
import { AcceptObjection } from '../accept-objection.js';
import { DecideObjection } from '../decide-objection.js';
import { ExtendObjection } from '../extend-objection.js';
import { ObjectionQueries } from '../objection.queries.js';
import { OpenIdentity } from '../open-identity.js';
import { AcceptForm, DecisionForm, ExtendForm } from './objections.form.js';
import { officeObjectionPage, officeObjectionsPage } from './office-objections.page.js';

@Controller('office/objections')
export class OfficeObjectionsController {
  constructor(
    private readonly objections: ObjectionQueries,
    private readonly identity: OpenIdentity,
    private readonly conflicts: ConflictFacts,
    private readonly accept: AcceptObjection,
    private readonly decide: DecideObjection,
    private readonly extend: ExtendObjection,
  ) {}

  @Get()
  @Access('objection.read')
  async index() {
    return page('awards/office-objections', officeObjectionsPage(await this.objections.all()));
  }

  @Get(':id')
  @Access('objection.read')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return this.page(me, id);
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
    const model = officeObjectionPage(row, identity, experts, sent, status === 409);
    return page('awards/office-objection', model, status);
  }

  /** Whom the approver may name: who did not judge, and has no relation that the register knows of. */
  private async untied(applicationId: string) {
    const tied = await this.conflicts.expertsTiedTo(applicationId);
    const others = await this.objections.otherExperts(applicationId);
    return others.filter(({ id }) => !tied.has(id));
  }
}
