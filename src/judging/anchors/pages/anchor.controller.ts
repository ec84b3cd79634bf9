import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal, missing } from '../../../rules/refusal.js';
import { ANCHORS_LEAST } from '../../../rules/rounds/anchors.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, holds } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { AnchorQueries } from '../anchor.queries.js';
import { ConfirmAnchor } from '../confirm-anchor.js';
import { OpenAnchorFile } from '../open-anchor-file.js';
import { ReturnAnchor } from '../return-anchor.js';
import { SaveAnchor } from '../save-anchor.js';
import { WithdrawAnchor } from '../withdraw-anchor.js';
import {
  type AnchorInput,
  AnchorVersionForm,
  ReturnAnchorForm,
  owedErrors,
  readAnchorInput,
  typedVersion,
} from './anchor.form.js';
import { type AnchorPageInput, anchorPage } from './anchor.page.js';
import { sendFile } from './send-file.js';

/** One anchor: written by the registrar, read and confirmed by the approver. */
@Controller('office/anchor-dossiers')
export class AnchorController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorQueries,
    private readonly saveAnchor: SaveAnchor,
    private readonly confirmAnchor: ConfirmAnchor,
    private readonly returnAnchor: ReturnAnchor,
    private readonly withdrawAnchor: WithdrawAnchor,
    private readonly openFile: OpenAnchorFile,
  ) {}

  @Get(':id')
  @Access('anchor.read')
  show(@Me() me: Actor, @Param('id') id: string) {
    hideFromJudges(me);
    return this.page(id, {});
  }

  @Post(':id')
  @Access('anchor.prepare')
  async save(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    const handOver = typedTexts(raw, 'after')[0] === 'handOver';
    let input: AnchorInput | null = null;
    try {
      const given = { id, version: typedVersion(raw), handOver };
      await this.saveAnchor.run(me, given, (indicators) => {
        input = readAnchorInput(indicators, raw);
        return input;
      });
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid' || !input) throw error;
      const sent = await this.withOwed(id, input, error);
      return this.page(id, { sent }, 422);
    }
    if (!handOver) return redirect(`/office/anchor-dossiers/${id}`, 'judging.anchor.saved');
    const { programmeId } = await this.anchor(id);
    return redirect(`/office/anchors/${programmeId}`, 'judging.anchor.handedOver');
  }

  @Post(':id/confirmation')
  @Access('anchor.confirm')
  async confirm(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(AnchorVersionForm) form: Submitted<AnchorVersionForm>,
  ) {
    await this.confirmAnchor.run(me, { id, version: form.value.version });
    const { programmeId } = await this.anchor(id);
    return redirect(`/office/anchors/${programmeId}`, 'judging.anchor.confirmed', {
      least: ANCHORS_LEAST,
    });
  }

  @Post(':id/return')
  @Access('anchor.confirm')
  async giveBack(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(ReturnAnchorForm) form: Submitted<ReturnAnchorForm>,
  ) {
    const outcome = await form.attempt(({ version, reason }) =>
      this.returnAnchor.run(me, { id, version, reason }),
    );
    if (!outcome.done) return this.page(id, { returning: outcome.form }, 422);
    const { programmeId } = await this.anchor(id);
    return redirect(`/office/anchors/${programmeId}`, 'judging.anchor.returned');
  }

  @Post(':id/withdrawal')
  @Access('anchor.prepare')
  async withdraw(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(AnchorVersionForm) form: Submitted<AnchorVersionForm>,
  ) {
    const { version } = form.value;
    const programmeId = await this.withdrawAnchor.run(me, { id, version });
    return redirect(`/office/anchors/${programmeId}`, 'judging.anchor.withdrawn');
  }

  @Get(':id/files/:documentId')
  @Access('anchor.read')
  async file(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    hideFromJudges(me);
    const { evidence } = await this.anchor(id);
    return sendFile(reply, await this.openFile.run(me, evidence, documentId));
  }

  /** All that is owed when it is handed over, not only what was found first. */
  private async withOwed(id: string, input: AnchorInput, refusal: Refusal): Promise<AnchorInput> {
    if (input.errors.length) return input;
    const anchor = await this.anchor(id);
    const { rules } = await this.programmes.rules(anchor.programmeId);
    const indicators = roundSheet(rules, anchor.code, 'material')?.indicators ?? [];
    const errors = owedErrors(indicators, anchor.evidence, input);
    const { code, variables, field } = refusal;
    return { ...input, errors: errors.length ? errors : [{ field: field ?? '', code, variables }] };
  }

  private async anchor(id: string) {
    const anchor = await this.queries.byId(id);
    if (!anchor) throw missing();
    return anchor;
  }

  private async page(id: string, given: Pick<AnchorPageInput, 'sent' | 'returning'>, status = 200) {
    const anchor = await this.anchor(id);
    const { rules } = await this.programmes.rules(anchor.programmeId);
    const indicators = roundSheet(rules, anchor.code, 'material')?.indicators ?? [];
    const frozen = (await this.queries.frozen(anchor.programmeId)).has(anchor.categoryId);
    return page('judging/anchor', anchorPage({ anchor, indicators, frozen, ...given }), status);
  }
}

/** Reference points are nothing for who scores anchors, whatever else the account may do. */
function hideFromJudges(me: Actor): void {
  if (holds(me, 'Judge', 'Chair')) throw missing();
}
