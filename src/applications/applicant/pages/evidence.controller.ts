import { Controller, Get, Param, Post } from '@nestjs/common';
import { Refusal } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import { Asked, Files, Me, RawBody, StartedAt } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
import { EvidenceLibraryQueries } from '../evidence-library.queries.js';
import type { ApplicationFile } from '../application-file.js';
import { ReuseEvidence } from '../reuse-evidence.js';
import { ApplicationFiles } from '../application-files.js';
import { CONFIRMATION } from '../confirmation.js';
import { EvidenceChanges, openForEvidence } from '../evidence-changes.js';
import { readField } from '../data-field.js';
import { evidencePage } from './evidence.page.js';

/** Files, each at the indicator it proves. */
@Controller('my/applications/:id')
export class EvidenceController {
  constructor(
    private readonly files: ApplicationFiles,
    private readonly changes: EvidenceChanges,
    private readonly reuseEvidence: ReuseEvidence,
    private readonly library: EvidenceLibraryQueries,
  ) {}

  @Get('evidence')
  @Access('merchant')
  async show(@Me() me: Actor, @Param('id') id: string, @Asked('for') indicator = '') {
    return this.page(await this.files.load(me, id), { indicator });
  }

  @Post('evidence')
  @Access('merchant')
  async attach(
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
    @Files() uploads: readonly UploadedFile[],
    @StartedAt() startedAt: string,
  ) {
    const file = await this.files.load(me, id, startedAt);
    const indicator = typedTexts(raw, 'indicator')[0] ?? '';
    if (indicator === CONFIRMATION) {
      await this.changes.attach(me, file, { indicator, caption: '', files: uploads, startedAt });
      return redirect(`/my/applications/${id}/declarations`, 'applications.evidence.attached');
    }
    const caption = readField(captionField, raw);
    const errors: FieldError[] = [
      ...(openForEvidence(file).includes(indicator)
        ? []
        : [{ field: 'indicator', code: 'forms.choose', variables: {} }]),
      ...(caption.problem ? [{ ...caption.problem, field: 'caption' }] : []),
      ...(uploads.length === 0
        ? [{ field: 'file', code: 'applications.evidence.noFile', variables: {} }]
        : []),
    ];
    if (errors.length > 0) {
      return this.page(file, raw, [...errors, ...(await this.wrongFiles(uploads))], 422);
    }
    let number: string;
    try {
      number = await this.changes.attach(me, file, {
        indicator,
        caption: caption.stored ?? '',
        files: uploads,
        startedAt,
      });
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      const { code, variables } = error;
      const wrong = await this.wrongFiles(uploads);
      const refused = wrong.length > 0 ? wrong : [{ field: 'file', code, variables }];
      return this.page(file, raw, refused, 422);
    }
    return redirect(`/my/applications/${id}/evidence`, 'applications.evidence.received', {
      number,
    });
  }

  /** A file given before, for another indicator or from another application. */
  @Post('evidence/copies')
  @Access('merchant')
  async reuse(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    const file = await this.files.load(me, id);
    const documentId = typedTexts(raw, 'documentId')[0] ?? '';
    const indicator = typedTexts(raw, 'for')[0] ?? '';
    const errors: FieldError[] = [
      ...(documentId ? [] : [{ field: 'documentId', code: 'forms.choose', variables: {} }]),
      ...(openForEvidence(file).includes(indicator)
        ? []
        : [{ field: 'for', code: 'forms.choose', variables: {} }]),
    ];
    if (errors.length > 0) return this.page(file, raw, errors, 422);
    try {
      await this.reuseEvidence.run(me, file, { documentId, indicator, caption: '' });
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      const { code, variables } = error;
      return this.page(file, raw, [{ field: 'documentId', code, variables }], 422);
    }
    return redirect(`/my/applications/${id}/evidence`, 'applications.evidence.reused');
  }

  /** Of several files each one that cannot be taken, so that all are put right in one round. */
  private async wrongFiles(uploads: readonly UploadedFile[]): Promise<FieldError[]> {
    const refusals = await this.changes.refusalsOf(uploads);
    return refusals.map(({ code, variables }) => ({ field: 'file', code, variables }));
  }

  private async page(
    file: ApplicationFile,
    raw: RawForm = {},
    errors: readonly FieldError[] = [],
    status = 200,
  ) {
    const library = await this.library.of(file.application.merchantId);
    return page('applications/evidence', evidencePage(file, library, raw, errors), status);
  }

  @Post('evidence/:linkId/removal')
  @Access('merchant')
  async remove(@Me() me: Actor, @Param('id') id: string, @Param('linkId') linkId: string) {
    const file = await this.files.load(me, id);
    await this.changes.remove(me, file, linkId);
    const isStatement = file.evidence.some(
      (one) => one.id === linkId && one.indicator === CONFIRMATION,
    );
    const step = isStatement ? 'declarations' : 'evidence';
    return redirect(`/my/applications/${id}/${step}`, 'applications.evidence.removed');
  }
}

const captionField = {
  name: 'caption',
  kind: 'text',
  label: { key: 'applications.evidence.caption' },
  hint: null,
  min: null,
  max: 50,
  options: [],
  measure: null,
} as const;
