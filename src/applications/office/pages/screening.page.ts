import { formatHundredths, formatInstant } from '../../../text/format.js';
import type { StatusTag } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldDate,
  FieldFile,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import { allows } from '../../../web/access/policies.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { type FileModel, fileModel } from '../file/file.page.js';
import type { ScreeningFile } from '../screening/screening-file.js';
import type { ScreeningDecisionRow } from '../screening/screening.queries.js';
import { type ScreeningCheck, checkRows } from './check-rows.js';
import { ClearChecksForm, ScreeningForm, VetoCheckForm } from './screening.form.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { awaitsRenewal, checkPointOf } from '../../../rules/lifecycle/check-point.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/screening-application': ScreeningPage;
  }
}

export interface ScreeningPage extends PageFrame {
  readonly id: string;
  readonly file: FileModel;
  readonly next: string;
  /** Query of the forms' addresses, empty at the point that the application's state implies. */
  readonly query: string;
  readonly caption: string;
  /** Checks may be recorded: at screening, and when the credit query is renewed. */
  readonly mayCheck: boolean;
  /** Somebody's finding may be read a second time. */
  readonly mayConfirm: boolean;
  readonly mayDecide: boolean;
  readonly mayCorrect: boolean;
  readonly summary: ErrorSummary;
  readonly eligibility: readonly { readonly text: string; readonly tag: StatusTag }[];
  readonly related: readonly { readonly text: string; readonly href: string }[];
  readonly concealed: string | null;
  readonly checks: readonly ScreeningCheck[];
  readonly clear: {
    readonly rules: FieldCheckboxes;
    readonly source: FieldText;
    readonly asOf: FieldDate;
  };
  readonly one: {
    readonly rule: FieldSelect;
    readonly result: FieldRadios;
    readonly source: FieldText;
    readonly asOf: FieldDate;
    readonly decidedOn: FieldDate;
    readonly clearedOn: FieldDate;
    readonly note: FieldTextarea;
    readonly evidence: FieldFile;
  };
  readonly decision: {
    readonly result: FieldRadios;
    readonly reason: FieldTextarea;
    readonly basis: FieldTextarea;
    readonly remedy: FieldTextarea;
  };
  readonly decided:
    (ScreeningDecisionRow & { readonly at: string; readonly tag: StatusTag }) | null;
}

export interface SentForms {
  readonly clear?: Submitted<ClearChecksForm>;
  readonly one?: Submitted<VetoCheckForm>;
  readonly decision?: Submitted<ScreeningForm>;
}

export function screeningPage(
  screening: ScreeningFile,
  decided: ScreeningDecisionRow | null,
  sent: SentForms = {},
) {
  return (context: PageContext): ScreeningPage => {
    const { t, lang, actor, draw } = context;
    const { file, rules, eligibility, blockers, today } = screening;
    const open = applicationIn.awaitsScreening.has(file.head.state);
    const renewing = awaitsRenewal(file.head.state);
    const screens = actor?.duties.some(({ role }) => role === 'Screener') ?? false;
    const run = rules.vetoRules.filter(({ checkPoints }) =>
      checkPoints.includes(screening.checkPoint),
    );
    const clear = draw(
      sent.clear ??
        unsentForm(ClearChecksForm, {
          rules: run.filter(({ lookBack }) => lookBack.kind === 'current').map(({ code }) => code),
          clearAsOf: today,
        }),
    );
    const one = draw(sent.one ?? unsentForm(VetoCheckForm, { asOf: today }));
    const decision = draw(sent.decision ?? unsentForm(ScreeningForm));
    const ruleOptions = run.map(({ code, condition }) => ({
      value: code,
      label: `${code} ${lang === 'zh-CN' ? condition.zh : condition.en}`,
    }));
    return {
      title: file.head.merchantName,
      breadcrumbs: [
        { label: t('review.screening.title'), href: '/office/screening' },
        { label: file.head.merchantName, href: null },
      ],
      id: file.head.id,
      file: fileModel(file, rules, context),
      next: nextStep(screening, t),
      query:
        screening.checkPoint === checkPointOf(file.head.state)
          ? ''
          : `?point=${screening.checkPoint}`,
      caption: t(`review.veto.caption.${screening.checkPoint}`),
      mayCheck: screens && (open || renewing),
      mayConfirm: allows('screen.confirm', actor),
      mayDecide: open && screens,
      mayCorrect: open && screens && !file.corrections.some(({ stage }) => stage === 'screening'),
      summary: {
        errors: [clear, one, decision].flatMap((form) => form.summary.errors),
      },
      eligibility: eligibility.map((finding) => ({
        text: t(finding.messageKey, {
          value: shown(finding.rule, finding.value),
          needed: shown(finding.rule, finding.needed),
        }),
        tag: finding.met
          ? { label: t('review.screening.met'), tone: 'good' as const }
          : { label: t('review.screening.unmet'), tone: 'bad' as const },
      })),
      related: screening.related.map(({ name, standing, statedBy }) => ({
        text: t(`review.screening.related.${standing}`, { name }),
        href: `/office/registry/${statedBy}`,
      })),
      concealed: screening.concealed.length
        ? t('veto.concealedPenalty', { rules: screening.concealed.join(' ') })
        : null,
      checks: checkRows(screening, context),
      clear: {
        rules: clear.checkboxes('rules', ruleOptions),
        source: clear.text('clearSource', 'full'),
        asOf: clear.date('clearAsOf'),
      },
      one: {
        rule: one.select('rule', ruleOptions),
        result: one.radios('result', undefined, true),
        source: one.text('source', 'full'),
        asOf: one.date('asOf'),
        decidedOn: one.date('decidedOn'),
        clearedOn: one.date('clearedOn'),
        note: one.textarea('note'),
        evidence: {
          name: 'evidence',
          label: t('review.veto.evidence'),
          hint: null,
          error: null,
          required: false,
          accept: '.pdf,.jpg,.jpeg,.png',
          multiple: false,
          files: [],
        },
      },
      decision: {
        result: decision.radios('decision', undefined, true),
        reason: decision.textarea('reason'),
        basis: decision.textarea('basis'),
        remedy: decision.textarea('remedy'),
      },
      decided: decided && {
        ...decided,
        at: formatInstant(lang, decided.screenedAt),
        tag: {
          label: t(`review.screening.${decided.result}`),
          tone: decided.result === 'in' ? 'good' : 'bad',
        },
      },
    };

    function nextStep({ eligibility: found }: ScreeningFile, translate: typeof t): string {
      if (renewing) {
        return translate('review.screening.next.renew', { count: blockers.length });
      }
      if (!open) return translate('review.screening.next.closed');
      if (found.some(({ met }) => !met)) return translate('review.screening.next.ineligible');
      if (blockers.length === 0) return translate('review.screening.next.decide');
      return translate('review.screening.next.checks', { count: blockers.length });
    }
  };
}

/** Amounts and shares come in hundredths, everything else as it is. */
function shown(rule: string, value: number | string | null): string | number {
  const inHundredths = ['netSales', 'principalTie', 'farmGoodsShare', 'localOrigin'];
  if (typeof value !== 'number') return value ?? '';
  return inHundredths.includes(rule) ? formatHundredths(value) : value;
}
