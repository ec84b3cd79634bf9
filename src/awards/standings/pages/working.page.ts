import { shopLabel } from '../../../applications/office/file/figure-display.js';
import type { SnapshotShop } from '../../../applications/office/file/snapshot.js';
import { seatInWords } from '../../../rules/rounds/seat-in-words.js';
import type { LockedPin } from '../../../judging/sheets/pins/pin.queries.js';
import type { WorkingIndicator, Working } from '../../../rules/provenance/working.js';
import type { Computed, InputValue, RuleNote } from '../../../rules/scoring/computed.js';
import type { RuleText } from '../../../rules/scoring/rule-text.js';
import { formatCell, formatInstant } from '../../../text/format.js';
import type { Breadcrumb } from '../../../web/layout-model.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { WorkingRow } from '../standing.queries.js';
import { divisionName } from '../../pages/labels.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/working': WorkingPage;
  }
}

export interface WorkingPage extends PageFrame {
  readonly heading: string;
  readonly lockText: string;
  readonly hash: string;
  readonly dimensions: readonly {
    readonly name: string;
    readonly total: string;
    readonly weight: string;
    readonly growth: string | null;
    readonly indicators: readonly IndicatorModel[];
  }[];
  readonly sheets: readonly {
    readonly name: string;
    readonly totals: readonly {
      readonly seat: string;
      readonly points: string;
      readonly dropped: string | null;
      readonly severity: string | null;
    }[];
    readonly mean: string;
  }[];
  readonly material: readonly Step[];
  readonly composite: readonly Step[];
  readonly standing: readonly Step[];
}

interface Step {
  readonly term: string;
  readonly value: string;
}

interface IndicatorModel {
  readonly code: string;
  readonly name: string;
  readonly claimed: readonly string[];
  readonly verified: readonly string[];
  readonly notes: readonly string[];
  /** Pages of files that the judges' scores rest on, without who they are. */
  readonly pins: readonly string[];
  readonly scores: readonly { readonly text: string; readonly dropped: boolean }[];
  readonly weight: string;
  readonly points: string;
}

/** From claim to standing. Judges are seats: their names are not in the data. */
export function workingPage(
  row: WorkingRow,
  breadcrumbs: readonly Breadcrumb[],
  pins: readonly LockedPin[],
) {
  return (context: PageContext): WorkingPage => {
    const { t, lang } = context;
    const { working } = row;
    const title = t('awards.working.title');
    return {
      title,
      breadcrumbs: [...breadcrumbs, { label: title, href: null }],
      heading: t('awards.working.heading', {
        merchant: row.merchantName,
        receipt: working.receiptNumber,
        division: divisionName(t, row.divisionCode),
      }),
      lockText: t('awards.working.lock', {
        number: row.number,
        at: formatInstant(lang, row.witnessedAt),
      }),
      hash: row.inputHash,
      dimensions: working.dimensions.map((one) => ({
        name: inLanguage(context, one.name),
        total: one.total,
        weight: one.weight,
        growth: one.growth && t('awards.working.growth', { factor: one.growth }),
        indicators: one.indicators.map((indicator) =>
          indicatorModel(context, indicator, row.shops, pins),
        ),
      })),
      sheets: working.sheets.map(({ sheet, totals, mean, exact, kept }) => ({
        name: t(`awards.sheet.${sheet}`),
        totals: totals.map(({ seat, points, dropped, severity }) => ({
          seat: t('awards.ranking.seat', seatInWords(seat)),
          points,
          dropped: dropped && t(`awards.dropped.${dropped}`),
          severity: severity ? t('awards.working.severity', { severity }) : null,
        })),
        // Whoever did not come is the only one without a single sheet.
        mean: totals.length
          ? t('awards.working.mean', { kept, mean, exact })
          : t('awards.working.unheard'),
      })),
      ...steps(context, working),
    };
  };
}

function steps(context: PageContext, { material, composite, standing }: Working) {
  const { t } = context;
  const step = (key: string, value: string): Step => ({ term: t(`awards.working.${key}`), value });
  const { weights } = composite;
  return {
    material: [
      step('verifiedPoints', material.verifiedPoints),
      step('judgedPoints', material.judgedPoints),
      step('bonus', material.bonus),
      step('deduction', material.deduction),
      ...(material.cutFrom ? [step('cutFrom', material.cutFrom)] : []),
      step(
        'materialTotal',
        t('awards.working.exact', { shown: material.total, exact: material.exact }),
      ),
    ],
    composite: [
      step(
        'weights',
        t('awards.working.weightsText', {
          material: weights.material,
          defence: weights.defence,
        }),
      ),
      ...(composite.defence ? [step('defence', composite.defence)] : []),
      step('exactComposite', composite.exact),
      step('compared', composite.compared),
      step('composite', composite.shown),
    ],
    standing: [
      step('standing', String(standing.standing)),
      ...(standing.sharedWith.length > 1
        ? [step('sharedWith', String(standing.sharedWith.length))]
        : []),
      step(
        'decidedBy',
        t(standing.decidedBy ? `awards.tie.${standing.decidedBy}` : 'awards.tie.none'),
      ),
      step('outcome', t(`awards.outcome.${standing.result}`)),
      step('reason', t(`awards.reason.${standing.reason}`)),
    ],
  };
}

function indicatorModel(
  context: PageContext,
  one: WorkingIndicator,
  shops: readonly SnapshotShop[],
  pins: readonly LockedPin[],
): IndicatorModel {
  const { t } = context;
  const parts = one.parts.flatMap((part: Computed) => part.notes);
  return {
    code: one.code,
    name: inLanguage(context, one.name),
    claimed: inputTexts(context, one.claimed?.inputs ?? [], shops),
    verified: inputTexts(context, one.verified, shops),
    notes: [
      ...(one.notApplicable ? [t('awards.working.notApplicable')] : []),
      ...[...one.notes, ...parts].map((note) => noteText(context, note, shops)),
    ],
    pins: pins
      .filter(({ indicator }) => indicator === one.code)
      .map((pin) => pinText(context, pin)),
    scores: one.scores.map(({ seat, points, dropped }) => ({
      text: t('awards.working.seatScore', { ...seatInWords(seat), points }),
      dropped: dropped !== null,
    })),
    weight: one.weight,
    points: one.points,
  };
}

function pinText({ t }: PageContext, { caption, name, page, judges }: LockedPin): string {
  const file = caption || name;
  const place = page === null ? file : t('judging.pin.at', { file, page });
  return t('judging.pin.byJudges', { place, judges });
}

const CHECKLIST_ITEM = 'scoring.figure.checklistItem';

/** The items of a checklist bear no names of their own here, so they are counted; the notes name them. */
function inputTexts(
  context: PageContext,
  inputs: readonly InputValue[],
  shops: readonly SnapshotShop[],
): readonly string[] {
  const { t, lang } = context;
  const items = inputs.filter(({ figure }) => figure === CHECKLIST_ITEM);
  const ticked = items.filter(({ value }) => value === '1').length;
  const others = inputs
    .filter(({ figure }) => figure !== CHECKLIST_ITEM)
    .map(({ figure, value, shop }) =>
      t('awards.working.input', {
        figure: shop
          ? t('applications.preview.ofShop', {
              figure: t(figure),
              shop: shopName(context, shop, shops),
            })
          : t(figure),
        value: value === null ? t('awards.working.noValue') : formatCell(lang, value),
      }),
    );
  if (items.length === 0) return others;
  return [...others, t('awards.working.checklist', { ticked, count: items.length })];
}

/** Rule texts travel in both languages; a sentence takes the one it is written in. */
function noteText(
  context: PageContext,
  { key, variables }: RuleNote,
  shops: readonly SnapshotShop[],
): string {
  if (typeof variables.shop !== 'string') return context.t(key, variables);
  return context.t(key, { ...variables, shop: shopName(context, variables.shop, shops) });
}

function shopName({ t }: PageContext, id: string, shops: readonly SnapshotShop[]): string {
  const shop = shops.find((one) => one.id === id);
  return shop ? shopLabel(shop, t) : id;
}

function inLanguage({ lang }: PageContext, text: RuleText): string {
  return lang === 'zh-CN' ? text.zh : text.en;
}
