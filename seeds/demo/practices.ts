import { Title } from '../../src/awards/titles/title.entity.js';
import { consentShown } from '../../src/merchants/practices/pages/my-practices.page.js';
import { Practice } from '../../src/merchants/practices/practice.entity.js';
import { addWorkingDays } from '../../src/rules/calendar/working-day-calendar.js';
import type { ClaimLevels } from '../../src/rules/practices/practice.js';
import { sha256Hex } from '../../src/rules/provenance/sha256-hex.js';
import { translate } from '../../src/text/catalogue.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { type CategoryLetter, type DemoMerchant, TITLED_MERCHANT } from './merchant.js';
import { addMessage } from './messages.js';
import type { Cast } from './people.js';
import { PRACTICE_TEXTS, type PracticeText } from './practice-texts.js';

interface Told {
  readonly text: PracticeText;
  /** Who tells it: the merchant of the sign-in list, or one with a title in the category. */
  readonly by: 'titled' | CategoryLetter;
  /** Working days before today on which it was handed in. */
  readonly daysAgo: number;
  /** The word of the office, three working days later; null while it waits. */
  readonly levels: ClaimLevels | null;
}

const TOLD: readonly Told[] = [
  {
    text: PRACTICE_TEXTS.delivery,
    by: 'titled',
    daysAgo: 24,
    levels: { doing: 'documented', copying: 'stated', helped: 'documented', figures: 'verified' },
  },
  {
    text: PRACTICE_TEXTS.farmLinks,
    by: 'N',
    daysAgo: 15,
    levels: { doing: 'documented', copying: 'stated', helped: 'stated', figures: 'documented' },
  },
  {
    text: PRACTICE_TEXTS.training,
    by: 'Y',
    daysAgo: 9,
    levels: { doing: 'stated', copying: 'stated', helped: 'stated' },
  },
  { text: PRACTICE_TEXTS.packaging, by: 'G', daysAgo: 4, levels: null },
];

/** What merchants with a title tell others: three are public, one waits for the word of the office. */
export function addPractices(
  city: City,
  cast: Cast,
  merchants: readonly DemoMerchant[],
  agents: ReadonlyMap<string, string>,
): void {
  const dice = city.dice.fork('practices');
  const titled = city.rows.of(Title).filter(({ state }) => state !== 'Revoked');
  const listed = merchants.find(({ index }) => index === TITLED_MERCHANT)!.id;
  for (const told of TOLD) {
    const holder =
      told.by === 'titled'
        ? listed
        : titled.find((one) => one.categoryCode === told.by && one.merchantId !== listed)!
            .merchantId!;
    addPractice(city, dice, cast, { told, merchantId: holder, agentId: agents.get(holder)! });
  }
}

interface Author {
  readonly told: Told;
  readonly merchantId: string;
  readonly agentId: string;
}

function addPractice(
  city: City,
  dice: Dice,
  cast: Cast,
  { told: { text, daysAgo, levels }, merchantId, agentId }: Author,
): void {
  const { figures, ...words } = text;
  const handedIn = addWorkingDays(city.calendar, city.today, -daysAgo);
  const savedAt = at(handedIn, 40);
  const submittedAt = at(handedIn, 65);
  const reviewedAt = levels && at(addWorkingDays(city.calendar, handedIn, 3), 130);
  const consentHash = sha256Hex(consentShown((key, given) => translate('zh-CN', key, given)));
  const id = dice.id();
  city.rows.add(Practice, {
    ...words,
    id,
    merchantId,
    state: levels ? 'Released' : 'Submitted',
    figures: figures.map((value, i) => ({ year: city.year - figures.length + i, value })),
    levels: levels ?? {},
    pictures: [],
    consentHash,
    consentedBy: agentId,
    submittedAt,
    reviewedBy: levels && cast.registrar,
    reviewedAt,
    returnReason: null,
    changedAt: savedAt,
    version: levels ? 3 : 2,
  });
  const record = (
    event: string,
    when: string,
    byOffice: boolean,
    details: Readonly<Record<string, unknown>>,
  ) =>
    city.journal.record({
      at: when,
      actorId: byOffice ? cast.registrar : agentId,
      actorRole: byOffice ? 'CityRegistrar' : 'Agent',
      event: `practice.${event}`,
      subjectType: 'practice',
      subjectId: id,
      details,
    });
  const variables = { headline: text.headline };
  record('save', savedAt, false, { subject: text.subject });
  record('submit', submittedAt, false, { consent: consentHash });
  addMessage(city, dice, cast.registrar, {
    kind: 'practice.submitted',
    variables,
    path: `/office/practices/${id}`,
    at: submittedAt,
    read: levels !== null,
  });
  if (!reviewedAt) return;
  record('release', reviewedAt, true, { levels });
  addMessage(city, dice, agentId, {
    kind: 'practice.released',
    variables,
    path: `/my/practices/${id}`,
    at: reviewedAt,
    read: true,
  });
}
