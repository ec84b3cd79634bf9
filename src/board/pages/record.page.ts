import type { ErrorSummary, FieldTextarea } from '../../web/field-models.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { ATTESTATIONS } from '../../rules/guards/attestations.js';
import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { officeCrumbs } from '../../programmes/office-crumbs.js';
import type { RecordForm } from './steps.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'office/record': RecordPage;
  }
}

export interface RecordPage extends PageFrame {
  readonly id: string;
  readonly guard: string;
  readonly lead: string;
  readonly summary: ErrorSummary;
  readonly text: FieldTextarea;
}

/** A refused attestation once more, with what was typed. */
export function recordPage(programme: ProgrammeRow, form: Submitted<RecordForm>) {
  return (context: PageContext): RecordPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const typed = typedTexts(form.typed, 'guard')[0] ?? '';
    const known = ATTESTATIONS.find(({ guard }) => guard === typed);
    const title = known ? t(`programmes.fact.${known.guard}`) : t('programmes.record.title');
    return {
      title,
      breadcrumbs: officeCrumbs(context, programme, title),
      id: programme.id,
      guard: typed,
      lead: known ? t(`programmes.attest.${known.guard}`) : '',
      summary: drawn.summary,
      text: drawn.textarea('text'),
    };
  };
}
