import { PRACTICE_SUBJECTS } from '../../../rules/practices/practice.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { PracticeFilter, PracticeRow } from '../practice.queries.js';
import { type PracticeModel, practiceModel } from './practice.model.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'merchants/practices': PracticesPage;
    'merchants/practice-booklet': PracticesPage;
  }
}

export interface PracticesPage extends PageFrame {
  readonly text: string;
  readonly subjects: readonly {
    readonly value: string;
    readonly label: string;
    readonly selected: boolean;
  }[];
  readonly found: string;
  readonly practices: readonly PracticeModel[];
  readonly booklet: { readonly href: string };
}

/** The collection as people search it, and the same as a booklet to print. */
export function practicesPage(filter: PracticeFilter, rows: readonly PracticeRow[]) {
  return (context: PageContext): PracticesPage => {
    const { t } = context;
    const query = new URLSearchParams({
      ...(filter.subject && { subject: filter.subject }),
      ...(filter.text && { text: filter.text }),
    }).toString();
    return {
      title: t('merchants.practices.title'),
      breadcrumbs: [
        { label: t('navigation.awards'), href: '/awards' },
        {
          label: t('merchants.practices.title'),
          href: query ? `/practices?${query}` : '/practices',
        },
      ],
      text: filter.text,
      subjects: PRACTICE_SUBJECTS.map((value) => ({
        value,
        label: t(`merchants.practice.subject.${value}`),
        selected: value === filter.subject,
      })),
      found: t('merchants.practices.found', { count: rows.length }),
      practices: rows.map((row) => practiceModel(row, context)),
      booklet: { href: query ? `/practices/booklet?${query}` : '/practices/booklet' },
    };
  };
}
