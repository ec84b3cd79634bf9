import type { Finding, ProgrammeGuard } from '../../../rules/guards/guard-facts.js';
import { type StepLines, stepLines } from '../../../programmes/guard-lines.js';
import type { ProgrammeRow, CategoryRow, RoundRow } from '../../../programmes/programme.queries.js';
import { panelProblems } from '../../../rules/rounds/panel-rule.js';
import type { StatusTag } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldRadios,
  FieldSelect,
  FieldTextarea,
} from '../../../web/field-models.js';
import { allows } from '../../../web/access/policies.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { type LineDraw, firstInLine } from '../../draws/first-in-line.js';
import type { ExpertRow } from '../../experts/expert.queries.js';
import { type SeatRow, panelSeat } from '../panel.queries.js';
import { groundOptions } from '../../conflicts/pages/declaration.page.js';
import { divisionName } from '../../experts/pages/expert.page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import type { SeatForm, VacancyForm } from './panel.form.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/panel': PanelPage;
  }
}

export interface PanelPage extends PageFrame {
  readonly base: string;
  readonly mayEdit: boolean;
  readonly mayOpen: boolean;
  /** The reader may see what is proposed. */
  readonly removals: boolean;
  readonly anchorsHref: string;
  /** What the step out of drawing or of the declarations needs. */
  readonly needs: StepLines | null;
  readonly ready: boolean;
  readonly summary: ErrorSummary;
  readonly panels: readonly {
    readonly id: string;
    readonly name: string;
    readonly problems: readonly string[];
    readonly seats: readonly SeatModel[];
    readonly rounds: readonly {
      readonly href: string;
      readonly label: string;
      readonly status: StatusTag;
    }[];
  }[];
  readonly seat: {
    readonly category: FieldSelect;
    readonly expert: FieldSelect;
    readonly place: FieldRadios;
    readonly reason: FieldTextarea;
  };
  readonly vacancy: {
    readonly seat: FieldSelect;
    readonly ground: FieldSelect;
    readonly reason: FieldTextarea;
    readonly promote: FieldCheckboxes;
  };
}

interface SeatModel {
  readonly label: string;
  readonly name: string;
  readonly organisation: string;
  readonly division: string;
  readonly reason: string;
  /** Who takes the seat if it is vacated; empty for seats that nobody takes over. */
  readonly successor: string;
  readonly status: StatusTag;
}

export interface PanelData {
  readonly programme: ProgrammeRow;
  readonly findings: Readonly<Record<ProgrammeGuard, Finding>>;
  readonly categories: readonly CategoryRow[];
  readonly rounds: readonly RoundRow[];
  readonly seats: readonly SeatRow[];
  readonly experts: readonly ExpertRow[];
  /** The records in force; the newest of a category stands last. */
  readonly draws: readonly (LineDraw & { readonly categoryId: string })[];
  readonly mayEdit: boolean;
}

export function panelPage(
  data: PanelData,
  seatForm: Submitted<SeatForm>,
  vacancyForm: Submitted<VacancyForm>,
) {
  return (context: PageContext): PanelPage => {
    const { t } = context;
    const { programme, mayEdit } = data;
    const seat = context.draw(seatForm);
    const vacancy = context.draw(vacancyForm);
    const needs =
      stepLines(programme, 'completeDraw', data.findings, context) ??
      stepLines(programme, 'startMaterialReview', data.findings, context);
    const sitting = data.seats.filter(({ vacatedAt }) => !vacatedAt);
    return {
      title: t('judging.panel.title', { programme: programme.name }),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('judging.panel.short'), href: null },
      ],
      base: `office/panels/${programme.id}`,
      mayEdit,
      removals: allows('removal.read', context.actor),
      anchorsHref: `office/anchors/${programme.id}`,
      needs,
      ready: needs?.ready ?? true,
      mayOpen: mayEdit && programmeIn.drawing.has(programme.state),
      summary: { errors: [...seat.summary.errors, ...vacancy.summary.errors] },
      panels: data.categories.map((category) => panelModel(category, data, context)),
      seat: {
        category: seat.select(
          'categoryId',
          data.categories.map((one) => ({ value: one.id, label: categoryName(one, context) })),
        ),
        expert: seat.select(
          'expertId',
          data.experts
            .filter(({ active }) => active)
            .map(({ id, name, organisation }) => ({
              value: id,
              label: t('judging.panel.expertOption', { name, organisation }),
            })),
        ),
        place: seat.radios('place', undefined, true),
        reason: seat.textarea('reason'),
      },
      vacancy: {
        seat: vacancy.select(
          'seatId',
          sitting.map((one) => ({
            value: one.id,
            label: t('judging.panel.seatOption', {
              category: categoryName(
                data.categories.find(({ id }) => id === one.categoryId)!,
                context,
              ),
              seat: seatLabel(one, context),
              name: one.name,
            }),
          })),
        ),
        ground: vacancy.select('ground', groundOptions(t)),
        reason: vacancy.textarea('vacateReason'),
        promote: vacancy.flag('promote'),
      },
    };
  };
}

export function seatLabel(
  seat: { readonly number: number; readonly alternate: number },
  { t }: Pick<PageContext, 't'>,
): string {
  return seat.alternate
    ? t('judging.seat.alternate', { number: seat.number - 100 })
    : t('judging.seat.member', { number: seat.number });
}

function panelModel(category: CategoryRow, data: PanelData, context: PageContext) {
  const { t } = context;
  const seats = data.seats.filter(({ categoryId }) => categoryId === category.id);
  const sitting = seats.filter(({ vacatedAt }) => !vacatedAt);
  const draw = data.draws.findLast(({ categoryId }) => categoryId === category.id) ?? null;
  return {
    id: category.code,
    name: categoryName(category, context),
    problems: panelProblems(sitting.map(panelSeat)).map(({ code, variables }) =>
      t(code, problemVariables(variables, context)),
    ),
    seats: seats.map((seat) => ({
      label: seat.chair
        ? t('judging.seat.chair', { seat: seatLabel(seat, context) })
        : seatLabel(seat, context),
      name: seat.name,
      organisation: seat.organisation,
      division: divisionName(seat.divisionCode, context),
      reason: reasonOf(seat, context),
      successor: successorOf(seat, sitting, draw, context),
      status: seatStatus(seat, context),
    })),
    rounds: data.rounds
      .filter(({ categoryId }) => categoryId === category.id)
      .map((round) => ({
        href: `/office/rounds/${round.id}`,
        label: t(`judging.round.${round.kind}`),
        status: {
          label: t(`judging.roundState.${round.state}`),
          tone: roundIn.open.has(round.state) ? ('active' as const) : ('neutral' as const),
        },
      })),
  };
}

/** R3: the alternate whom the order of the draw puts next for this very seat. */
function successorOf(
  seat: SeatRow,
  sitting: readonly SeatRow[],
  draw: LineDraw | null,
  context: PageContext,
): string {
  if (seat.vacatedAt || seat.alternate) return '';
  const others = sitting.filter(({ id }) => id !== seat.id);
  const line = others.map((one) => ({ ...one, alternate: one.alternate === 1 }));
  const next = others.find(({ id }) => id === firstInLine(line, draw)?.id);
  if (!next) return context.t('judging.panel.nobodyNext', { drawn: draw ? 'yes' : 'no' });
  return context.t('judging.panel.next', { seat: seatLabel(next, context), name: next.name });
}

/** A drawn seat has the draw for its reason, and its former alternates leave without one. */
function reasonOf(
  { vacatedReason, reason, drawId }: SeatRow,
  { t }: Pick<PageContext, 't'>,
): string {
  if (vacatedReason === '') return t('judging.panel.redrawn');
  return vacatedReason ?? (drawId ? t('judging.panel.drawn') : reason);
}

/** Sentences name a division, rules know its code. */
function problemVariables(
  variables: Readonly<Record<string, string | number>>,
  context: Pick<PageContext, 't'>,
) {
  const { division } = variables;
  return typeof division === 'string'
    ? { ...variables, division: divisionName(division, context) }
    : variables;
}

function seatStatus(seat: SeatRow, { t }: PageContext): StatusTag {
  if (seat.vacatedAt) return { label: t('judging.seat.vacated'), tone: 'neutral' };
  return seat.declaredAt
    ? { label: t('judging.seat.declared'), tone: 'good' }
    : { label: t('judging.seat.undeclared'), tone: 'attention' };
}
