import { daysBetween, yearOf } from '../calendar/beijing-time.js';
import { findingWhen, type PlausibilityFinding } from './plausibility.js';

const RATING_LIFE_DAYS = 60;
/** Below this share a promise of 48 hours or less cannot be kept, hundredths of a point. */
const DISPATCH_FLOOR = 90_00;

export interface DatedFacts {
  readonly filedOn: string;
  readonly applicationDeadline: string;
  readonly ratings: readonly { readonly platform: string; readonly date: string }[];
  readonly certifications: readonly { readonly number: string; readonly validTo: string }[];
  readonly shops: readonly {
    readonly shopName: string;
    readonly openedOn: string;
    readonly firstSalesYear: number | null;
    /** Promised delivery in hours, `null` without a promise. */
    readonly deliveryPromiseHours: number | null;
    /** Share of the shop's orders dispatched within 48 hours, hundredths of a point. */
    readonly dispatch48hPct: number | null;
  }[];
}

/** X9, X12, X17 and X18: dates and promises that do not fit the rest of the file. */
export function checkDates(facts: DatedFacts): readonly PlausibilityFinding[] {
  const { filedOn, applicationDeadline } = facts;
  return [
    ...facts.ratings.flatMap(({ platform, date }) => {
      const days = daysBetween(date, filedOn);
      return findingWhen(days > RATING_LIFE_DAYS, 'X9', 'Flag', ['ratings'], {
        platform,
        date,
        days,
      });
    }),
    ...facts.certifications.flatMap(({ number, validTo }) =>
      findingWhen(validTo <= applicationDeadline, 'X12', 'Flag', ['certifications'], {
        number,
        validTo,
        deadline: applicationDeadline,
      }),
    ),
    ...facts.shops.flatMap(({ shopName, openedOn, firstSalesYear }) =>
      firstSalesYear === null
        ? []
        : findingWhen(yearOf(openedOn) > firstSalesYear, 'X17', 'Error', ['openedOn'], {
            shopName,
            openedOn,
            firstSalesYear,
          }),
    ),
    ...facts.shops.flatMap(({ shopName, deliveryPromiseHours, dispatch48hPct }) =>
      deliveryPromiseHours === null || deliveryPromiseHours > 48 || dispatch48hPct === null
        ? []
        : findingWhen(
            dispatch48hPct < DISPATCH_FLOOR,
            'X18',
            'Flag',
            ['deliveryPromise', 'dispatch48hPct'],
            { shopName, deliveryPromiseHours, dispatch48hPct: dispatch48hPct / 100 },
          ),
    ),
  ];
}
