import type { PlausibilityFinding } from '../../../rules/eligibility/plausibility.js';
import { formatHundredths, formatNumber } from '../../../text/format.js';
import type { Translate } from '../../../web/page-context.js';
import { type FigureTexts, figureLabel } from './figure-display.js';

export interface FindingText {
  readonly text: string;
  /** What the sentence does not say itself: the compared figures, files or fields; '' for none. */
  readonly figures: string;
}

/** A doubt as a sentence, with the figures it comes from. */
export function findingText(finding: PlausibilityFinding, texts: FigureTexts): FindingText {
  const { t } = texts;
  const { rule, values, fields } = finding;
  const field = figureLabel(String(values.field ?? ''), texts);
  const figures = rule === 'X14' ? fields.map((key) => t(`plausibility.value.${key}`)) : [];
  const compared = (shown[rule] ?? []).flatMap((key) => {
    const value = values[key];
    return value === undefined
      ? []
      : `${t(`plausibility.value.${key}`)} ${valueText(key, value, t)}`;
  });
  return {
    text: t(finding.messageKey, { ...values, field }),
    figures: [...figures, ...compared].join(t('navigation.listComma')),
  };
}

const shown: Readonly<Partial<Record<PlausibilityFinding['rule'], readonly string[]>>> = {
  X1: ['netWan', 'orders'],
  X2: ['parcels', 'orders'],
  X3: ['taxPaidWan', 'netWan'],
  X5: ['netWan', 'previousNetWan'],
  X6: ['refundWan', 'grossWan'],
  X8: ['sumWan', 'netWan'],
  X13: ['otherFile'],
  X16: ['netWanChangePct', 'ordersChangePct', 'insuredChangePct'],
};

function valueText(key: string, value: number | string, t: Translate): string {
  if (typeof value === 'string') return value;
  if (key.endsWith('Wan')) return `${formatHundredths(value)} ${t('forms.unit.wan')}`;
  return `${formatNumber(value)}${key.endsWith('Pct') ? '%' : ''}`;
}
