import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { LateEntryRow, TurnRow } from '../hall.queries.js';
import { turnPath } from '../hall-path.js';

/** Times that were entered afterwards, as everybody who keeps the day reads them. */
export interface LateEntryLine {
  readonly what: string;
  readonly reason: string;
  readonly by: string;
  readonly status: StatusTag;
  /** Where another person than whoever entered it decides; null otherwise. */
  readonly action: string | null;
}

export function lateEntryLines(
  roundId: string,
  { place, late }: TurnRow,
  open: boolean,
  context: PageContext,
): LateEntryLine[] {
  const { t, lang, actor } = context;
  const may = open && allows('defence.record', actor);
  return late.map((entry) => {
    const { number, kind, from, to, reason, enteredBy, enteredName, enteredAt } = entry;
    const waits = entry.decidedAt === null;
    const variables = {
      from: formatInstant(lang, from),
      to: to === null ? t('hall.late.open') : formatInstant(lang, to),
    };
    return {
      what: t(`hall.late.what.${kind}`, variables),
      reason,
      by: t('judging.defence.by', {
        name: enteredName ?? '',
        time: formatInstant(lang, enteredAt),
      }),
      status: statusOf(entry, context),
      action:
        may && waits && enteredBy !== actor?.accountId
          ? `${turnPath(roundId, place)}/late-times/${number}`.slice(1)
          : null,
    };
  });
}

function statusOf(
  { accepted, decidedName }: LateEntryRow,
  { t }: Pick<PageContext, 't'>,
): StatusTag {
  if (accepted === null) return { label: t('hall.late.is.waiting'), tone: 'attention' };
  const name = decidedName ?? '';
  return accepted
    ? { label: t('hall.late.is.accepted', { name }), tone: 'good' }
    : { label: t('hall.late.is.declined', { name }), tone: 'neutral' };
}
