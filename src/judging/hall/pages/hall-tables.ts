import { phaseOf } from '../../../rules/hall/hall-clock.js';
import { inTurn } from '../../../rules/hall/hall-queue.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';
import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { SummaryList, TableCell, TableNumbers } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import { hallPath } from '../hall-path.js';
import type { OrderRow, TurnRow } from '../hall.queries.js';
import { queued } from '../next-turn.js';
import type { HallData } from './hall-data.js';
import { minutesText, readClock } from './turn-state.js';

/** Everybody in the order of the day, with who came and the time that was taken. */
export function turnTable(data: HallData, context: PageContext): TableNumbers {
  const { t, now } = context;
  const columns = ['place', 'merchant', 'attendance', 'spoken', 'over'] as const;
  const numeric = (key: string) => ['place', 'spoken', 'over'].includes(key);
  const may = roundIn.open.has(data.round.state) && allows('defence.record', context.actor);
  return {
    id: 'turns',
    caption: t('hall.turns', { count: data.turns.length }),
    columns: columns.map((key) => ({
      label: t(`hall.column.${key}`),
      unit: null,
      numeric: numeric(key),
    })),
    rows: inTurn(queued(data.turns)).map(({ turn, place }) => {
      const reading = readClock(turn.acts, data.rules, now);
      const spoke = reading.phase !== 'waiting';
      const texts = {
        place: String(place),
        merchant: `${turn.merchantName} ${turn.receiptNumber}`,
        attendance: attendanceText(turn, context),
        spoken: spoke ? spokenText(turn, reading.spokenMilliseconds, context) : '',
        over: overText(turn, spoke ? reading.overtimeSeconds : null, context),
      };
      return {
        cutLine: false,
        cells: columns.map((key): TableCell => ({
          text: texts[key],
          href: hrefOf(key, turn, data, may),
          numeric: numeric(key),
        })),
      };
    }),
    totals: null,
  };
}

/** The merchant leads to who came, and its overtime to what two people note of it. */
function hrefOf(key: string, turn: TurnRow, { round, recorded }: HallData, may: boolean) {
  if (key === 'merchant' && may) return `${hallPath(round.id)}/turns/${turn.place}`;
  const over = phaseOf(turn.acts) === 'finished' || turn.attendance === 'absent';
  if (key !== 'over' || !recorded || !over) return null;
  return `/office/rounds/${round.id}/defence-records/${turn.applicationId}`;
}

function attendanceText({ attendance, again, hallFileId }: TurnRow, { t }: PageContext): string {
  if (attendance === null) return t('hall.attendance.not');
  const text = t(`hall.attendance.is.${attendance}`);
  const told = again ? t('hall.attendance.again', { text }) : text;
  return hallFileId === null ? told : t('hall.laptop.mark', { text: told });
}

/** Times that were entered afterwards are told as such, and while a second person has not seen them. */
function spokenText({ late }: TurnRow, milliseconds: number, { t }: PageContext): string {
  const time = minutesText(Math.floor(milliseconds / 1000));
  const counted = late.filter(({ accepted }) => accepted !== 0);
  if (counted.length === 0) return time;
  const waits = counted.some(({ accepted }) => accepted === null);
  return t(waits ? 'hall.late.spokenWaiting' : 'hall.late.spoken', { time });
}

function overText({ attendance }: TurnRow, seconds: number | null, { t }: PageContext): string {
  if (seconds !== null) return String(seconds);
  return attendance === 'absent' ? t('hall.record') : '';
}

/** What the order follows from, and who took which step. */
export function orderFacts(order: OrderRow | null, { t, lang }: PageContext): SummaryList {
  const by = (name: string | null, at: string | null) =>
    name && at ? t('judging.defence.by', { name, time: formatInstant(lang, at) }) : '';
  const facts: readonly (readonly [string, string | null | undefined])[] = order
    ? [
        ['listHash', order.listHash],
        ['commitment', order.commitment],
        ['committed', by(order.committedName, order.committedAt)],
        ['witness', order.witness],
        ['witnessed', by(order.witnessedName, order.witnessedAt)],
        ['seed', order.record?.seed],
        ['drawn', by(order.drawnName, order.drawnAt)],
        ['recordHash', order.record?.recordHash],
      ]
    : [];
  return {
    rows: facts.flatMap(([key, value]) =>
      value ? [{ term: t(`hall.fact.${key}`), value, action: null }] : [],
    ),
  };
}
