import type { DuplicatePair, FoundMerchant } from '../../../merchants/duplicate.queries.js';
import type { MerchantRow } from '../../../merchants/merchant.queries.js';
import type { Refusal } from '../../../rules/refusal.js';
import { formatInstant } from '../../../text/format.js';
import { holds } from '../../../web/actor.js';
import type { SummaryList, TaskList } from '../../../web/component-models.js';
import type { ErrorSummary } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { MergeRow } from '../merge.queries.js';
import { MERGES, type MerchantLine, crumbs, fact, groupsOf, line, linked } from './merge-lines.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'merchants/duplicates': DuplicatesPage;
    'merchants/merge-partner': MergePartnerPage;
    'merchants/merge': MergePage;
  }
}

export interface DuplicatesPage extends PageFrame {
  readonly pairs: readonly {
    readonly one: MerchantLine;
    readonly other: MerchantLine;
    readonly reasons: string;
    /** Null for a reader who merges nothing. */
    readonly href: string | null;
  }[];
  readonly merges: TaskList;
}

export interface MergePartnerPage extends PageFrame {
  readonly id: string;
  readonly name: string;
  readonly typed: string;
  readonly found: readonly (MerchantLine & { readonly id: string })[];
  readonly nothing: boolean;
}

export interface MergePage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly id: string;
  readonly facts: SummaryList;
  readonly groups: readonly string[];
  readonly mayUndo: boolean;
}

export function duplicatesPage(pairs: readonly DuplicatePair[], merges: readonly MergeRow[]) {
  return (context: PageContext): DuplicatesPage => {
    const { t, lang, actor } = context;
    return {
      title: t('merchants.duplicates.title'),
      breadcrumbs: crumbs(t('merchants.duplicates.title'), context),
      pairs: pairs.map(({ one, other, reasons }) => ({
        one: line(one, context),
        other: line(other, context),
        reasons: reasons
          .map((reason) => t(`merchants.duplicates.reason.${reason}`))
          .join(t('navigation.listComma')),
        href: holds(actor, 'CityRegistrar')
          ? `${MERGES}/new?merged=${other.id}&kept=${one.id}`
          : null,
      })),
      merges: {
        tasks: merges.map((row) => ({
          href: `${MERGES}/${row.id}`,
          label: t('merchants.merge.of', { merged: row.mergedName, kept: row.keptName }),
          hint: formatInstant(lang, row.mergedAt),
          status: row.undoneAt
            ? { label: t('merchants.unmerge.undone'), tone: 'neutral' as const }
            : { label: t('merchants.merge.holds'), tone: 'good' as const },
        })),
      },
    };
  };
}

export function partnerPage(merchant: MerchantRow, typed: string, found: readonly FoundMerchant[]) {
  return (context: PageContext): MergePartnerPage => ({
    title: context.t('merchants.merge.partner', { name: merchant.name }),
    breadcrumbs: crumbs(context.t('merchants.merge.title'), context),
    id: merchant.id,
    name: merchant.name,
    typed,
    found: found.map((one) => ({ ...line(one, context), id: one.id })),
    nothing: typed !== '' && found.length === 0,
  });
}

export function mergePage(row: MergeRow, refusal: Refusal | null) {
  return (context: PageContext): MergePage => {
    const { t, lang, actor } = context;
    const title = t('merchants.merge.of', { merged: row.mergedName, kept: row.keptName });
    return {
      title,
      breadcrumbs: crumbs(title, context),
      summary: {
        errors: refusal ? [{ name: 'merge', text: t(refusal.code, refusal.variables) }] : [],
      },
      id: row.id,
      facts: {
        rows: [
          linked(t('merchants.merge.merged'), row.mergedName, row.mergedId, context),
          linked(t('merchants.merge.kept'), row.keptName, row.keptId, context),
          fact(t('merchants.merge.reason'), row.reason),
          fact(
            t('merchants.merge.when'),
            t('merchants.merge.byAt', {
              time: formatInstant(lang, row.mergedAt),
              by: row.mergedBy,
            }),
          ),
          ...(row.undoneAt
            ? [fact(t('merchants.unmerge.undone'), formatInstant(lang, row.undoneAt))]
            : []),
        ],
      },
      groups: groupsOf(row.moved).map(([table, rows]) =>
        t('merchants.merge.group', {
          what: t(`merchants.merge.table.${table}`),
          count: rows.length,
        }),
      ),
      mayUndo: !row.undoneAt && holds(actor, 'CityRegistrar'),
    };
  };
}
