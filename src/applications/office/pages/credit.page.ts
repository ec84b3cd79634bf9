import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import type { VetoBlocker } from '../../../rules/eligibility/veto-check.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { holds } from '../../../web/actor.js';
import type { EmptyState, StatusTag, Tabs } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldDate,
  FieldText,
} from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext, Translate } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { screeningPath } from '../screening/check-point-of.js';
import type { CreditRow } from '../screening/credit.queries.js';
import { stateTag } from '../tags.js';
import { CreditForm } from './credit.form.js';
import type { CheckPoint } from '../../../rules/lifecycle/check-point.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/credit': CreditPage;
  }
}

export interface CreditPage extends PageFrame {
  readonly lead: string;
  readonly points: Tabs;
  readonly caption: string;
  readonly summary: ErrorSummary;
  readonly rows: readonly {
    readonly merchant: string;
    readonly receipt: string;
    readonly href: string;
    readonly category: string;
    readonly division: string;
    readonly state: StatusTag;
    readonly clear: StatusTag | null;
    readonly blockers: readonly string[];
  }[];
  /** The form for all ticked applications; null for those who only look. */
  readonly form: {
    readonly id: string;
    readonly point: string;
    readonly applications: FieldCheckboxes;
    readonly rules: FieldCheckboxes;
    readonly source: FieldText;
    readonly asOf: FieldDate;
  } | null;
  readonly empty: EmptyState;
}

export interface CreditRows {
  readonly programme: ProgrammeRow;
  readonly point: CheckPoint;
  readonly rows: readonly CreditRow[];
  readonly blockers: ReadonlyMap<string, readonly VetoBlocker[]>;
  readonly rules: RuleSet;
  readonly today: string;
}

export function creditPage(given: CreditRows, sent: Submitted<CreditForm> | null) {
  return (context: PageContext): CreditPage => {
    const { t, lang, actor, draw } = context;
    const { programme, point, rows, blockers, today } = given;
    const path = `/office/credit/${programme.id}`;
    const openOf = (id: string) => blockers.get(id) ?? [];
    const waiting = rows.filter(({ id }) => openOf(id).length > 0);
    const rules = given.rules.vetoRules.filter(({ checkPoints }) => checkPoints.includes(point));
    const form = draw(
      sent ??
        unsentForm(CreditForm, {
          applications: waiting.map(({ id }) => id),
          rules: rules
            .filter(({ lookBack }) => lookBack.kind === 'current')
            .map(({ code }) => code),
          asOf: today,
        }),
    );
    return {
      title: t(point === 'K1' ? 'review.credit.batch' : 'review.credit.title'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: programme.name, href: null },
      ],
      lead: t('review.credit.lead', { count: waiting.length, total: rows.length }),
      points: {
        label: t('review.credit.points'),
        tabs: (['K1', 'K2', 'K3'] as const).map((one) => ({
          href: `${path}?point=${one}`,
          label: t(`review.credit.point.${one}`),
          current: one === point,
          count: null,
        })),
      },
      caption: t(point === 'K1' ? 'review.credit.recommended' : 'review.credit.caption'),
      summary: form.summary,
      rows: rows.map((row) => ({
        merchant: row.merchantName,
        receipt: row.receiptNumber ?? '',
        href: screeningPath(row.id, point),
        category: lang === 'zh-CN' ? row.categoryZh : row.categoryEn,
        division: t(`division.${row.divisionCode}`),
        state: stateTag(row.state, t),
        clear: openOf(row.id).length ? null : { label: t('review.credit.clear'), tone: 'good' },
        blockers: sentences(openOf(row.id), t),
      })),
      form:
        rows.length && holds(actor, 'Screener')
          ? {
              id: programme.id,
              point,
              applications: form.checkboxes(
                'applications',
                rows.map((row) => ({
                  value: row.id,
                  label: `${row.receiptNumber ?? ''} ${row.merchantName}`,
                })),
              ),
              rules: form.checkboxes(
                'rules',
                rules.map(({ code, condition }) => ({
                  value: code,
                  label: `${code} ${lang === 'zh-CN' ? condition.zh : condition.en}`,
                })),
              ),
              source: form.text('source', 'full'),
              asOf: form.date('asOf'),
            }
          : null,
      empty: {
        title: t('review.credit.empty'),
        text: t(point === 'K1' ? 'review.screening.empty.text' : 'review.credit.empty.text'),
        action: null,
      },
    };
  };
}

/** What is open of one application: rules of which the same is to be said stand in one sentence. */
function sentences(blockers: readonly VetoBlocker[], t: Translate): readonly string[] {
  const codes = [...new Set(blockers.map(({ code }) => code))];
  return codes.map((code) => {
    const rules = blockers.filter((one) => one.code === code).map(({ rule }) => rule);
    return t(code, { rule: rules.join(t('navigation.listComma')) });
  });
}
