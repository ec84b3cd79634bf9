import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { ErrorSummary, FieldText } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { GivenNumber } from '../notice.queries.js';
import { ReserveNumberForm } from './numbers.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/numbers': NumbersPage;
  }
}

export interface NumbersPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly form: {
    readonly documentNumber: FieldText;
    readonly purpose: FieldText;
    readonly numberReason: FieldText;
  } | null;
  readonly numbers: readonly {
    readonly documentNumber: string;
    readonly paper: string;
    readonly state: string;
    readonly reason: string;
    readonly when: string;
  }[];
}

/** Every number that is given, the newest first, and the form that takes one for a paper from outside. */
export function numbersPage(
  numbers: readonly GivenNumber[],
  sent: Submitted<ReserveNumberForm> = unsentForm(ReserveNumberForm),
) {
  return (context: PageContext): NumbersPage => {
    const { t, lang, actor } = context;
    const drawn = context.draw(sent);
    const title = t('awards.numbers.title');
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('awards.notices.office'), href: '/office/notices' },
        { label: title, href: null },
      ],
      summary: drawn.summary,
      form: allows('list.prepare', actor)
        ? {
            documentNumber: drawn.text('documentNumber'),
            purpose: drawn.text('purpose', 'full'),
            numberReason: drawn.text('numberReason', 'full'),
          }
        : null,
      numbers: numbers.map(({ documentNumber, paper, state, reason, givenAt, givenBy }) => ({
        documentNumber,
        paper,
        state: t(`awards.numbers.state.${state}`),
        reason: reason ?? '',
        when: t('awards.lock.byAt', { name: givenBy ?? '', at: formatInstant(lang, givenAt) }),
      })),
    };
  };
}
