import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatDay } from '../../../text/format.js';
import type { WorkingIndicator } from '../../../rules/provenance/working.js';
import { quartileOf } from '../../../rules/ranking/quartile.js';
import { nextBand } from '../../../rules/scoring/next-band.js';
import type { ApplicationFile } from '../application-file.js';
import type { LetterBasis, LetterWorking } from '../letter.queries.js';
import { say } from './draw-field.js';
import { categoryName } from './form-frame.js';
import { itemLabel } from './item-label.js';
import { nextText } from './preview.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/letter': LetterPage;
  }
}

export interface LetterPage extends PageFrame {
  readonly applicationId: string;
  readonly addressee: string;
  readonly opening: string;
  readonly result: string;
  readonly dimensions: readonly {
    readonly name: string;
    readonly score: string;
    readonly full: string;
    readonly quarter: string;
    /** Where the quarter begins, the best at 0, in hundredths of the bar. */
    readonly from: number;
  }[];
  readonly missed: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly refused: readonly { readonly name: string; readonly text: string }[];
  /** Files and pages of one's own on which the scores rest, by indicator. */
  readonly basis: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly date: string;
  readonly isoDate: string;
}

/** The feedback to one merchant: its own points, the quarter of the field, and nobody else's data. */
export function letterPage(
  file: ApplicationFile,
  { own, field, basis }: LetterWorking & { readonly basis: readonly LetterBasis[] },
  issuedOn: string,
) {
  return (context: PageContext): LetterPage => {
    const { t, lang } = context;
    const { application, programme, register } = file;
    const title = t('applications.letter.title');
    const indicators = own.dimensions.flatMap((dimension) => dimension.indicators);
    return {
      title,
      breadcrumbs: [
        { label: t('applications.receipt.back'), href: `/my/applications/${application.id}` },
        { label: title, href: null },
      ],
      applicationId: application.id,
      addressee: register.merchant.name,
      opening: t('applications.letter.opening', {
        programme: programme.name,
        category: categoryName(application, context),
        receiptNumber: application.receiptNumber ?? '',
      }),
      result: t(`applications.letter.result.${application.state}`, {
        composite: own.composite.shown,
      }),
      dimensions: own.dimensions.map(({ code, name, total, weight }) => {
        const quarter = quartileOf(cents(total), (field[code] ?? []).map(cents));
        return {
          name: say(name, context),
          score: total,
          full: weight,
          quarter: t(`applications.letter.quarter.${quarter}`),
          from: (quarter - 1) * 25,
        };
      }),
      missed: indicators.flatMap((indicator) => missedOf(file, indicator, context)),
      refused: file.figures
        .filter(({ verdict }) => verdict === 'Reduced' || verdict === 'Rejected')
        .map(({ key, verdict, reason }) => ({
          name: itemLabel(file, key, context),
          text: t(`applications.letter.${verdict}`, { reason: reason ?? '' }),
        })),
      basis: indicators.flatMap((indicator) => basisOf(indicator, basis, context)),
      date: formatDay(lang, issuedOn),
      isoDate: issuedOn,
    };
  };
}

function missedOf(
  file: ApplicationFile,
  { code, name, points, parts }: WorkingIndicator,
  context: PageContext,
): LetterPage['missed'] {
  const indicator = file.category.rubric
    .flatMap(({ indicators }) => indicators)
    .find((one) => one.code === code);
  if (!indicator) return [];
  const { scoring } = indicator;
  const next =
    scoring.kind === 'sum'
      ? scoring.parts.map((part, i) => nextBand(part, parts[i]?.points ?? 0))
      : [nextBand(scoring, cents(points))];
  const lines = next.flatMap((band) => (band ? [nextText(band, context)] : []));
  const title = context.t('applications.indicator', { code, name: say(name, context) });
  return lines.length ? [{ name: title, lines }] : [];
}

function basisOf(
  { code, name }: WorkingIndicator,
  basis: readonly LetterBasis[],
  context: PageContext,
): LetterPage['basis'] {
  const { t } = context;
  const files = basis
    .filter(({ indicator }) => indicator === code)
    .map(({ file, page }) =>
      page === null ? file : t('applications.letter.page', { file, page }),
    );
  const title = t('applications.indicator', { code, name: say(name, context) });
  return files.length ? [{ name: title, files }] : [];
}

/** Decimal text with two places as hundredths. */
function cents(text: string): number {
  return Math.round(Number(text) * 100);
}
