import { remindAgainAt } from '../../rules/reminders/cooldown.js';
import { formatInstant } from '../../text/format.js';
import type { Pagination, StatTiles } from '../../web/component-models.js';
import type { ErrorSummary, FieldDate } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import { pageLinks } from '../../web/lists/page-links.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { CallLine } from '../call-list.js';
import type { CompletenessRow } from '../registry.queries.js';
import type { ReturnReminderForm } from './division-returns.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/division-returns': DivisionReturnsPage;
  }
}

export interface DivisionReturnsPage extends PageFrame {
  readonly lead: string;
  readonly summary: ErrorSummary;
  readonly dueOn: FieldDate;
  readonly tiles: StatTiles;
  readonly year: number;
  /** Merchants whose people can be told by message now: those told within a week are left out. */
  readonly reachable: number;
  /** Of all pages. */
  readonly count: number;
  readonly pagination: Pagination | null;
  readonly rows: readonly {
    readonly name: string;
    readonly town: string;
    readonly contactName: string;
    readonly contactMobile: string;
    readonly reminded: string;
  }[];
}

/** As many as a page holds; the files and the reminders hold all of them. */
const PAGE_SIZE = 100;

export function divisionReturnsPage({
  division,
  at = 1,
  year,
  target,
  rows,
  reminded,
  form,
}: {
  readonly division: string;
  /** Page that was asked for, from 1. */
  readonly at?: number;
  readonly year: number;
  readonly target: CompletenessRow | undefined;
  readonly rows: readonly CallLine[];
  /** Merchants with an account → instant of the last reminder, or null before the first. */
  readonly reminded: ReadonlyMap<string, string | null>;
  readonly form: Submitted<ReturnReminderForm>;
}) {
  return (context: PageContext): DivisionReturnsPage => {
    const { t, lang, now } = context;
    const drawn = context.draw(form);
    const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
    const number = Math.min(Math.max(1, at), pages);
    const href = (one: number) => `/division/returns?page=${one}`;
    const wanted = target?.merchants ?? 0;
    const filed = target?.withReturn ?? 0;
    const tile = (key: string, value: number) => ({
      label: t(`merchants.divisionReturns.${key}`),
      value: String(value),
      unit: t('merchants.divisionReturns.unit'),
      note: null,
    });
    return {
      title: t('merchants.divisionReturns.title', {
        division: t(`division.${division}`),
        year: String(year),
      }),
      breadcrumbs: [
        { label: t('navigation.division'), href: '/division' },
        { label: t('merchants.divisionReturns.crumb'), href: null },
      ],
      lead: t('merchants.divisionReturns.lead', { year: String(year) }),
      summary: drawn.summary,
      dueOn: drawn.date('dueOn'),
      tiles: {
        tiles: [tile('wanted', wanted), tile('filed', filed), tile('missing', wanted - filed)],
      },
      year,
      reachable: rows.filter(
        ({ id }) => reminded.has(id) && !remindAgainAt(reminded.get(id) ?? null, now, 'returns'),
      ).length,
      count: rows.length,
      pagination:
        pages > 1 ? pageLinks(context, { href, page: number, pages, total: rows.length }) : null,
      rows: rows
        .slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
        .map(({ id, name, town, contactName, contactMobile }) => ({
          name,
          town,
          contactName,
          contactMobile,
          reminded: remindedText(reminded.get(id)),
        })),
    };

    function remindedText(told: string | null | undefined): string {
      if (told === undefined) return t('merchants.divisionReturns.noAccount');
      return told ? formatInstant(lang, told) : t('merchants.divisionReturns.notYet');
    }
  };
}
