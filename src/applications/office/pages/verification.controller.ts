import { Controller, Get, Param, Post } from '@nestjs/common';
import { ShowList } from '../../../accounts/show-list.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { isSavedMeanwhile } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, holds } from '../../../web/actor.js';
import { listPage } from '../../../web/lists/list-page.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { Form, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { PlausibilityQueries } from '../file/plausibility.queries.js';
import { ApplicationLists } from '../lists/application-lists.js';
import { AdjustScore } from '../verification/adjust-score.js';
import { CompleteVerification } from '../verification/complete-verification.js';
import { ConfirmVerification } from '../verification/confirm-verification.js';
import { RemoveAdjustment } from '../verification/remove-adjustment.js';
import { SaveVerdicts } from '../verification/save-verdicts.js';
import { VerificationQueries } from '../verification/verification.queries.js';
import { acceptedPage } from './accepted.page.js';
import { acceptingRest, readVerdicts, verdictErrors } from './read-verdicts.js';
import { AdjustmentForm } from './verification.form.js';
import type { SentVerdicts } from './verdict-field.js';
import { verificationPage } from './verification.page.js';

@Controller('office/verification')
export class VerificationController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly queries: VerificationQueries,
    private readonly plausibility: PlausibilityQueries,
    private readonly saveVerdicts: SaveVerdicts,
    private readonly confirmVerification: ConfirmVerification,
    private readonly completeVerification: CompleteVerification,
    private readonly adjustScore: AdjustScore,
    private readonly removeAdjustment: RemoveAdjustment,
    private readonly lists: ApplicationLists,
    private readonly showList: ShowList,
  ) {}

  @Get()
  @Access('office.read')
  async list(@Me() me: Actor, @ListVisit() visitor: ListVisitor) {
    const title = 'review.verification.title';
    const links = holds(me, 'Verifier')
      ? [{ href: '/office/verification/import', label: 'review.verdictImport.title' }]
      : [];
    return this.showList.run(visitor, await this.lists.verification(), title, (found) =>
      page('lists/list', listPage(found, { title, links })),
    );
  }

  @Get(':id')
  @Access('office.read')
  async application(@Param('id') id: string, @ListVisit() visitor: ListVisitor) {
    const shown = await this.show(id, 200);
    return this.showList.walk(visitor, id, () => this.lists.verification(), shown);
  }

  @Post(':id/verdicts')
  @Access('verify')
  async verdicts(@Me() me: Actor, @Param('id') id: string, @RawBody() body: RawForm) {
    const { verdicts, rest } = acceptingRest(readVerdicts(body), body);
    const file = await this.files.file(id, null);
    const claims = new Map(file.figures.map(({ key, claimed }) => [key, claimed]));
    const errors = verdictErrors(verdicts, (key) => claims.get(key) ?? null);
    if (errors.length > 0) return this.show(id, 422, { typed: verdicts, errors, changed: false });
    try {
      const { saved } = await this.saveVerdicts.run(me, { applicationId: id, verdicts });
      if (rest.length > 0) return await this.accepted(id, rest);
      return redirect(`/office/verification/${id}`, 'review.verdicts.saved', { count: saved });
    } catch (error) {
      if (!isSavedMeanwhile(error)) throw error;
      return this.show(id, 409, { typed: verdicts, errors: [], changed: true });
    }
  }

  /** What was accepted without being looked at one by one, to be read over at once. */
  private async accepted(id: string, keys: readonly string[]) {
    const file = await this.files.file(id, null);
    const { rules } = await this.programmes.rules(file.head.programmeId);
    return page('applications-office/accepted', acceptedPage(file, rules, keys));
  }

  @Post(':id/second-reading')
  @Access('verify')
  async confirm(@Me() me: Actor, @Param('id') id: string) {
    await this.confirmVerification.run(me, id);
    return redirect(`/office/verification/${id}`, 'review.verification.confirmed');
  }

  @Post(':id/completion')
  @Access('verify')
  async complete(@Me() me: Actor, @Param('id') id: string) {
    await this.completeVerification.run(me, id);
    return redirect('/office/verification', 'review.verification.done');
  }

  @Post(':id/adjustments')
  @Access('verify')
  async adjust(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(AdjustmentForm) form: Submitted<AdjustmentForm>,
  ) {
    const outcome = await form.attempt(({ kind, points, reason, evidenceId }) =>
      this.adjustScore.run(me, { applicationId: id, kind, points, reason, evidenceId }),
    );
    if (!outcome.done) return this.show(id, 422, undefined, outcome.form);
    return redirect(`/office/verification/${id}`, 'review.adjustment.saved');
  }

  @Post(':id/adjustments/:adjustmentId/removal')
  @Access('verify')
  async unadjust(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('adjustmentId') adjustmentId: string,
  ) {
    await this.removeAdjustment.run(me, id, adjustmentId);
    return redirect(`/office/verification/${id}`, 'review.adjustment.removed');
  }

  private async show(
    id: string,
    status: number,
    sent?: SentVerdicts,
    form: Submitted<AdjustmentForm> = unsentForm(AdjustmentForm),
  ) {
    const file = await this.files.file(id, null);
    const { rules } = await this.programmes.rules(file.head.programmeId);
    const [adjustments, background] = await Promise.all([
      this.queries.adjustments(id),
      this.plausibility.background(file),
    ]);
    return page(
      'applications-office/verification-application',
      verificationPage(file, rules, adjustments, form, background, sent),
      status,
    );
  }
}
