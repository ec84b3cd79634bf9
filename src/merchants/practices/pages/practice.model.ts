import type { PracticeClaim } from '../../../rules/practices/practice.js';
import { formatNumber } from '../../../text/format.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PracticeRow } from '../practice.queries.js';

/** One practice as it stands on the merchant's page, in the collection, in the booklet and before the office. */
export interface PracticeModel {
  readonly id: string;
  readonly headline: string;
  readonly subject: string;
  readonly merchant: { readonly name: string; readonly href: string; readonly division: string };
  readonly claims: readonly {
    readonly title: string;
    readonly text: string;
    readonly level: StatusTag | null;
  }[];
  readonly chart: {
    readonly caption: string;
    readonly level: StatusTag | null;
    readonly rows: readonly {
      readonly year: number;
      readonly value: string;
      readonly length: number;
    }[];
  } | null;
  readonly pictures: readonly { readonly href: string; readonly caption: string }[];
}

/** @param files where its pictures are opened: the public copies, or the papers of whoever may read them */
export function practiceModel(
  row: PracticeRow,
  context: PageContext,
  files: 'public' | 'own' = 'public',
): PracticeModel {
  const { t } = context;
  const claim = (name: PracticeClaim & ('doing' | 'copying' | 'helped')) => ({
    title: t(`merchants.practice.${name}`),
    text: row[name],
    level: levelTag(row, name, context),
  });
  return {
    id: row.id,
    headline: row.headline,
    subject: t(`merchants.practice.subject.${row.subject}`),
    merchant: {
      name: row.merchantName,
      href: `/merchants/${row.merchantId}`,
      division: t(`division.${row.divisionCode}`),
    },
    claims: [claim('doing'), claim('copying'), claim('helped')],
    chart: chartOf(row, context),
    pictures: row.pictures.map(({ documentId, caption }) => ({
      href:
        files === 'public'
          ? `/practices/${row.id}/pictures/${documentId}`
          : `/documents/${documentId}`,
      caption,
    })),
  };
}

function chartOf(row: PracticeRow, context: PageContext): PracticeModel['chart'] {
  const { figures, figureLabel, figureUnit } = row;
  if (figures.length === 0) return null;
  const most = Math.max(...figures.map(({ value }) => value));
  const named = { label: figureLabel ?? '', unit: figureUnit ?? '' };
  return {
    caption: context.t('merchants.practice.chart', named),
    level: levelTag(row, 'figures', context),
    rows: figures.map(({ year, value }) => ({
      year,
      value: formatNumber(value / 100),
      length: most > 0 ? Math.round((value * 1000) / most) / 10 : 0,
    })),
  };
}

const tones: Readonly<Record<string, StatusTag['tone']>> = {
  verified: 'good',
  documented: 'neutral',
  stated: 'neutral',
};

function levelTag({ levels }: PracticeRow, claim: PracticeClaim, { t }: PageContext) {
  const level = levels[claim];
  return level
    ? { label: t(`merchants.practice.level.${level}`), tone: tones[level] ?? ('neutral' as const) }
    : null;
}
