/**
 * What the bundle of a published list tells, as data: the one list from which the applicant's consent,
 * the privacy notice and the check of the bundle itself are made. `*` stands for a place in a list or a
 * code. The sentence of a row is `privacy.result.<key>`.
 */
export interface PublishedResult {
  readonly key: string;
  readonly paths: readonly string[];
}

const APPLICATION = 'categories.*.applications.*';
const LOCKED = 'locked.*.applications.*';

export const RESULT_POLICY: readonly PublishedResult[] = [
  {
    key: 'listed',
    paths: ['category', 'receiptNumber', 'standing', 'division', 'merchant'].map(
      (field) => `list.*.${field}`,
    ),
  },
  {
    key: 'points',
    paths: [
      `${APPLICATION}.verified.points.*`,
      `${APPLICATION}.verified.notApplicable.*`,
      `${APPLICATION}.absentFromDefence`,
      ...['bonuses', 'deductions'].flatMap((kind) =>
        ['reason', 'evidence', 'points'].map((field) => `${APPLICATION}.${kind}.*.${field}`),
      ),
      `${LOCKED}.indicatorPoints.*`,
      `${LOCKED}.bonus`,
      `${LOCKED}.deduction`,
      `${LOCKED}.recordHash`,
      `${LOCKED}.result`,
      ...['material', 'composite', 'compositeExact', 'standing', 'outcome', 'reason'].map(
        (field) => `${LOCKED}.result.${field}`,
      ),
    ],
  },
  {
    key: 'seats',
    paths: [
      `${APPLICATION}.sheets.*.seat`,
      `${APPLICATION}.sheets.*.sheet`,
      `${APPLICATION}.sheets.*.scores.*`,
      `${LOCKED}.sheets.*.sheet`,
      `${LOCKED}.sheets.*.seatSums.*`,
      `${LOCKED}.sheets.*.indicatorSums.*`,
      `${LOCKED}.result.means.*`,
      'categories.*.ballots.*.votes.*',
    ],
  },
  {
    key: 'unlisted',
    paths: [
      `${APPLICATION}.receiptNumber`,
      `${APPLICATION}.division`,
      `${APPLICATION}.relatedGroup`,
      `${LOCKED}.receiptNumber`,
      ...['category', 'receiptNumber', 'change', 'reason'].map((field) => `changes.*.${field}`),
    ],
  },
];

/** What no published result has: a sentence of its own beside those above. */
const NEVER_PUBLISHED = 'never';

/** Says nothing of any application: the programme, its rules, and hashes over all of it. */
export const ABOUT_NOBODY: readonly string[] = [
  'format',
  'programme',
  'ruleVersion',
  'ruleSetHash',
  'inputHash',
  'categories.*.category',
  'locked.*.category',
];

/** The sentences in the order in which people read them. */
export const RESULT_SENTENCES: readonly string[] = [
  ...RESULT_POLICY.map(({ key }) => key),
  NEVER_PUBLISHED,
].map((key) => `privacy.result.${key}`);
