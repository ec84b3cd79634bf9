import { Controller, Get, Param, Post } from '@nestjs/common';
import { Refusal } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import { Files, Me, RawBody, StartedAt } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
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
  ) {}

  @Get('evidence')
  @Access('merchant')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return page('applications/evidence', evidencePage(await this.files.load(me, id)));
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
      return page('applications/evidence', evidencePage(file, raw, errors), 422);
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
      const refused = [{ field: 'file', code, variables }];
      return page('applications/evidence', evidencePage(file, raw, refused), 422);
    }
    return redirect(`/my/applications/${id}/evidence`, 'applications.evidence.received', {
      number,
    });
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
