import type { Finding, ProgrammeGuard } from '../../../rules/guards/guard-facts.js';
import { type StepLines, stepLines } from '../../../programmes/guard-lines.js';
import type { ProgrammeRow, RoundRow } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { ProgrammeEvent } from '../../../rules/lifecycle/programme-lifecycle.js';
import { forecastEnd } from '../../../rules/rounds/forecast-end.js';
import { remindAgainAt } from '../../../rules/reminders/cooldown.js';
import { formatDay } from '../../../text/format.js';
import type { ProgressLine, StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldSelect, FieldTextarea } from '../../../web/field-models.js';
import { allows } from '../../../web/access/policies.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { Reminded, RoundApplication, SeatProgress } from '../round-progress.queries.js';
import type { RoundResult } from '../spread.queries.js';
import type { WithheldFile } from '../withheld-files.js';
import { groundOptions } from '../../conflicts/pages/declaration.page.js';
import type { SheetNameForm, VoidingForm } from '../../panel/pages/panel.form.js';
import { seatLabel } from '../../panel/pages/panel.page.js';
import type { MinuteRow } from '../../chair/chair.queries.js';
import type { AnswerForm } from '../../chair/pages/chair.form.js';
import { type MinuteModel, minutesModel } from '../../chair/pages/minutes.model.js';
import { type RoundResultsModel, remindedText, resultsModel } from './round-texts.js';
import { type SeatLine, seatLines } from './seat-lines.js';
import { type WithheldModel, withheldModel } from './withheld.page.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/round': RoundPage;
  }
}

export interface RoundPage extends PageFrame {
  readonly base: string;
  /** Id of the programme whose panels these are. */
  readonly panel: string;
  /** Where the office decides who judges what; null for who may not look. */
  readonly assignment: { readonly href: string } | null;
  /** Where the office notes time and truth of each defence; null where the rules deduct nothing for it. */
  readonly defence: { readonly href: string; readonly label: string } | null;
  /** The day on which merchants are heard; null in a review of material. */
  readonly hall: { readonly href: string } | null;
  /** Sheets on paper, once there are sheets; null for who has no part in them. */
  readonly paper: { readonly href: string } | null;
  readonly status: StatusTag;
  readonly closesOn: string;
  /** Whether the counts have hidden repeats in them. */
  readonly repeats: boolean;
  readonly summary: ErrorSummary;
  readonly may: {
    readonly open: boolean;
    readonly supply: boolean;
    readonly run: boolean;
    readonly close: boolean;
    readonly remind: boolean;
    readonly rescore: boolean;
    readonly return: boolean;
  };
  /** Files a blind round keeps from its judges. */
  readonly withheld: WithheldModel | null;
  /** What the step needs that the next act here brings with it; null when it brings none. */
  readonly needs: StepLines | null;
  readonly ready: boolean;
  readonly progress: ProgressLine;
  /** At the present pace the round ends after its last day. */
  readonly late: string | null;
  readonly seats: readonly SeatLine[];
  /** What the chair wrote down and asked. */
  readonly minutes: readonly MinuteModel[];
  /** When and whom the last reminder told; null before the first. */
  readonly reminded: string | null;
  /** Null while a sheet is unsigned. Before the lock it has no seats, so no row has a total. */
  readonly results: RoundResultsModel | null;
  /** What to do where nobody is left to score an application again. */
  readonly unstaffed: string | null;
  readonly sheet: {
    readonly seat: FieldSelect;
    readonly number: FieldSelect;
    readonly reason: FieldTextarea;
  };
  readonly voiding: {
    readonly seat: FieldSelect;
    readonly number: FieldSelect;
    readonly ground: FieldSelect;
    readonly reason: FieldTextarea;
  };
}

export interface RoundData {
  readonly programme: ProgrammeRow;
  readonly round: RoundRow;
  readonly categoryName: string;
  readonly withheld: readonly WithheldFile[];
  readonly seats: readonly SeatProgress[];
  /** How many defences are heard here, and how many of them two people have agreed on; null without. */
  readonly defence: { readonly heard: number; readonly confirmed: number } | null;
  readonly results: readonly RoundResult[] | null;
  readonly applications: readonly RoundApplication[];
  readonly reminded: Reminded | null;
  readonly minutes: readonly MinuteRow[];
  readonly registrar: boolean;
  /** Flags for which no judge is left. */
  readonly unstaffed: number;
  readonly tabulator: boolean;
  readonly next: {
    readonly event: ProgrammeEvent;
    readonly findings: Readonly<Record<ProgrammeGuard, Finding>>;
  } | null;
}

export function roundPage(
  data: RoundData,
  form: Submitted<SheetNameForm>,
  voidingForm: Submitted<VoidingForm>,
  answering: Submitted<AnswerForm>,
) {
  return (context: PageContext): RoundPage => {
    const { t } = context;
    const { round, seats, registrar } = data;
    const isOpen = roundIn.open.has(round.state);
    const closed = isOpen && round.closedAt !== null;
    const done = sum(seats.map(({ signed }) => signed));
    const total = sum(seats.map((seat) => seat.total));
    const drawn = context.draw(form);
    const voiding = context.draw(voidingForm);
    const { next } = data;
    const end = expectedEnd(seats, context);
    const late = isOpen && end !== null && end > round.closesOn;
    const needs = next && stepLines(data.programme, next.event, next.findings, context);
    const places = seats.map((seat) => ({
      value: String(seat.number),
      label: t('judging.round.place', { seat: seatLabel(seat, context), name: seat.name }),
    }));
    const numbers = data.applications.map(({ number, name }) => ({
      value: number,
      label: `${number} ${name}`,
    }));
    const title = t(`judging.round.title.${round.kind}`, { category: data.categoryName });
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('judging.panel.short'), href: `/office/panels/${round.programmeId}` },
        { label: title, href: null },
      ],
      base: `office/rounds/${round.id}`,
      panel: round.programmeId,
      assignment: allows('assignment.read', context.actor)
        ? { href: `/office/assignments/${round.id}` }
        : null,
      defence: data.defence && {
        href: `/office/rounds/${round.id}/defence-records`,
        label: t('judging.defence.link', data.defence),
      },
      hall: round.kind === 'defence' ? { href: `/office/rounds/${round.id}/defence` } : null,
      paper:
        seats.length > 0 && allows('standings.read', context.actor)
          ? { href: `/office/rounds/${round.id}/paper` }
          : null,
      status: {
        label: t(`judging.roundState.${closed ? 'Closed' : round.state}`),
        tone: isOpen && !closed ? 'active' : 'neutral',
      },
      closesOn: round.closesOn,
      repeats: round.repeats === 1,
      summary: {
        errors: [drawn, voiding, context.draw(answering)].flatMap(({ summary }) => summary.errors),
      },
      may: {
        open: registrar && roundIn.planned.has(round.state),
        supply: registrar && !roundIn.locked.has(round.state),
        run: registrar && isOpen,
        close: registrar && isOpen && !closed && data.results !== null && done === total,
        remind:
          registrar &&
          isOpen &&
          done < total &&
          remindAgainAt(data.reminded?.at ?? null, context.now, 'judges') === null,
        rescore:
          registrar && isOpen && (data.results?.some(({ flag }) => flag === 'open') ?? false),
        return: data.tabulator && isOpen,
      },
      withheld: withheldModel(data.withheld, form, context),
      needs,
      ready: needs?.ready ?? true,
      progress: {
        label: t('judging.round.progress'),
        done,
        total,
        // Where it comes too late, the warning names the day.
        note:
          end && !late ? t('judging.round.forecast', { time: formatDay(context.lang, end) }) : null,
      },
      late: end && late ? t('judging.round.late', { end: formatDay(context.lang, end) }) : null,
      seats: seatLines(seats, context),
      minutes: minutesModel(data.minutes, registrar && isOpen ? answering : null, context),
      reminded: data.reminded && remindedText(data.reminded, seats, context),
      results: data.results && resultsModel(data.results, context),
      unstaffed: data.unstaffed ? t('judging.round.unstaffed', { count: data.unstaffed }) : null,
      sheet: {
        seat: drawn.select('seat', places),
        number: drawn.select('number', numbers),
        reason: drawn.textarea('reason'),
      },
      voiding: {
        seat: voiding.select('seat', places),
        number: voiding.select('number', numbers),
        ground: voiding.select('ground', groundOptions(t)),
        reason: voiding.textarea('reason'),
      },
    };
  };
}

/** The day on which the slowest seat would be through; null while nobody has begun. */
function expectedEnd(seats: readonly SeatProgress[], { now }: PageContext): string | null {
  const ends = seats.flatMap(
    ({ begunAt, complete, total }) => forecastEnd(begunAt, now, complete, total) ?? [],
  );
  const last = ends.toSorted().at(-1);
  return last ? beijingDate(last) : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
