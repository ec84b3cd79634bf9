import { remindAgainAt } from '../../../rules/reminders/cooldown.js';
import { displayPoints } from '../../../rules/scoring/points.js';
import { formatHundredths, formatInstant } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import { seatLabel } from '../../panel/pages/panel.page.js';
import type { Reminded, SeatProgress } from '../round-progress.queries.js';
import type { RoundResult } from '../spread.queries.js';

export interface RoundResultsModel {
  readonly caption: string;
  readonly seats: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly totals: readonly string[];
    readonly flag: string;
    /** Set where the application waits to be scored again. */
    readonly open: string | null;
  }[];
}

/** Whom the last reminder told, by seat and name. */
export function remindedText(
  { at, seats: told }: Reminded,
  seats: readonly SeatProgress[],
  { t, lang, now }: PageContext,
): string {
  const names = seats
    .filter(({ number }) => told.includes(number))
    .map(({ name }) => name)
    .join(t('navigation.listComma'));
  const again = remindAgainAt(at, now, 'judges');
  return t('judging.round.remindedAt', {
    at: formatInstant(lang, at),
    names,
    again: again && formatInstant(lang, again),
    later: again ? 'yes' : 'no',
  });
}

export function resultsModel(
  results: readonly RoundResult[],
  context: PageContext,
): RoundResultsModel {
  const { t } = context;
  const given = results.flatMap(({ scores }) => scores?.totals ?? []);
  const numbers = [...new Set(given.map(({ seat }) => seat))].toSorted((a, b) => a - b);
  return {
    caption: t(numbers.length ? 'judging.round.totals' : 'judging.round.flags'),
    seats: numbers.map((number) => seatLabel({ number, alternate: number > 100 ? 1 : 0 }, context)),
    rows: results.map((one) => ({
      label: t('judging.round.application', {
        number: one.judgingNumber ?? '',
        name: one.merchantName,
      }),
      totals: numbers.map((number) => {
        const own = one.scores?.totals.find(({ seat }) => seat === number);
        return own ? formatHundredths(own.total) : '';
      }),
      flag: flagText(one, context),
      open: one.flag === 'open' ? one.applicationId : null,
    })),
  };
}

/** What is said of a flag while its points are not. */
export const FLAG_TEXTS = {
  open: 'judging.round.flagText',
  asked: 'judging.round.flagAsked',
  rescored: 'judging.round.flagDone',
} as const;

/** How far apart the judges are is itself a score: before the lock only that they are. */
function flagText({ flag, scores }: RoundResult, { t }: PageContext): string {
  if (!flag) return scores ? '' : t('judging.round.unflagged');
  const range = scores?.spread && {
    range: displayPoints(scores.spread.range),
    limit: displayPoints(scores.spread.limit),
  };
  if (range) return t('judging.round.flagRange', range);
  return t(FLAG_TEXTS[flag]);
}
