import { roundIn } from '../../../rules/lifecycle/round-groups.js';
import { allows } from '../../../web/access/policies.js';
import type { SummaryList, TableNumbers } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldDate,
  FieldRadios,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { boardPath, hallPath, laptopPath, turnPath } from '../hall-path.js';
import type { TurnRow } from '../hall.queries.js';
import { nextTurn } from '../next-turn.js';
import { type ClockModel, clockModel } from './clock.model.js';
import type { AttendanceForm } from './hall.form.js';
import type { HallData } from './hall-data.js';
import { orderFacts, turnTable } from './hall-tables.js';
import { type LateEntryLine, lateEntryLines } from './late-entries.js';
import { readClock } from './turn-state.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/hall': HallPage;
    'judging/hall-turn': HallTurnPage;
  }
}

export interface HallPage extends PageFrame {
  readonly base: string;
  readonly lead: string;
  readonly summary: ErrorSummary;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  /** The step of the draw that comes next, for whoever may take it. */
  readonly mayCommit: boolean;
  readonly witness: FieldText | null;
  readonly mayDraw: boolean;
  readonly turn: CurrentTurn | null;
  readonly turns: TableNumbers | null;
  readonly facts: SummaryList;
}

interface CurrentTurn {
  readonly heading: string;
  readonly base: string;
  readonly clock: ClockModel;
  readonly phaseText: string;
  readonly attendance: AttendanceFields | null;
  readonly acts: readonly { readonly kind: string; readonly label: string }[];
  readonly pause: FieldText | null;
}

export interface AttendanceFields {
  readonly attendance: FieldRadios;
  readonly speaker: FieldText;
  readonly note: FieldTextarea;
}

export interface HallTurnPage extends PageFrame {
  readonly action: string;
  readonly summary: ErrorSummary;
  readonly fields: AttendanceFields;
  readonly entries: readonly LateEntryLine[];
  readonly late: LateFields & { readonly action: string };
}

interface LateFields {
  readonly kind: FieldRadios;
  readonly day: FieldDate;
  readonly from: FieldText;
  readonly to: FieldText;
  readonly reason: FieldTextarea;
}

export function hallPage(data: HallData) {
  return (context: PageContext): HallPage => {
    const { t, actor } = context;
    const { order, round, forms } = data;
    const base = hallPath(round.id);
    const waits = order !== null && order.record === null;
    const witnessed = order?.witness != null;
    const summaries = [forms.witness, forms.attendance, forms.clock].map((form) =>
      context.draw(form),
    );
    return {
      title: t('hall.title', { category: categoryName(data.category, context) }),
      breadcrumbs: crumbs(data, context),
      base: base.slice(1),
      lead: lead(data, context),
      summary: { errors: summaries.flatMap(({ summary }) => summary.errors) },
      links: links(data, context),
      mayCommit: order === null && !roundIn.locked.has(round.state) && allows('panel.seat', actor),
      witness:
        waits && !witnessed && allows('witness', actor)
          ? context.draw(forms.witness).text('witness')
          : null,
      mayDraw: waits && witnessed && allows('panel.seat', actor),
      turn: currentTurn(data, context),
      turns: data.turns.length ? turnTable(data, context) : null,
      facts: orderFacts(order, context),
    };
  };
}

export function hallTurnPage(data: HallData, turn: TurnRow) {
  return (context: PageContext): HallTurnPage => {
    const { t } = context;
    const title = t('hall.turn.title', { place: turn.place, merchant: turn.merchantName });
    const late = context.draw(data.forms.late);
    const open = roundIn.open.has(data.round.state);
    return {
      title,
      breadcrumbs: [
        ...crumbs(data, context).slice(0, -1),
        { label: t('hall.short'), href: hallPath(data.round.id) },
        { label: title, href: null },
      ],
      action: `${turnPath(data.round.id, turn.place)}/attendance`.slice(1),
      summary: {
        errors: [...context.draw(data.forms.attendance).summary.errors, ...late.summary.errors],
      },
      fields: attendanceFields(data.forms.attendance, context),
      entries: lateEntryLines(data.round.id, turn, open, context),
      late: {
        action: `${turnPath(data.round.id, turn.place)}/late-times`.slice(1),
        kind: late.radios('kind', undefined, true),
        day: late.date('day'),
        from: late.text('from'),
        to: late.text('to'),
        reason: late.textarea('reason'),
      },
    };
  };
}

function crumbs({ round, category }: HallData, context: PageContext) {
  const { t } = context;
  return [
    { label: t('navigation.office'), href: '/office' },
    {
      label: t('judging.round.title.defence', { category: categoryName(category, context) }),
      href: `/office/rounds/${round.id}`,
    },
    { label: t('hall.short'), href: null },
  ];
}

function lead({ order, turns, round }: HallData, { t }: PageContext): string {
  if (!order) return t('hall.lead.order');
  if (!order.record) return t(order.witness ? 'hall.lead.draw' : 'hall.lead.witness');
  if (!roundIn.open.has(round.state)) return t('hall.lead.drawn', { count: turns.length });
  const next = nextTurn(turns);
  if (!next) return t('hall.lead.over');
  return t('hall.lead.turn', { place: next.place, merchant: next.merchantName });
}

function links({ order, round, programmeSlug, recorded }: HallData, { t, actor }: PageContext) {
  const drawn = [
    { href: `${hallPath(round.id)}/print`, label: t('hall.print') },
    { href: boardPath(round.id), label: t('hall.board.open') },
    ...(allows('hall.laptop', actor)
      ? [{ href: laptopPath(round.id), label: t('hall.laptop') }]
      : []),
  ];
  const records = `/office/rounds/${round.id}/defence-records`;
  return [
    ...(order?.record ? drawn : []),
    { href: `/programmes/${programmeSlug}/defence`, label: t('hall.public.open') },
    ...(recorded ? [{ href: records, label: t('judging.defence.title') }] : []),
  ];
}

function currentTurn(data: HallData, context: PageContext): CurrentTurn | null {
  const { t, now, actor } = context;
  const turn = nextTurn(data.turns);
  if (!turn || !roundIn.open.has(data.round.state) || !allows('defence.record', actor)) return null;
  const reading = readClock(turn.acts, data.rules, now);
  const { phase } = reading;
  const drawn = context.draw(data.forms.clock);
  const kinds = {
    waiting: ['start'],
    running: ['finish'],
    paused: ['resume', 'finish'],
    finished: [],
  };
  return {
    heading: t('hall.turn.title', { place: turn.place, merchant: turn.merchantName }),
    base: `${hallPath(data.round.id)}/turns/${turn.place}`.slice(1),
    clock: clockModel(reading, context),
    phaseText: t(`hall.phase.${phase}`),
    attendance: turn.attendance === null ? attendanceFields(data.forms.attendance, context) : null,
    acts:
      turn.attendance === null
        ? []
        : kinds[phase].map((kind) => ({ kind, label: t(`hall.clock.do.${kind}`) })),
    pause: phase === 'running' ? { ...drawn.text('reason'), required: true } : null,
  };
}

function attendanceFields(form: Submitted<AttendanceForm>, context: PageContext): AttendanceFields {
  const drawn = context.draw(form);
  return {
    attendance: drawn.radios('attendance', undefined, true),
    speaker: drawn.text('speaker'),
    note: drawn.textarea('note'),
  };
}
