import { Duty } from '../../src/accounts/duty.entity.js';
import { Category } from '../../src/programmes/category.entity.js';
import { Message } from '../../src/notifications/message.entity.js';
import { addWorkingDays } from '../../src/rules/calendar/working-day-calendar.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { type DemoMerchant, TITLED_MERCHANT, lastFullYear } from './merchant.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';

export interface NewMessage {
  readonly kind: string;
  readonly variables?: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly at: string;
  /** It was read within the hour; else it still waits in the inbox. */
  readonly read?: boolean;
}

/** A message in somebody's inbox; nothing of the demonstration is mailed. */
export function addMessage(city: City, dice: Dice, accountId: string, news: NewMessage): void {
  const { kind, variables = {}, path } = news;
  const createdAt = news.at;
  const later = new Date(Date.parse(createdAt) + 3_000_000).toISOString();
  city.rows.add(Message, {
    id: dice.id(),
    accountId,
    kind,
    variables,
    path,
    createdAt,
    readAt: news.read ? later : null,
  });
}

/** What the course of this year's applications left in the inboxes of merchants and divisions. */
export function addCourseMessages(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  applications: readonly DemoApplication[],
): void {
  const people = peopleOf(city);
  for (const { id, merchant, receiptNumber, submittedAt, row, category } of applications) {
    const { reviewer, approver } = cast.divisions[merchant.division.code]!;
    addMessage(city, dice, reviewer, {
      kind: 'applicationArrived',
      variables: { receiptNumber },
      path: `/division/applications/${id}`,
      at: submittedAt,
      read: true,
    });
    addMessage(city, dice, approver, {
      kind: 'opinionToSign',
      variables: { merchant: merchant.name },
      path: `/division/applications/${id}`,
      at: at(programme.phase('DivisionReview').from, 24 * 60 + 430),
      read: true,
    });
    const named = city.rows.of(Category).find((one) => one.id === programme.categoryIds[category])!;
    const which = { category: named.nameZh!, categoryEn: named.nameEn!, number: receiptNumber };
    const told = (kind: string, when: string, read: boolean) => ({
      kind,
      variables: which,
      path: `/my/applications/${id}`,
      at: when,
      read,
    });
    for (const accountId of people.get(merchant.id) ?? []) {
      addMessage(city, dice, accountId, {
        kind: 'applicationSubmitted',
        variables: which,
        path: `/my/applications/${id}/receipt`,
        at: submittedAt,
        read: true,
      });
      if (row.state !== 'InReview') continue;
      const { DivisionReview, Screening, Verification } = ends(programme);
      addMessage(city, dice, accountId, told('applicationRecommended', DivisionReview, true));
      addMessage(city, dice, accountId, told('applicationScreenedIn', Screening, true));
      addMessage(city, dice, accountId, told('applicationVerified', Verification, false));
    }
  }
}

/** A merchant that was titled once has not filed last year's return; its division asked for it. */
export function askForReturn(city: City, dice: Dice, merchants: readonly DemoMerchant[]): void {
  const merchant = merchants.find(({ index }) => index === TITLED_MERCHANT)!;
  const year = lastFullYear(city.today);
  for (const accountId of peopleOf(city).get(merchant.id) ?? []) {
    addMessage(city, dice, accountId, {
      kind: 'returnWanted',
      variables: { year: String(year) },
      path: `/my/returns/${year}`,
      at: at(addWorkingDays(city.calendar, city.today, -3), 95),
    });
  }
}

function peopleOf(city: City): ReadonlyMap<string, readonly string[]> {
  const people = new Map<string, string[]>();
  for (const { merchantId, accountId } of city.rows.of(Duty)) {
    if (!merchantId) continue;
    people.set(merchantId, [...(people.get(merchantId) ?? []), accountId!]);
  }
  return people;
}

function ends(programme: DemoProgramme) {
  const end = (name: 'DivisionReview' | 'Screening' | 'Verification') =>
    at(programme.phase(name).to, 445);
  return {
    DivisionReview: end('DivisionReview'),
    Screening: end('Screening'),
    Verification: end('Verification'),
  };
}
