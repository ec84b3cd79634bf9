import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatCell, formatHundredths } from '../../../text/format.js';
import type { Computed, RuleNote } from '../../../rules/scoring/computed.js';
import type { NextBand } from '../../../rules/scoring/next-band.js';
import type { ApplicationFile } from '../application-file.js';
import { type ClaimedIndicator, claimedPoints } from '../claimed-points.js';
import { returnDoubts } from '../return-doubts.js';
import { shopTitle, shopOf } from '../shop-title.js';
import { say } from './draw-field.js';
import { type FormFrame, formFrame } from './form-frame.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/preview': PreviewPage;
  }
}

export interface PreviewPage extends PageFrame, FormFrame {
  readonly total: string;
  readonly judged: string;
  /** What verification and the defence decide by themselves. */
  readonly rest: string | null;
  readonly dimensions: readonly {
    readonly name: string;
    readonly indicators: readonly DrawnIndicator[];
  }[];
  readonly doubts: readonly string[];
}

export interface DrawnIndicator {
  readonly title: string;
  readonly points: string;
  readonly byJudges: boolean;
  readonly inputs: readonly { readonly label: string; readonly value: string }[];
  readonly notes: readonly string[];
  readonly next: readonly string[];
}

/** What the claimed figures would give; the points count only after verification. */
export function previewPage(file: ApplicationFile) {
  return (context: PageContext): PreviewPage => {
    const { t } = context;
    const all = claimedPoints(file);
    const sum = (some: readonly ClaimedIndicator[], value: (one: ClaimedIndicator) => number) =>
      some.reduce((total, one) => total + value(one), 0);
    const computed = all.filter((one) => one.computed);
    const judged = all.filter((one) => !one.computed);
    const whole = file.category.rubric
      .flatMap(({ indicators }) => indicators)
      .reduce((total, { weight }) => total + weight, 0);
    const rest = whole - sum(all, ({ indicator }) => indicator.weight);
    return {
      ...formFrame(file, 'preview', context),
      total: t('applications.preview.total', {
        points: formatHundredths(sum(computed, (one) => one.computed?.points ?? 0)),
        most: formatHundredths(sum(computed, ({ indicator }) => indicator.weight)),
      }),
      judged: t('applications.preview.judged', {
        most: formatHundredths(sum(judged, ({ indicator }) => indicator.weight)),
      }),
      rest: rest > 0 ? t('applications.preview.rest', { most: formatHundredths(rest) }) : null,
      dimensions: file.category.rubric.flatMap((dimension) => {
        const own = all.filter(({ indicator }) => dimension.indicators.includes(indicator));
        if (own.length === 0) return [];
        return [
          {
            name: say(dimension.name, context),
            indicators: own.map((one) => drawIndicator(file, one, context)),
          },
        ];
      }),
      doubts: returnDoubts(file).map(({ messageKey, values }) => t(messageKey, { ...values })),
    };
  };
}

function drawIndicator(
  file: ApplicationFile,
  { indicator, computed, next }: ClaimedIndicator,
  context: PageContext,
): DrawnIndicator {
  const { t, lang } = context;
  const title = t('applications.indicator', {
    code: indicator.code,
    name: say(indicator.name, context),
  });
  const most = formatHundredths(indicator.weight);
  if (!computed) {
    const points = t('applications.preview.byJudges', { most });
    return { title, points, byJudges: true, inputs: [], notes: [], next: [] };
  }
  const parts: readonly Computed[] = computed.parts.length ? computed.parts : [computed];
  return {
    title,
    points: t('applications.preview.points', { points: formatHundredths(computed.points), most }),
    byJudges: false,
    inputs: parts
      .flatMap(({ inputs }) => inputs)
      .filter(({ figure }) => figure !== 'scoring.figure.checklistItem')
      .map((input) => ({
        label: input.shop
          ? t('applications.preview.ofShop', {
              figure: t(input.figure),
              shop: shopName(file, input.shop, context),
            })
          : t(input.figure),
        value: input.value === null ? t('applications.nothing') : formatCell(lang, input.value),
      })),
    notes: parts.flatMap(({ notes }) => notes).map((note) => noteText(file, note, context)),
    next: next.map((band) => nextText(band, context)),
  };
}

/** The notes of the rules speak of verified values; before verification they are claimed ones. */
function noteText(
  file: ApplicationFile,
  { key, variables }: RuleNote,
  context: PageContext,
): string {
  const { t, lang } = context;
  const claimed = key.replace(
    /^scoring\.note\.(band|missing|ticked|notTicked)/,
    'applications.note.$1',
  );
  const shop =
    typeof variables.shop === 'string' ? { shop: shopName(file, variables.shop, context) } : {};
  const name = lang === 'zh-CN' ? variables.zh : variables.en;
  return t(claimed, { ...variables, ...shop, ...(name === undefined ? {} : { zh: name }) });
}

export function nextText({ bound, edge, unit, points }: NextBand, { t }: PageContext): string {
  return t(`applications.preview.next.${bound}`, { edge, unit, points });
}

function shopName(file: ApplicationFile, id: string, context: PageContext): string {
  return shopTitle(shopOf(file.register.shops, id), context);
}
