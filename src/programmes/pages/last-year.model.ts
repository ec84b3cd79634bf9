import type { TriedApplication, TriedPlace } from '../../rules/ranking/try-rules.js';
import { formatHundredths } from '../../text/format.js';
import type { PageContext } from '../../web/page-context.js';
import type { LastYearTrial } from '../last-year.js';

export interface LastYearModel {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** What the comparison cannot know. */
  readonly notes: readonly string[];
  /** Those who enter or leave; empty when the list stays. */
  readonly rows: readonly {
    readonly name: string;
    readonly change: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** Who would have entered and left the last list under the rules as typed. */
export function lastYearModel(
  { programme, category, trial, names }: LastYearTrial,
  context: PageContext,
): LastYearModel {
  const { t } = context;
  const listed = (codes: readonly string[]) => codes.join(t('navigation.listComma'));
  const { entering, leaving, estimated, unasked, missingSheet } = trial;
  const proposed = (part: 'before' | 'after') =>
    trial.applications.filter((one) => one[part]?.result === 'proposed').length;
  const changed = trial.applications.filter(
    ({ receiptNumber }) => entering.includes(receiptNumber) || leaving.includes(receiptNumber),
  );
  return {
    id: `last-year-${category}`,
    title: t('programmes.lastYear.title', { programme }),
    lead: missingSheet
      ? t(`programmes.lastYear.missingSheet.${missingSheet}`)
      : t('programmes.lastYear.lead', {
          count: trial.applications.length,
          before: proposed('before'),
          after: proposed('after'),
          entering: entering.length,
          leaving: leaving.length,
        }),
    notes: [
      ...(estimated.length
        ? [t('programmes.lastYear.estimated', { codes: listed(estimated) })]
        : []),
      ...(unasked.length ? [t('programmes.lastYear.unasked', { codes: listed(unasked) })] : []),
    ],
    rows: changed.map((one) => ({
      name: names.get(one.receiptNumber) ?? one.receiptNumber,
      change: t(
        `programmes.lastYear.${entering.includes(one.receiptNumber) ? 'enters' : 'leaves'}`,
      ),
      before: place(one, 'before', context),
      after: place(one, 'after', context),
    })),
  };
}

function place(one: TriedApplication, part: 'before' | 'after', { t }: PageContext): string {
  const found: TriedPlace | null = one[part];
  if (!found) return '';
  return t('programmes.lastYear.place', {
    standing: found.standing,
    composite: formatHundredths(Math.floor(found.compositeMillionths / 10_000 + 0.5)),
    result: t(`programmes.lastYear.result.${found.result}`),
  });
}
