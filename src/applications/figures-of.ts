import type {
  Certification,
  Figures,
  SamplingFailure,
  ShopFigures,
  ShopRating,
} from '../rules/scoring/figures.js';

export interface FigureRow {
  readonly key: string;
  readonly claimed: string | null;
  readonly verified: string | null;
  readonly verdict: string | null;
}

/** A shop as the snapshot of the application holds it. */
export interface ShopOfApplication {
  readonly id: string;
  readonly platform: string;
}

/**
 * Figure rows → what the scoring rules take. Keys: an amount's own name (`netWan`), `openedOn`,
 * `shop.<id>.<rate>`, `shop.<id>.rating.<metric>` and `shop.<id>.ratedOn` (which scores nothing), `choice.<name>`, `tick.<item>`,
 * `certification.<n>` as `type|validTo`, `samplingFailure.<n>` as `date|remediedOn` with
 * `samplingFailure.none` = 1 for "there was none".
 * @param value whether claimed values count (a preview) or verified ones (the score)
 */
export function figuresOf(
  rows: readonly FigureRow[],
  shops: readonly ShopOfApplication[],
  value: 'claimed' | 'verified',
): Figures {
  const amounts: Record<string, number | null> = {};
  const choices: Record<string, string | null> = {};
  const ticks: Record<string, boolean> = {};
  const certifications: Certification[] = [];
  const samplingFailures: SamplingFailure[] = [];
  const rates = new Map<string, Record<string, number | null>>();
  const ratings = new Map<string, ShopRating[]>();
  let openedOn: string | null = null;
  let samplingStated = false;

  for (const row of rows) {
    const text = row[value];
    const [kind = '', ...rest] = row.key.split('.');
    const name = rest.join('.');
    if (name === '' && kind === 'openedOn') openedOn = text;
    else if (name === '') amounts[kind] = whole(text);
    else if (kind === 'choice') choices[name] = text;
    else if (kind === 'tick') ticks[name] = text === '1';
    else if (kind === 'certification' && text) certifications.push(certification(text));
    else if (kind === 'samplingFailure') {
      samplingStated ||= text !== null;
      if (name !== 'none' && text) samplingFailures.push(samplingFailure(text));
    } else if (kind === 'shop') {
      const [shop = '', figure = '', metric = ''] = rest;
      if (figure === 'rating') {
        if (text !== null) push(ratings, shop, { metric, value: Number(text) });
      } else if (figure !== 'ratedOn')
        rates.set(shop, { ...rates.get(shop), [figure]: whole(text) });
    }
  }
  return {
    amounts: amounts,
    openedOn,
    shops: shops.map((shop) => shopFigures(shop, rates.get(shop.id) ?? {}, ratings.get(shop.id))),
    choices: choices,
    samplingFailures: samplingStated ? samplingFailures : null,
    certifications: certifications.length ? certifications : null,
    ticks,
    notApplicable: [],
  };
}

function shopFigures(
  shop: ShopOfApplication,
  rates: Record<string, number | null>,
  ratings: readonly ShopRating[] = [],
): ShopFigures {
  return {
    shop: shop.id,
    platform: shop.platform,
    netWan: rates.netWan ?? null,
    orders: rates.orders ?? null,
    goodRatePct: rates.goodRatePct ?? null,
    dispatch48hPct: rates.dispatch48hPct ?? null,
    ratings,
  };
}

function whole(text: string | null): number | null {
  return text === null ? null : Number(text);
}

function certification(text: string): Certification {
  const [type = '', validTo = ''] = text.split('|');
  return { type, validTo: validTo || null };
}

function samplingFailure(text: string): SamplingFailure {
  const [date = '', remediedOn = ''] = text.split('|');
  return { date, remediedOn: remediedOn || null };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
