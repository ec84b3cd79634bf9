import type { Category } from '../../../programmes/category.entity.js';
import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import type { CategoryRules } from '../../../rules/scoring/rule-set.js';
import type { Refusal } from '../../../rules/refusal.js';
import { formatInstant } from '../../../text/format.js';
import type { StatusTag, Tabs } from '../../../web/component-models.js';
import type { ErrorSummary, FieldTextarea } from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import {
  type RankingAct,
  type RankingState,
  rankingStep,
} from '../../../rules/lifecycle/ranking-states.js';
import type { RankingSet } from '../division/ranking/ranking.queries.js';
import type { ReturnRankingForm } from './ranking.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/ranking': RankingPage;
  }
}

export interface RankingPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly categories: Tabs;
  readonly status: StatusTag;
  readonly says: string;
  readonly limits: string;
  readonly overQuota: boolean;
  readonly send: { readonly href: string };
  readonly handOver: { readonly href: string };
  readonly sign: { readonly href: string };
  readonly sendBack: { readonly href: string };
  readonly version: number;
  /** The reviewer orders; who signs sees the same list without handles. */
  readonly mayOrder: boolean;
  readonly mayHandOver: boolean;
  readonly maySign: boolean;
  readonly signed: readonly RankingLine[];
  readonly waiting: readonly RankingLine[];
  readonly first: number;
  readonly seal: { readonly href: string } | null;
  readonly sealError: string | null;
  readonly reason: FieldTextarea;
}

interface RankingLine {
  readonly id: string;
  readonly place: number;
  readonly merchant: string;
  readonly href: string;
  readonly receipt: string;
  readonly opinion: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface RankingFacts {
  readonly programme: ProgrammeRow;
  readonly divisionCode: string;
  readonly categories: readonly Pick<Category, 'code' | 'nameZh' | 'nameEn'>[];
  readonly category: CategoryRules;
  readonly set: RankingSet;
}

const tones = { open: 'active', handed: 'attention', returned: 'bad', signed: 'good' } as const;

/** All recommendations of a division in a category, in order, with what may be done to the set now. */
export function rankingPage(
  { divisionCode, categories, category, set }: RankingFacts,
  form: Submitted<ReturnRankingForm>,
  refusal: Refusal | null = null,
) {
  return (context: PageContext): RankingPage => {
    const { t, lang, actor } = context;
    const drawn = context.draw(form);
    const { ranking, signed, waiting } = set;
    const holds = (role: string) => actor?.duties.some((duty) => duty.role === role) ?? false;
    const state = waiting.length === 0 && signed.length > 0 ? 'signed' : (ranking?.state ?? 'open');
    const quota = category.divisionQuotas?.[divisionCode] ?? null;
    const count = signed.length + waiting.length;
    const title = t('review.ranking.title');
    const href = `/division/rankings/${category.code}`;
    const after = Math.max(0, ...signed.map(({ rank }) => rank ?? 0));
    const may = (act: RankingAct) =>
      waiting.length > 0 && rankingStep(ranking?.state ?? 'open', act) !== null;
    const overQuota = quota !== null && count > quota;
    const line = (rows: RankingSet['waiting'], before: number) =>
      rows.map((row, at) => ({
        id: row.applicationId,
        place: before + at + 1,
        merchant: row.merchantName,
        href: `/division/applications/${row.applicationId}`,
        receipt: row.receiptNumber ?? '',
        opinion: row.opinion,
        isFirst: at === 0,
        isLast: at === rows.length - 1,
      }));
    return {
      title,
      breadcrumbs: [
        { label: t('review.division.title'), href: '/division' },
        { label: title, href: null },
      ],
      summary: {
        errors: [
          ...(refusal
            ? [{ name: refusal.field ?? 'ranking', text: t(refusal.code, refusal.variables) }]
            : []),
          ...drawn.summary.errors,
        ],
      },
      categories: {
        label: t('review.division.byCategory'),
        tabs: categories.map(({ code, nameZh, nameEn }) => ({
          href: `/division/rankings/${code}`,
          label: lang === 'zh-CN' ? nameZh : nameEn,
          current: code === category.code,
          count: null,
        })),
      },
      status: { label: t(`review.ranking.state.${state}`), tone: tones[state] },
      says: says(state, ranking, context),
      limits: [
        t(quota === null ? 'review.ranking.noQuota' : 'review.ranking.quota', { quota, count }),
        ...(category.divisionFloor
          ? [t('review.ranking.floor', { places: category.divisionFloor.places })]
          : []),
        ...(overQuota ? [t('review.ranking.over', { more: count - (quota ?? 0) })] : []),
      ].join(' '),
      overQuota,
      send: { href },
      handOver: { href: `${href}/hand-over` },
      sign: { href: `${href}/signature` },
      sendBack: { href: `${href}/return` },
      version: ranking?.version ?? 0,
      mayOrder: holds('DivisionReviewer') && may('save'),
      mayHandOver: holds('DivisionReviewer') && may('handOver') && !overQuota,
      maySign: holds('DivisionApprover') && may('sign'),
      signed: line(signed, 0),
      waiting: line(waiting, after),
      first: after + 1,
      seal: ranking?.sealScanId ? { href: `/documents/${ranking.sealScanId}` } : null,
      sealError: refusal?.field === 'seal' ? t(refusal.code, refusal.variables) : null,
      reason: drawn.textarea('reason'),
    };
  };
}

function says(state: RankingState, ranking: RankingSet['ranking'], { t, lang }: PageContext) {
  const [by, at] =
    state === 'signed'
      ? [ranking?.signedByName, ranking?.signedAt]
      : [ranking?.handedByName, ranking?.handedAt];
  // Signed one by one, a set has no signature of its own.
  if (state === 'signed' && !at) return t('review.ranking.says.singly');
  // Why it came back stays in sight until it is handed over anew.
  const shown = state === 'open' && ranking?.returnReason ? 'returned' : state;
  return t(`review.ranking.says.${shown}`, {
    by: by ?? '',
    at: at ? formatInstant(lang, at) : '',
    reason: ranking?.returnReason ?? '',
  });
}
