import type { StatusTag } from '../../../web/component-models.js';
import type { FieldTextarea } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { FileFigure } from '../file/application-file.queries.js';
import { type FigureTexts, figureKind, figureLabel, figureText } from '../file/figure-display.js';
import { verdictTag } from '../tags.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { TypedVerdict } from '../verification/decided-value.js';
import { typedValue } from '../verification/typed-value.js';

export interface SentVerdicts {
  readonly typed: readonly TypedVerdict[];
  readonly errors: readonly FieldError[];
  /** Somebody saved first: the newest stands beside what was typed. */
  readonly changed: boolean;
}

/** One figure on the verifier's page: the claim, what was decided, and the three fields of a verdict. */
export interface VerdictField {
  readonly key: string;
  readonly label: string;
  readonly claimed: string;
  readonly version: number;
  readonly verdict: StatusTag | null;
  readonly verified: string | null;
  readonly by: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly selected: boolean;
  }[];
  readonly value: { readonly text: string; readonly unit: string | null } | null;
  readonly reason: FieldTextarea;
  readonly error: string | null;
  /** Somebody else decided this figure after the page was opened. */
  readonly overtaken: boolean;
}

export function verdictField(
  key: string,
  stored: FileFigure | null,
  sent: SentVerdicts,
  texts: FigureTexts,
  { t }: PageContext,
): VerdictField {
  const typed = sent.typed.find((one) => one.key === key);
  const kind = figureKind(key);
  const isTick = kind === 'tick';
  const errorOf = (part: string) => {
    const error = sent.errors.find(({ field }) => field === `${part}.${key}`);
    return error ? t(error.code, { ...error.variables, field: figureLabel(key, texts) }) : null;
  };
  const chosen = typed ? typed.verdict : (stored?.verdict ?? '');
  return {
    key,
    label: figureLabel(key, texts),
    claimed: figureText(key, stored?.claimed ?? null, texts),
    version: stored?.version ?? 0,
    verdict: stored?.verdict ? verdictTag(stored.verdict, t) : null,
    verified: stored?.verdict ? figureText(key, stored.verified, texts) : null,
    by: byline(stored, t),
    options: (isTick ? ['Accepted', 'Rejected'] : ['Accepted', 'Reduced', 'Rejected']).map(
      (value) => ({
        value,
        label: t(isTick ? `review.tick.${value}` : `review.verdict.${value}`),
        selected: value === chosen,
      }),
    ),
    value: isTick
      ? null
      : { text: typed ? typed.value : typedValue(key, stored), unit: unitText(kind, t) },
    reason: {
      name: `reason.${key}`,
      label: t('review.verdict.reasonLabel'),
      hint: null,
      error: errorOf('reason'),
      required: false,
      value: typed ? typed.reason : (stored?.reason ?? ''),
      rows: 1,
      maxLength: null,
    },
    error: errorOf('value') ?? errorOf('verdict'),
    overtaken: sent.changed && typed !== undefined && typed.version !== (stored?.version ?? 0),
  };
}

function byline(stored: FileFigure | null, t: PageContext['t']): string {
  if (!stored?.verifierName) return '';
  return stored.secondReaderName
    ? t('review.verdict.byBoth', {
        verifier: stored.verifierName,
        reader: stored.secondReaderName,
      })
    : t('review.verdict.by', { verifier: stored.verifierName });
}

function unitText(kind: ReturnType<typeof figureKind>, t: PageContext['t']): string | null {
  if (kind === 'wan') return t('forms.unit.wan');
  if (kind === 'percent') return t('forms.unit.percent');
  return ['day', 'certification', 'samplingFailure'].includes(kind) ? t('review.unit.day') : null;
}
