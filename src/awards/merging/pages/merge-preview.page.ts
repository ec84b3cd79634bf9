import type { MerchantRow } from '../../../merchants/merchant.queries.js';
import { unchosenYears } from '../unchosen-years.js';
import type { Refusal } from '../../../rules/refusal.js';
import { formatHundredths } from '../../../text/format.js';
import type { SummaryList } from '../../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { MergePlan } from '../merge-plan.queries.js';
import { crumbs, groupsOf, line, linked } from './merge-lines.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'merchants/merge-preview': MergePreviewPage;
  }
}

export interface MergePreviewPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly both: SummaryList;
  readonly mergedId: string;
  readonly keptId: string;
  readonly kept: string;
  readonly groups: readonly MovedGroup[];
  readonly collisions: readonly { readonly text: string; readonly href: string }[];
  readonly form: {
    readonly digest: string;
    readonly returns: readonly FieldRadios[];
    readonly reason: FieldTextarea;
  } | null;
}

interface MovedGroup {
  readonly title: string;
  readonly labels: readonly string[];
}

export interface TypedMerge {
  readonly merged: string;
  readonly kept: string;
  readonly reason: string;
  readonly returns: Readonly<Record<string, 'kept' | 'merged' | undefined>>;
}

export function previewPage({
  merged,
  kept,
  plan,
  typed,
  refusal,
}: {
  readonly merged: MerchantRow;
  readonly kept: MerchantRow;
  readonly plan: MergePlan;
  readonly typed: TypedMerge;
  readonly refusal: Refusal | null;
}) {
  return (context: PageContext): MergePreviewPage => {
    const { t } = context;
    const error = refusal ? t(refusal.code, refusal.variables) : null;
    // The use case says the first thing that the form lacks; the page says all of them.
    const lacking = refusal?.field === 'reason' || refusal?.field?.startsWith('return') === true;
    const unchosen = lacking ? unchosenYears(plan.returns, typed.returns) : [];
    const reasonError =
      refusal?.field === 'reason'
        ? error
        : lacking && !typed.reason
          ? t('merchants.merge.reasonMissing')
          : null;
    const yearError = (year: number) =>
      unchosen.includes(year) ? t('merchants.merge.chooseReturn', { year }) : null;
    return {
      title: t('merchants.merge.title'),
      breadcrumbs: crumbs(t('merchants.merge.title'), context),
      summary: {
        errors: [
          ...unchosen.map((year) => ({ name: `return${year}`, text: yearError(year)! })),
          ...(reasonError ? [{ name: 'reason', text: reasonError }] : []),
          ...(error && !lacking ? [{ name: refusal?.field ?? 'merge', text: error }] : []),
        ],
      },
      both: {
        rows: [
          side(t('merchants.merge.merged'), merged, context),
          side(t('merchants.merge.kept'), kept, context),
        ],
      },
      mergedId: merged.id,
      keptId: kept.id,
      kept: kept.name,
      groups: groupsOf(plan.moves).map(([table, rows]) => ({
        title: t('merchants.merge.group', {
          what: t(`merchants.merge.table.${table}`),
          count: rows.length,
        }),
        labels: rows.map(({ label }) => label),
      })),
      collisions: plan.collisions.map(({ kind, label, href }) => ({
        text: t(`merchants.merge.collision.${kind}`, { label }),
        href,
      })),
      form: plan.collisions.length
        ? null
        : {
            digest: plan.digest,
            returns: plan.returns.map(({ year, keptNetWan, mergedNetWan }) => ({
              name: `return${year}`,
              label: t('merchants.merge.return', { year: String(year) }),
              hint: null,
              error: yearError(year),
              required: true,
              inline: false,
              options: (['kept', 'merged'] as const).map((value) => ({
                value,
                label: t(`merchants.merge.return.${value}`, {
                  net: formatHundredths(value === 'kept' ? keptNetWan : mergedNetWan),
                }),
                hint: null,
                selected: typed.returns[String(year)] === value,
              })),
            })),
            reason: {
              name: 'reason',
              label: t('merchants.merge.reason'),
              hint: t('merchants.merge.reason.hint'),
              error: reasonError,
              required: true,
              value: typed.reason,
              rows: 3,
              maxLength: 500,
            },
          },
    };
  };
}

function side(term: string, row: MerchantRow, context: PageContext) {
  const { name, note } = line(row, context);
  const said = context.t('merchants.merge.side', { name, note });
  return linked(term, said, row.id, context);
}
