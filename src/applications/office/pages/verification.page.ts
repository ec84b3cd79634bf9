import { type ListedFile, thumbnailOf } from '../../../documents/thumbnail-of.js';
import { computeIndicatorPoints } from '../../../rules/scoring/compute-indicator-points.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatHundredths } from '../../../text/format.js';
import type { ProgressLine, StatusTag } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldNumber,
  FieldRadios,
  FieldSelect,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { groupBy } from '../../group-by.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { categoryRules } from '../file/category-rules.js';
import { figureLabel, neededKey } from '../file/figure-display.js';
import type { Background } from '../file/plausibility.queries.js';
import { type FileModel, figureTexts, figuresByIndicator, fileModel } from '../file/file.page.js';
import { checklistKeys } from '../verification/checklist.js';
import { verdictsOf } from '../verification/verdicts-of.js';
import { derivedFigures, observedItems } from '../../../rules/scoring/derived-figures.js';
import { figuresToVerify, openFigures, unreadFigures } from '../verification/open-figures.js';
import type { AdjustmentRow } from '../verification/verification.queries.js';
import type { AdjustmentForm } from './verification.form.js';
import { type SentVerdicts, type VerdictField, verdictField } from './verdict-field.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/verification-application': VerificationPage;
  }
}

export interface VerificationPage extends PageFrame {
  readonly id: string;
  readonly file: FileModel;
  readonly next: string;
  readonly progress: ProgressLine;
  readonly open: boolean;
  readonly mayVerify: boolean;
  /** On the button that takes every figure without a verdict as it was claimed. */
  readonly acceptRest: string | null;
  readonly mayConfirm: boolean;
  readonly mayComplete: boolean;
  readonly changed: boolean;
  readonly summary: ErrorSummary;
  readonly indicators: readonly VerifiedIndicator[];
  readonly observed: readonly { readonly label: string; readonly tag: StatusTag }[];
  readonly adjustments: readonly {
    readonly id: string;
    readonly text: string;
    readonly reason: string;
    readonly evidence: { readonly href: string } | null;
  }[];
  readonly adjust: {
    readonly kind: FieldRadios;
    readonly points: FieldNumber;
    readonly reason: FieldTextarea;
    readonly evidenceId: FieldSelect;
  };
}

interface VerifiedIndicator {
  readonly code: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly moved: boolean;
  /** Every figure it computes with has a verdict; before that its verified points mean nothing. */
  readonly decided: boolean;
  readonly figures: readonly VerdictField[];
  readonly evidence: readonly ListedFile[];
}

export function verificationPage(
  file: ApplicationFile,
  rules: RuleSet,
  adjustments: readonly AdjustmentRow[],
  form: Submitted<AdjustmentForm>,
  background: Background,
  sent: SentVerdicts = { typed: [], errors: [], changed: false },
) {
  return (context: PageContext): VerificationPage => {
    const { t, lang, actor } = context;
    const drawn = context.draw(form);
    const { ticked, system } = checklistKeys(categoryRules(rules, file.head.categoryCode));
    const all = figuresToVerify(file, ticked);
    const open = openFigures(file, rules);
    const verifies = actor?.duties.some(({ role }) => role === 'Verifier') ?? false;
    const inState = applicationIn.inVerification.has(file.head.state);
    const { own, others } = unreadFigures(file.figures, actor?.accountId);
    const unread = own + others > 0;
    const mayVerify = inState && verifies;
    const observed = observedItems(verdictsOf(file));
    const texts = figureTexts(file, rules, context);
    return {
      title: file.head.merchantName,
      breadcrumbs: [
        { label: t('review.verification.title'), href: '/office/verification' },
        { label: file.head.merchantName, href: null },
      ],
      id: file.head.id,
      file: fileModel(file, rules, context, background),
      next: t(`review.verification.next.${step(inState, open.length, unread)}`, {
        count: open.length,
        reader: !verifies ? 'none' : own && others ? 'some' : own ? 'own' : 'all',
        own,
        others,
      }),
      progress: {
        label: t('review.verification.progress'),
        done: all.length - open.length,
        total: all.length,
        note: null,
      },
      open: inState,
      mayVerify,
      acceptRest: open.length ? t('review.verdicts.acceptRest', { count: open.length }) : null,
      mayConfirm: mayVerify && open.length === 0 && others > 0,
      mayComplete: mayVerify && open.length === 0 && !unread,
      changed: sent.changed,
      summary: {
        errors: [
          ...sent.errors.map((error) => ({
            name: error.field,
            text: t(error.code, {
              ...error.variables,
              field: figureLabel(error.field.replace(/^\w+\./, ''), texts),
            }),
          })),
          ...drawn.summary.errors,
        ],
      },
      indicators: verifiedIndicators(file, rules, all, sent, context),
      observed: system.map((key) => {
        const holds = observed[key.split('.').at(-1) as keyof typeof observed];
        return {
          label: figureLabel(key, texts),
          tag: {
            label: t(holds ? 'review.figure.yes' : 'review.figure.no'),
            tone: holds ? ('good' as const) : ('attention' as const),
          },
        };
      }),
      adjustments: adjustments.map((one) => ({
        id: one.id,
        text: t(`review.adjustment.${one.kind}Of`, { points: formatHundredths(one.points) }),
        reason: one.reason,
        evidence: one.evidenceId ? { href: `/documents/${one.evidenceId}` } : null,
      })),
      adjust: {
        kind: drawn.radios('kind', undefined, true),
        points: drawn.number('points'),
        reason: drawn.textarea('reason'),
        evidenceId: drawn.select(
          'evidenceId',
          file.evidence.map(({ documentId, indicator, caption, name }) => ({
            value: documentId,
            label: `${indicator} ${caption || name}`,
          })),
        ),
      },
    };

    function verifiedIndicators(
      of: ApplicationFile,
      by: RuleSet,
      keys: readonly string[],
      typed: SentVerdicts,
      page: PageContext,
    ): readonly VerifiedIndicator[] {
      const stored = new Map(of.figures.map((figure) => [figure.key, figure]));
      const groups = figuresByIndicator(
        keys.map((key) => ({ key })),
        texts,
      );
      const evidence = groupBy(of.evidence, ({ indicator }) => indicator);
      const points = pointsOf(of, by);
      const rubric = categoryRules(by, of.head.categoryCode)
        .rubric.flatMap((dimension) => dimension.indicators)
        .filter(({ sheet, type }) => sheet === 'material' && type !== 'E');
      const besides = {
        code: '',
        name: { zh: t('review.file.others'), en: t('review.file.others') },
      };
      return [...rubric, besides].flatMap(({ code, name }) => {
        const figures = groups.get(code) ?? [];
        if (figures.length === 0) return [];
        const [before = null, after = null] = points.get(code) ?? [];
        return [
          {
            code,
            name: lang === 'zh-CN' ? name.zh : name.en,
            before: before === null ? null : formatHundredths(before),
            after: after === null ? null : formatHundredths(after),
            moved: before !== after,
            decided: keys
              .filter((key) => texts.needed.get(neededKey(key))?.indicators.includes(code))
              .every((key) => stored.get(key)?.verdict),
            figures: figures.map(({ key }) =>
              verdictField(key, stored.get(key) ?? null, typed, texts, page),
            ),
            evidence: (evidence.get(code) ?? []).map((one) => ({
              label: one.caption || one.name,
              href: `/documents/${one.documentId}`,
              thumbnail: thumbnailOf(one.documentId, one.name),
            })),
          },
        ];
      });
    }
  };
}

function step(inState: boolean, open: number, unread: boolean): string {
  if (!inState) return 'closed';
  if (open > 0) return 'verdicts';
  return unread ? 'reading' : 'complete';
}

/** Points of each computed indicator by the claims and by the verdicts, in hundredths. */
function pointsOf(
  file: ApplicationFile,
  rules: RuleSet,
): ReadonlyMap<string, readonly [number, number]> {
  const verdicts = verdictsOf(file);
  const { claimed } = verdicts;
  const category = categoryRules(rules, file.head.categoryCode);
  const verified = derivedFigures(category, verdicts);
  const computed = category.rubric
    .flatMap((dimension) => dimension.indicators)
    .filter(({ sheet, type }: Indicator) => sheet === 'material' && type !== 'E');
  return new Map(
    computed.map((indicator) => [
      indicator.code,
      [
        computeIndicatorPoints(indicator, claimed, rules).points,
        computeIndicatorPoints(indicator, verified, rules).points,
      ],
    ]),
  );
}
