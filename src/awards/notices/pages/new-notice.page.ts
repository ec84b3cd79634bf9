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
  /** Null once the kind is chosen. */
  readonly choice: { readonly programmeId: FieldSelect; readonly kind: FieldSelect } | null;
  readonly programmeId: string;
  readonly programme: string;
  readonly kind: string;
  readonly kindName: string;
  readonly noticeTitle: FieldText;
  readonly documentNumber: FieldText | null;
  readonly numberReason: FieldText | null;
  readonly workingDays: FieldNumber | null;
  readonly lastDay: FieldDate | null;
  readonly discipline: FieldText | null;
  readonly disciplineTelephone: FieldText | null;
  readonly reason: FieldTextarea | null;
}

type NoticeField =
  | 'documentNumber'
  | 'numberReason'
  | 'workingDays'
  | 'lastDay'
  | 'discipline'
  | 'disciplineTelephone'
  | 'reason';

/** Kind → what a person says about it, and whether it has to be said. */
const FIELDS: Readonly<
  Record<NoticeForm['kind'], Partial<Record<NoticeField, 'required' | 'optional'>>>
> = {
  call: {},
  defence: {},
  publicity: {
    workingDays: 'optional',
    lastDay: 'optional',
    discipline: 'required',
    disciplineTelephone: 'required',
  },
  publication: { documentNumber: 'required', numberReason: 'optional' },
  correction: { documentNumber: 'required', numberReason: 'optional', reason: 'required' },
};

const kinds = Object.keys(FIELDS) as NoticeForm['kind'][];

/** First which notice of which programme; then the fields of that kind, and no others. */
export function newNoticePage(programmes: readonly ProgrammeRow[], sent: Submitted<NoticeForm>) {
  return (context: PageContext): NewNoticePage => {
    const { t } = context;
    const drawn = context.draw(sent);
    const programmeId = drawn.text('programmeId').value;
    const programme = programmes.find(({ id }) => id === programmeId);
    const kind = kinds.find((one) => one === drawn.text('kind').value);
    const asked = kind ? FIELDS[kind] : {};
    const field = <F extends { readonly required: boolean }>(
      name: NoticeField,
      draw: (name: string) => F,
    ): F | null => {
      const how = asked[name];
      return how ? { ...draw(name), required: how === 'required' } : null;
    };
    return {
      title: t('awards.notices.prepare'),
      breadcrumbs: [
        { label: t('awards.notices.office'), href: '/office/notices' },
        { label: t('awards.notices.prepare'), href: null },
      ],
      summary: drawn.summary,
      choice:
        programme && kind
          ? null
          : {
              programmeId: drawn.select(
                'programmeId',
                programmes.map(({ id, name }) => ({ value: id, label: name })),
              ),
              kind: drawn.select('kind'),
            },
      programmeId,
      programme: programme?.name ?? '',
      kind: kind ?? '',
      kindName: kind ? t(`awards.notice.kind.${kind}`) : '',
      noticeTitle: drawn.text('title', 'full'),
      documentNumber: field('documentNumber', (name) => drawn.text(name)),
      numberReason: field('numberReason', (name) => drawn.text(name)),
      workingDays: field('workingDays', (name) => drawn.number(name)),
      lastDay: field('lastDay', (name) => drawn.date(name)),
      discipline: field('discipline', (name) => drawn.text(name)),
      disciplineTelephone: field('disciplineTelephone', (name) => drawn.text(name)),
      reason: field('reason', (name) => drawn.textarea(name)),
    };
  };
}
