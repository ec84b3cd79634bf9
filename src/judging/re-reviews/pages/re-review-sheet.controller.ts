import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal, isSavedMeanwhile, missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import { type FieldError, type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { LateConflictForm } from '../../sheets/pages/late-conflict.form.js';
import { readSheetInput } from '../../sheets/pages/sheet-input.js';
import { typedIntoSheet } from '../../sheets/pages/typed-sheet.js';
import { DeclareReReview } from '../declare-re-review.js';
import { OpenReReviewSheet } from '../open-re-review-sheet.js';
import { type TypedSheet, wholeProblem } from '../read-draft.js';
import { SaveReReviewSheet } from '../save-re-review-sheet.js';
import { SignReReviewSheet } from '../sign-re-review-sheet.js';
import { readFindings, typedFindings } from './finding-fields.js';
import {
  ReReviewDeclarationForm,
  ReReviewSignForm,
  type ReReviewSheetInput,
  declarationPage,
  reReviewSheetPage,
} from './re-review-sheet.page.js';

type TypedInput = TypedSheet & { readonly errors: readonly FieldError[] };

@Controller('judging/re-reviews')
export class ReReviewSheetController {
  constructor(
    private readonly openSheet: OpenReReviewSheet,
    private readonly declareReReview: DeclareReReview,
    private readonly saveSheet: SaveReReviewSheet,
    private readonly signSheet: SignReReviewSheet,
  ) {}

  @Get(':id')
  @Access('judge')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return this.page(me, id, {}, 200);
  }

  @Post(':id/declaration')
  @Access('judge')
  async declare(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(ReReviewDeclarationForm) form: Submitted<ReReviewDeclarationForm>,
  ) {
    const outcome = await form.attempt(({ ground, explanation }) =>
      this.declareReReview.run(me, id, { ground: ground === 'none' ? null : ground, explanation }),
    );
    if (!outcome.done) {
      const { row } = await this.openSheet.run(me, id);
      return page('judging/re-review-declaration', declarationPage(row, outcome.form), 422);
    }
    if (outcome.result) return redirect(`/judging/re-reviews/${id}`, 'judging.reReview.declared');
    return redirect('/judging', 'judging.reReview.steppedBack');
  }

  @Post(':id')
  @Access('judge')
  async save(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
  ) {
    request.typedFields = typedIntoSheet(raw);
    let input: TypedInput | null = null;
    try {
      await this.saveSheet.run(me, id, ({ indicators, figures }) => {
        const typed = readSheetInput(indicators, raw);
        input = { ...typed, findings: readFindings(figures, raw) };
        return { ...input, version: typed.version };
      });
    } catch (error) {
      if (!(error instanceof Refusal) || !input || error.kind === 'missing') throw error;
      if (error.kind === 'conflict' && !isSavedMeanwhile(error)) throw error;
      return this.refused(me, id, input, error);
    }
    return redirect(`/judging/re-reviews/${id}`, 'judging.sheet.saved');
  }

  @Post(':id/conflict')
  @Access('judge')
  async stepBack(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(LateConflictForm) form: Submitted<LateConflictForm>,
  ) {
    const outcome = await form.attempt((value) => this.declareReReview.run(me, id, value));
    if (!outcome.done) return this.page(me, id, { late: outcome.form }, 422);
    return redirect('/judging', 'judging.reReview.steppedBack');
  }

  @Post(':id/signature')
  @Access('judge')
  async sign(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(ReReviewSignForm) form: Submitted<ReReviewSignForm>,
  ) {
    const outcome = await form.attempt(({ version }) => this.signSheet.run(me, id, version));
    if (outcome.done) return redirect(`/judging/re-reviews/${id}`, 'judging.reReview.signed');
    const { file, row } = await this.openSheet.run(me, id);
    if (!file) throw missing();
    const { reading } = file;
    const draft = { ...reading, findings: typedFindings(row.findings, reading.comments) };
    return this.page(me, id, { sent: { draft, errors: outcome.form.errors } }, 422);
  }

  /** What was typed comes back; after another save beside the newest version, which it then replaces. */
  private refused(
    me: Actor,
    id: string,
    input: TypedInput,
    { code, variables, field, kind }: Refusal,
  ) {
    const errors = input.errors.length
      ? input.errors
      : [{ field: field ?? 'form', code, variables }];
    return this.page(me, id, { sent: { draft: input, errors } }, kind === 'conflict' ? 409 : 422);
  }

  private async page(
    me: Actor,
    id: string,
    given: Pick<ReReviewSheetInput, 'sent' | 'late'>,
    status: number,
  ) {
    const opened = await this.openSheet.run(me, id);
    const { row, rules, file } = opened;
    if (!file) {
      const form = unsentForm(ReReviewDeclarationForm);
      return page('judging/re-review-declaration', declarationPage(row, form));
    }
    const { reading, figures } = file;
    const { scores, comments, indicators } = reading;
    const saved = { scores, comments, findings: row.findings };
    const incomplete = wholeProblem({ indicators, figures }, saved, rules);
    const input = { ...given, opened: { ...opened, file }, incomplete };
    return page('judging/re-review-sheet', reReviewSheetPage(input), status);
  }
}
