import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { isPublished } from '../../rules/lifecycle/state-for-applicant.js';
import type { PlannedPhase } from '../../rules/programme/phases.js';
import { phaseDeadline } from '../../rules/programme/phase-deadline.js';
import type { CategoryRules, RuleSet } from '../../rules/scoring/rule-set.js';
import { formatDay, formatDayWeekday } from '../../text/format.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ProgrammeRow, RuleVersionRow } from '../programme.queries.js';
import type { ExtensionRow, LegalBasisRow, PartialAssignmentRow } from '../set-up.queries.js';
import { basisRows } from './legal-basis.page.js';
import {
  type DimensionView,
  type IndicatorView,
  dimensionViews,
  indicatorView,
  ruleText,
  trimZeros,
} from './rubric-view.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/public': PublicProgrammePage;
  }
}

export interface PublicProgrammePage extends PageFrame {
  readonly slug: string;
  readonly phase: string;
  readonly due: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly facts: readonly {
    readonly term: string;
    readonly value: string;
    readonly action: null;
  }[];
  readonly basis: readonly {
    readonly term: string;
    readonly value: string;
    readonly action: null;
  }[];
  readonly categories: readonly {
    readonly code: string;
    readonly name: string;
    readonly quota: string;
    readonly passMark: string;
    readonly shares: string;
    readonly experts: string;
    readonly indicatorCount: number;
    readonly dimensions: readonly DimensionView[];
  }[];
  readonly defence: readonly IndicatorView[];
  readonly method: readonly string[];
  /** Merchants are heard, or soon will be. */
  readonly showsOrder: boolean;
  /** The names of the judges and their draw come out with the results. */
  readonly showsJudges: boolean;
  readonly phases: readonly {
    readonly label: string;
    readonly from: string;
    readonly to: string;
    readonly workingDays: string;
  }[];
  readonly extensions: string;
  readonly version: { readonly label: string; readonly hash: string } | null;
}

export interface PublicRows {
  readonly programme: ProgrammeRow;
  /** With what orders for all have moved. */
  readonly phases: readonly PlannedPhase[];
  readonly version: RuleVersionRow | null;
  readonly basis: LegalBasisRow | null;
  readonly extensions: readonly ExtensionRow[];
  readonly assignments: readonly PartialAssignmentRow[];
}

export function publicProgrammePage(given: PublicRows) {
  const { programme, version, basis, extensions } = given;
  return (context: PageContext): PublicProgrammePage => {
    const { t, lang } = context;
    const rules = version?.rules ?? null;
    return {
      title: programme.name,
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: t('programmes.editions.title'), href: '/programmes' },
        { label: programme.name, href: null },
      ],
      slug: programme.slug,
      phase: t(`lifecycle.programme.${programme.state}`),
      due: dueText(programme, extensions, context),
      reason: programme.cancellationReason,
      note: programme.historicalNote
        ? t(`programmes.historical.${programme.historicalNote}`)
        : null,
      facts: (
        [
          ['programmes.host', programme.host],
          ['programmes.scope', programme.scope],
          ['programmes.cycle', programme.cycle],
          ['programmes.dataYear', String(programme.dataYear)],
          ['programmes.funds', programme.funds],
        ] as const
      ).map(([key, value]) => ({ term: t(key), value, action: null })),
      basis: basis?.approvedAt ? basisRows(basis, context) : [],
      categories: rules?.categories.map((category) => categoryView(category, context)) ?? [],
      defence: rules?.categories.some(({ composite }) => composite.defence > 0)
        ? rules.defenceSheet.map((indicator) => indicatorView(indicator, context))
        : [],
      method: rules
        ? [...panelSentences(given.assignments, context), ...methodSentences(rules, context)]
        : [],
      showsJudges: isPublished(programme.state),
      showsOrder: version !== null && hearsNow(programme, version.rules),
      phases: given.phases.map(({ phase, from, to, workingDays }) => ({
        label: t(`lifecycle.programme.${phase}`),
        from: formatDay(lang, from),
        to: formatDay(lang, to),
        workingDays: String(workingDays),
      })),
      extensions: t('programmes.public.extensions', { count: extensions.length }),
      version: version
        ? { label: t('programmes.rules.version', { number: version.number }), hash: version.hash }
        : null,
    };
  };
}

function hearsNow({ state }: ProgrammeRow, rules: RuleSet): boolean {
  const now = programmeIn.materialReview.has(state) || programmeIn.heard.has(state);
  return now && rules.categories.some(({ code }) => roundSheet(rules, code, 'defence'));
}

/** Days, not hours: the page is kept for all visitors until the Beijing day ends. */
function dueText(
  programme: ProgrammeRow,
  extensions: readonly ExtensionRow[],
  { t, lang, now }: PageContext,
): string | null {
  const day = phaseDeadline(programme.calendar, extensions, programme.state);
  if (day === null || day < beijingDate(now)) return null;
  const date = formatDayWeekday(lang, day);
  return programmeIn.open.has(programme.state)
    ? t('programmes.public.deadline', { date })
    : t('programmes.public.phaseEnds', { date });
}

function categoryView(
  category: CategoryRules,
  context: PageContext,
): PublicProgrammePage['categories'][number] {
  const { t } = context;
  const { material, defence } = category.composite;
  const indicators = category.rubric.flatMap((dimension) => dimension.indicators);
  const experts = indicators
    .filter(({ type }) => type === 'E')
    .reduce((sum, { weight }) => sum + weight, 0);
  return {
    code: category.code,
    name: ruleText(category.name, context),
    quota: String(category.quota),
    passMark: trimZeros(category.passMark),
    shares: sharesText({ material, defence }, context),
    experts: t('programmes.public.experts', { points: trimZeros(experts) }),
    indicatorCount: indicators.length,
    dimensions: dimensionViews(category, context),
  };
}

/** Who judges what: how judges are chosen, and where a part of the panel scores an application. */
function panelSentences(
  assignments: readonly PartialAssignmentRow[],
  { t, lang }: PageContext,
): readonly string[] {
  return [
    t('programmes.public.drawn'),
    t('programmes.public.wholePanel', { partial: assignments.length }),
    ...assignments.map(({ nameZh, nameEn, kind, perApplication }) =>
      t('programmes.public.perApplication', {
        category: lang === 'en' ? nameEn : nameZh,
        kind,
        count: perApplication,
      }),
    ),
  ];
}

/** Only the parts that count: a share of nothing would read as a duty that does not exist. */
function sharesText(shares: CategoryRules['composite'], { t }: PageContext): string {
  return (['material', 'defence'] as const)
    .filter((part) => shares[part] > 0)
    .map((part) => t(`programmes.public.share.${part}`, { percent: shares[part] }))
    .join(t('navigation.listComma'));
}

/** How scores become a standing, each sentence from the rules themselves. */
function methodSentences(rules: RuleSet, context: PageContext): readonly string[] {
  const { t } = context;
  const trims = rules.trimTable.map(({ from, to, dropHighest, dropLowest }) => {
    const variables = { from, to: to ?? 0, dropHighest, dropLowest };
    return to === null
      ? t('programmes.public.trimFrom', variables)
      : t('programmes.public.trimRow', variables);
  });
  const ties = rules.tieChain.map((step) => t(`programmes.tie.${step}`));
  return [
    t('programmes.public.computed'),
    ...trims,
    ...corrected(rules, context),
    t('programmes.public.exact'),
    t('programmes.public.ties', { steps: ties.join(t('navigation.listComma')) }),
  ];
}

/** Declared in advance, and for which categories. */
function corrected({ categories }: RuleSet, context: PageContext): readonly string[] {
  const { t } = context;
  const names = categories
    .filter(({ severityCorrection }) => severityCorrection)
    .map(({ name }) => ruleText(name, context));
  if (names.length === 0) return [];
  const variables = { categories: names.join(t('navigation.listComma')) };
  return [t('programmes.public.severity', variables)];
}
