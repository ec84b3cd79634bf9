import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import type {
  ErrorSummary,
  FieldDate,
  FieldNumber,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { NoticeForm } from './office-notices.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/new-notice': NewNoticePage;
  }
}

export interface NewNoticePage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly programmeId: FieldSelect;
  readonly kind: FieldSelect;
  readonly noticeTitle: FieldText;
  readonly documentNumber: FieldText;
  readonly numberReason: FieldText;
  readonly workingDays: FieldNumber;
  readonly lastDay: FieldDate;
  readonly discipline: FieldText;
  readonly disciplineTelephone: FieldText;
  readonly reason: FieldTextarea;
}

export function newNoticePage(programmes: readonly ProgrammeRow[], sent: Submitted<NoticeForm>) {
  return (context: PageContext): NewNoticePage => {
    const { t } = context;
    const drawn = context.draw(sent);
    const kinds = ['call', 'defence', 'publicity', 'publication', 'correction'] as const;
    const chosen = drawn.text('programmeId').value;
    return {
      title: t('awards.notices.prepare'),
      breadcrumbs: [
        { label: t('awards.notices.office'), href: '/office/notices' },
        { label: t('awards.notices.prepare'), href: null },
      ],
      summary: drawn.summary,
      programmeId: {
        ...drawn.text('programmeId'),
        placeholder: t('forms.pleaseChoose'),
        options: programmes.map(({ id, name }) => ({
          value: id,
          label: name,
          selected: id === chosen,
        })),
      },
      kind: drawn.select(
        'kind',
        kinds.map((value) => ({ value, label: t(`awards.notice.kind.${value}`) })),
      ),
      noticeTitle: drawn.text('title', 'full'),
      documentNumber: drawn.text('documentNumber'),
      numberReason: drawn.text('numberReason'),
      workingDays: drawn.number('workingDays'),
      lastDay: drawn.date('lastDay'),
      discipline: drawn.text('discipline'),
      disciplineTelephone: drawn.text('disciplineTelephone'),
      reason: drawn.textarea('reason'),
    };
  };
}
