import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatDay, formatInstant } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { RecommendedRow } from '../division/division.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/recommendations': RecommendationsPage;
  }
}

export interface RecommendationsPage extends PageFrame {
  readonly programme: string;
  readonly division: string;
  readonly printedOn: string;
  readonly categories: readonly {
    readonly name: string;
    readonly quota: number | null;
    readonly rows: readonly (RecommendedRow & { readonly signed: string | null })[];
  }[];
}

export function recommendationsPage(
  programme: ProgrammeRow,
  divisionCode: string,
  rules: RuleSet,
  rows: readonly RecommendedRow[],
) {
  return ({ t, lang, now }: PageContext): RecommendationsPage => ({
    title: t('document.recommendationSummary'),
    breadcrumbs: [{ label: t('review.division.title'), href: '/division' }],
    programme: programme.name,
    division: t(`division.${divisionCode}`),
    printedOn: formatDay(lang, beijingDate(now)),
    categories: rules.categories.flatMap(({ code, name, divisionQuotas }) => {
      const own = rows.filter((row) => row.categoryCode === code);
      return own.length === 0
        ? []
        : [
            {
              name: lang === 'zh-CN' ? name.zh : name.en,
              quota: divisionQuotas?.[divisionCode] ?? null,
              rows: own.map((row) => ({
                ...row,
                signed: row.approvedAt && formatInstant(lang, row.approvedAt),
              })),
            },
          ];
    }),
  });
}
