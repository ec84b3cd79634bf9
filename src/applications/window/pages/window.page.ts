import { formatInstant } from '../../../text/format.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import { inEdition } from '../../../web/in-edition.js';
import type { PageFrame } from '../../../web/views/page.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { toneOfState } from '../../office/tags.js';
import type { EnteredApplication, WindowRow } from '../window.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'window/entry': WindowPage;
  }
}

export interface WindowPage extends PageFrame {
  readonly id: string;
  readonly open: boolean;
  readonly registered: boolean;
  readonly facts: SummaryList;
  readonly steps: readonly {
    readonly href: string | null;
    readonly label: string;
    readonly note: string;
  }[];
  readonly applications: readonly {
    readonly href: string | null;
    readonly label: string;
    readonly note: string;
    readonly status: StatusTag;
  }[];
}

export interface WindowRows {
  readonly entry: WindowRow;
  /** Open today, and the reader's own: only then it leads into the merchant's pages. */
  readonly open: boolean;
  readonly register: { readonly shops: number; readonly years: readonly number[] };
  readonly applications: readonly EnteredApplication[];
}

export function windowPage({ entry, open, register, applications }: WindowRows) {
  return (context: PageContext): WindowPage => {
    const { t, lang } = context;
    const registered = entry.merchantName !== null;
    const step = (key: string, href: string, note: string) => ({
      href: open && (registered || key === 'record') ? href : null,
      label: t(`applications.window.step.${key}`),
      note,
    });
    return {
      title: t('applications.window.heading', { number: entry.receiptNumber }),
      breadcrumbs: [
        { label: t('applications.window.title'), href: '/office/window' },
        { label: entry.receiptNumber, href: null },
      ],
      id: entry.id,
      open,
      registered,
      facts: { rows: facts(entry, context) },
      steps: [
        step(
          'record',
          '/my/merchant',
          entry.merchantName ?? t('applications.window.step.record.missing'),
        ),
        step('shops', '/my/shops', t('applications.window.count', { count: register.shops })),
        step(
          'returns',
          '/my/returns',
          register.years.length
            ? register.years.join(t('navigation.listComma'))
            : t('applications.window.step.missing'),
        ),
        step('relations', '/my/relations', t('applications.window.step.relations.note')),
      ],
      applications: applications.map((one) => ({
        href: open
          ? `/my/applications/${one.id}`
          : applicationIn.draft.has(one.state)
            ? null
            : `/office/applications/${one.id}`,
        label: lang === 'zh-CN' ? one.nameZh : one.nameEn,
        note: inEdition(one.receiptNumber ?? t('applications.window.notSubmitted'), one),
        status: {
          label: t(`lifecycle.application.${one.state}`),
          tone: toneOfState(one.state),
        },
      })),
    };
  };
}

function facts(entry: WindowRow, { t, lang }: PageContext): SummaryList['rows'] {
  const row = (
    key: string,
    value: string,
    action: SummaryList['rows'][number]['action'] = null,
  ) => ({
    term: t(`applications.window.${key}`),
    value,
    action,
  });
  return [
    row('receipt', entry.receiptNumber),
    row('merchant', entry.merchantName ?? t('applications.window.unregistered')),
    row('person', entry.person.name),
    row('telephone', entry.person.telephone),
    row('capacity', t(`applications.window.capacity.${entry.capacity}`)),
    row('sheet', formatInstant(lang, entry.openedAt), {
      href: `/documents/${entry.sheetId}`,
      label: t('applications.window.sheet.open'),
    }),
    row('clerk', entry.clerk),
    ...(entry.closedAt ? [row('closed', formatInstant(lang, entry.closedAt))] : []),
  ];
}
