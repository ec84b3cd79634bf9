import type { ErrorSummary } from '../../../web/field-models.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { EligibilityFinding } from '../../../rules/eligibility/eligibility-rules.js';
import type { Refusal } from '../../../rules/refusal.js';
import {
  formatDay,
  formatDayWeekday,
  formatHundredths,
  formatInstant,
} from '../../../text/format.js';
import type { CategoryEligibility } from '../check-eligibility.js';
import type { Overview } from '../eligibility-overview.js';
import { say } from './draw-field.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/new': NewPage;
  }
}

export interface NewPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly programme: string | null;
  readonly deadline: string | null;
  /** Other editions that run, each with its own conditions. */
  readonly others: readonly { readonly href: string; readonly name: string }[];
  readonly checkedAt: string;
  /** What ties to other merchants will mean for the list; null when none is stated. */
  readonly related: string | null;
  readonly canStart: boolean;
  readonly categories: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: StatusTag;
    readonly choosable: boolean;
    readonly chosen: boolean;
    readonly taken: boolean;
    readonly findings: readonly DrawnFinding[];
  }[];
}

export interface DrawnFinding {
  readonly name: string;
  readonly status: StatusTag;
  readonly value: string;
  readonly needed: string;
  readonly text: string;
  /** What to do about an unmet condition; null when it is met. */
  readonly remedy: string | null;
  readonly href: string | null;
}

export function newPage(
  overview: Overview | null,
  all: readonly Overview[],
  chosen: readonly string[] = [],
  refusal: Refusal | null = null,
) {
  return (context: PageContext): NewPage => {
    const { t, lang, now } = context;
    const open = overview !== null && overview.window.open;
    const categories = (overview?.categories ?? []).map((category) =>
      drawCategory(category, overview!.taken.includes(category.categoryId), chosen, open, context),
    );
    return {
      title: t('applications.new.title'),
      breadcrumbs: [
        { label: t('applications.my.title'), href: '/my' },
        { label: t('applications.new.title'), href: null },
      ],
      summary: {
        errors: refusal ? [{ name: 'categoryIds', text: t(refusal.code, refusal.variables) }] : [],
      },
      programme: overview?.programme.name ?? null,
      deadline: open
        ? t('applications.deadline', {
            day: formatDayWeekday(lang, overview.window.lastDay),
            now: formatInstant(lang, now),
          })
        : null,
      others: all
        .filter(({ programme }) => programme.id !== overview?.programme.id)
        .map(({ programme: { slug, name } }) => ({
          href: `/my/applications/new?edition=${slug}`,
          name,
        })),
      checkedAt: t('applications.new.checkedAt', { time: formatInstant(lang, now) }),
      related: overview?.related.length
        ? t('applications.new.related', { names: overview.related.join(t('navigation.listComma')) })
        : null,
      canStart: categories.some(({ choosable }) => choosable),
      categories,
    };
  };
}

function drawCategory(
  category: CategoryEligibility,
  taken: boolean,
  chosen: readonly string[],
  open: boolean,
  context: PageContext,
): NewPage['categories'][number] {
  const { t } = context;
  const unmet = category.findings.filter(({ met }) => !met).length;
  const status: StatusTag = taken
    ? { label: t('applications.new.taken'), tone: 'neutral' }
    : category.eligible
      ? { label: t('applications.new.eligible'), tone: 'good' }
      : { label: t('applications.new.unmet', { count: unmet }), tone: 'attention' };
  return {
    id: category.categoryId,
    name: say(category.name, context),
    status,
    taken,
    choosable: open && category.eligible && !taken,
    chosen: chosen.includes(category.categoryId),
    findings: category.findings.map((finding) => drawFinding(finding, context)),
  };
}

function drawFinding(finding: EligibilityFinding, context: PageContext): DrawnFinding {
  const { t } = context;
  const { rule, met, messageKey } = finding;
  const value = finding.value === null ? null : amount(finding, finding.value, context);
  const needed = amount(finding, finding.needed, context);
  return {
    name: t(`applications.condition.${rule}`),
    status: met
      ? { label: t('applications.condition.met'), tone: 'good' }
      : { label: t('applications.condition.unmet'), tone: 'bad' },
    value:
      rule === 'place' && finding.value
        ? t(`division.${finding.value}`)
        : (value ?? t('applications.nothing')),
    needed: t(`applications.condition.${rule}.needed`, { needed }),
    text: t(messageKey, { value: value ?? '', needed }),
    remedy: met ? null : t(`applications.condition.${rule}.remedy`),
    href: met ? null : (remedies[rule] ?? null),
  };
}

const hundredths: readonly string[] = ['netSales', 'principalTie', 'farmGoodsShare', 'localOrigin'];

function amount(
  { rule }: EligibilityFinding,
  value: number | string,
  { t, lang }: PageContext,
): string {
  if (typeof value === 'number') {
    return hundredths.includes(rule) ? formatHundredths(value) : String(value);
  }
  if (value === '') return t('applications.none');
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(lang, value) : value;
}

const remedies: Readonly<Record<string, string>> = {
  netSales: '/my/returns',
  operatingTime: '/my/shops',
  age: '/my/merchant',
  principalTie: '/my/merchant',
  farmGoodsShare: '/my/merchant',
  localOrigin: '/my/merchant',
  place: '/my/merchant',
  activeShop: '/my/shops',
};
