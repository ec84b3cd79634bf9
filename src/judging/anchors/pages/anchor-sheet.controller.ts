import { Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal, missing } from '../../../rules/refusal.js';
import { draftTotal } from '../../../rules/rounds/draft-sheet.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { savedAnswer } from '../../sheets/pages/saved-answer.js';
import { type SheetInput, readSheetInput } from '../../sheets/pages/sheet-input.js';
import { AcknowledgeAnchorSheet } from '../acknowledge-anchor-sheet.js';
import { AnchorSheetQueries } from '../anchor-sheet.queries.js';
import { OpenAnchorFile } from '../open-anchor-file.js';
import { SaveAnchorSheet, type SavedAnchorSheet } from '../save-anchor-sheet.js';
import { SubmitAnchorSheet } from '../submit-anchor-sheet.js';
import { anchorSheetIn } from '../../../rules/lifecycle/anchor-states.js';
import { AnchorVersionForm } from './anchor.form.js';
import { type AnchorSheetInput, anchorSheetPage } from './anchor-sheet.page.js';
import { sendFile } from './send-file.js';

/** A judge's own anchors; those of others are not there. */
@Controller('judging/anchors')
export class AnchorSheetController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorSheetQueries,
    private readonly saveSheet: SaveAnchorSheet,
    private readonly submitSheet: SubmitAnchorSheet,
    private readonly acknowledgeSheet: AcknowledgeAnchorSheet,
    private readonly openFile: OpenAnchorFile,
  ) {}

  @Get(':id')
  @Access('judge')
  show(@Me() me: Actor, @Param('id') id: string) {
    return this.page(me, id);
  }

  @Post(':id')
  @HttpCode(200)
  @Access('judge')
  async save(
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
    @Headers('accept') accept = '',
  ) {
    const byScript = accept.startsWith('application/json');
    const typed: { input?: SheetInput; indicators: readonly Indicator[] } = { indicators: [] };
    let saved: SavedAnchorSheet;
    try {
      saved = await this.saveSheet.run(me, id, (indicators) => {
        typed.indicators = indicators;
        typed.input = readSheetInput(indicators, raw);
        return typed.input;
      });
    } catch (error) {
      const { input } = typed;
      const mine = error instanceof Refusal && error.kind === 'invalid' && input;
      if (!mine || byScript) throw error;
      const { errors, seen, version } = input;
      return this.page(me, id, { draft: input, errors, seen, version }, 422);
    }
    const { indicators, input } = typed;
    if (byScript) return savedAnswer(indicators, { ...saved, mark: null });
    if (saved.conflicts.length > 0 && input) {
      // What was typed stands over what is saved now; saving again keeps it.
      const errors = saved.conflicts.map((code) => ({
        field: `score-${code}`,
        code: 'errors.conflict',
        variables: {},
      }));
      return this.page(me, id, { draft: input, errors }, 409);
    }
    const after = typedTexts(raw, 'after')[0];
    if (after === 'submit') return this.submit(me, id, saved.version);
    const complete = draftTotal(indicators, saved.draft) !== null;
    const on = after === 'next' && complete ? '#submit' : '';
    return redirect(`/judging/anchors/${id}${on}`, 'judging.sheet.saved');
  }

  @Post(':id/acknowledgement')
  @Access('judge')
  async acknowledge(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(AnchorVersionForm) form: Submitted<AnchorVersionForm>,
  ) {
    await this.acknowledgeSheet.run(me, id, form.value.version);
    const own = await this.queries.own(me.accountId);
    const next = own.find(({ state }) => !anchorSheetIn.done.has(state));
    const path = next ? `/judging/anchors/${next.id}` : '/judging';
    return redirect(path, next ? 'judging.anchor.next' : 'judging.anchor.allDone');
  }

  @Get(':id/files/:documentId')
  @Access('judge')
  async file(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const own = await this.queries.one(me.accountId, id);
    if (!own) throw missing();
    return sendFile(reply, await this.openFile.run(me, own.evidence, documentId));
  }

  /** What was just saved is what stands; where it is not whole, the draft stays and says what it lacks. */
  private async submit(me: Actor, id: string, version: number) {
    try {
      await this.submitSheet.run(me, id, version);
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      const { field, code, variables } = error;
      return this.page(me, id, { errors: [{ field: field ?? '', code, variables }] }, 422);
    }
    return redirect(`/judging/anchors/${id}`, 'judging.anchor.submitted');
  }

  private async page(
    me: Actor,
    id: string,
    sent?: Partial<NonNullable<AnchorSheetInput['sent']>>,
    status = 200,
  ) {
    const own = await this.queries.one(me.accountId, id);
    if (!own) throw missing();
    const { rules } = await this.programmes.rules(own.programmeId);
    const indicators = roundSheet(rules, own.code, 'material')?.indicators ?? [];
    const input: AnchorSheetInput = {
      own,
      indicators,
      comment: rules.comment,
      ...(sent ? { sent: { draft: own, errors: [], ...sent } } : {}),
    };
    return page('judging/anchor-sheet', anchorSheetPage(input), status);
  }
}
