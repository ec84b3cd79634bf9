import { Controller, Get, Param, Post } from '@nestjs/common';
import { missing } from '../../rules/refusal.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Files, Form, Me } from '../../web/http/parameters.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { page, redirect } from '../../web/views/page.js';
import { ApproveLegalBasis } from '../approve-legal-basis.js';
import { ProgrammeQueries } from '../programme.queries.js';
import { SaveLegalBasis } from '../save-legal-basis.js';
import { SetUpQueries } from '../set-up.queries.js';
import { attempt } from './attempt.js';
import { ApprovalForm, LegalBasisForm } from './legal-basis.form.js';
import { approvalPage, legalBasisPage, storedBasis } from './legal-basis.page.js';

@Controller('office/programmes/:id/legal-basis')
export class LegalBasisController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly saveLegalBasis: SaveLegalBasis,
    private readonly approveLegalBasis: ApproveLegalBasis,
  ) {}

  @Get()
  @Access('programme.prepare')
  async show(@Param('id') id: string) {
    const basis = await this.setUp.legalBasis(id);
    return this.page(id, unsentForm(LegalBasisForm, storedBasis(basis)), false, 200);
  }

  @Post()
  @Access('programme.prepare')
  async update(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(LegalBasisForm) form: Submitted<LegalBasisForm>,
    @Files() files: readonly UploadedFile[],
  ) {
    if (!form.ok) return this.page(id, form, false, 422);
    const scan = files.find(({ field }) => field === 'scan') ?? null;
    const { basisNumber: number, ...facts } = form.value;
    const outcome = await attempt(() =>
      this.saveLegalBasis.run(me, { ...facts, number, programmeId: id, scan }),
    );
    if (outcome.kind === 'conflict') return this.page(id, form, true, 409);
    if (outcome.kind === 'refused') return this.page(id, form.with(outcome.error), false, 422);
    return redirect(`/office/programmes/${id}`, 'programmes.basis.saved');
  }

  @Get('approval')
  @Access('programme.approve')
  async showApproval(@Param('id') id: string) {
    return this.approval(id, unsentForm(ApprovalForm), 200);
  }

  @Post('approval')
  @Access('programme.approve')
  async approve(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(ApprovalForm) form: Submitted<ApprovalForm>,
  ) {
    if (!form.ok) return this.approval(id, form, 422);
    const { basisNumber, version } = form.value;
    const outcome = await attempt(() =>
      this.approveLegalBasis.run(me, {
        programmeId: id,
        number: basisNumber,
        version,
        wordingAccepted: form.value.wordingAccepted,
      }),
    );
    if (outcome.kind === 'conflict') {
      const changed = { field: '', code: 'errors.conflict', variables: {} };
      return this.approval(id, form.with(changed), 409);
    }
    if (outcome.kind === 'refused') return this.approval(id, form.with(outcome.error), 422);
    return redirect(`/office/programmes/${id}`, 'programmes.basis.approvedFlash');
  }

  private async page(
    id: string,
    form: Submitted<LegalBasisForm>,
    conflicting: boolean,
    status: number,
  ) {
    const programme = await this.programmes.byId(id);
    const basis = await this.setUp.legalBasis(id);
    const model = legalBasisPage(programme, basis, form, conflicting);
    return page('programmes/legal-basis', model, status);
  }

  private async approval(id: string, form: Submitted<ApprovalForm>, status: number) {
    const programme = await this.programmes.byId(id);
    const basis = await this.setUp.legalBasis(id);
    if (!basis) throw missing();
    return page('programmes/legal-basis-approval', approvalPage(programme, basis, form), status);
  }
}
