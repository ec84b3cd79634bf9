import type { StatusTag, Steps, SummaryList, TableNumbers } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldNumber,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { Pool } from '../candidate-pool.js';
import type { DrawRow } from '../draw.queries.js';
import type { ExpertRow } from '../../experts/expert.queries.js';
import { courseFacts, termFacts } from './draw-facts.js';
import { type May, type Situation, mayDo, nextOf } from './draw-next.js';
import {
  type ExpertNames,
  candidateTable,
  exclusionTable,
  orderTable,
  poolTable,
  seatTable,
} from './draw-tables.js';
import type {
  DrawTermsForm,
  ExclusionForm,
  RevealForm,
  SignForm,
  VoidForm,
  WitnessForm,
} from './draw.form.js';
import { drawCrumbs, drawStatus } from './draws.page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { drawIn } from '../../../rules/lifecycle/draw-states.js';
import { DRAW_STEPS } from '../../../rules/lifecycle/draw-states.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/draw': DrawPage;
  }
}

export interface DrawForms {
  readonly terms: Submitted<DrawTermsForm>;
  readonly exclusion: Submitted<ExclusionForm>;
  readonly witness: Submitted<WitnessForm>;
  readonly reveal: Submitted<RevealForm>;
  readonly sign: Submitted<SignForm>;
  readonly void: Submitted<VoidForm>;
}

export interface DrawData extends Situation {
  readonly experts: readonly ExpertRow[];
  /** Only while the list is being prepared. */
  readonly pool: Pool | null;
}

export interface DrawPage extends PageFrame {
  readonly base: string;
  readonly subtitle: string;
  readonly status: StatusTag;
  readonly steps: Steps;
  readonly summary: ErrorSummary;
  readonly next: { readonly title: string; readonly text: string } | null;
  readonly mayFreeze: boolean;
  readonly mayCommit: boolean;
  readonly mayRedraw: boolean;
  readonly witness: FieldText | null;
  readonly reveal: FieldTextarea | null;
  readonly sign: { readonly hash: string; readonly read: FieldCheckboxes } | null;
  readonly voiding: { readonly text: string; readonly mayConfirm: boolean } | null;
  readonly voidReason: FieldTextarea | null;
  readonly terms: {
    readonly panelSize: FieldNumber;
    readonly alternates: FieldNumber;
    readonly perDivision: FieldNumber;
    readonly fields: FieldTextarea;
    readonly version: string;
  } | null;
  readonly exclusion: {
    readonly expert: FieldSelect;
    readonly reason: FieldTextarea;
    readonly excluded: readonly {
      readonly id: string;
      readonly name: string;
      readonly reason: string;
    }[];
  } | null;
  readonly hasRecord: boolean;
  readonly termFacts: SummaryList;
  readonly courseFacts: SummaryList;
  readonly results: readonly TableNumbers[];
  readonly lists: readonly TableNumbers[];
}

export function drawPage(data: DrawData, forms: DrawForms) {
  return (context: PageContext): DrawPage => {
    const { draw, experts, redrawNeeded } = data;
    const { t } = context;
    const category = categoryName(draw, context);
    const names: ExpertNames = new Map(experts.map((expert) => [expert.id, expert]));
    const may = mayDo(draw, context);
    const form = (one: Submitted<object>) => context.draw(one);
    const signs = may.sign ? draw.record : null;
    const drawn = Object.values(forms).map(form);
    return {
      ...drawCrumbs(t('judging.draw.title', { category }), context, true),
      base: `office/draws/${draw.id}`,
      subtitle: t('judging.draw.subtitle', { programme: draw.programmeName, number: draw.number }),
      status: drawStatus(draw.state, context),
      steps: stepsOf(draw, context),
      summary: { errors: drawn.flatMap(({ summary }) => summary.errors) },
      next: nextOf(data, may, context),
      mayFreeze: may.prepare,
      mayCommit: may.commit,
      mayRedraw: may.redraw && redrawNeeded !== null,
      witness: may.witness ? form(forms.witness).text('witness', 'full') : null,
      reveal: may.reveal ? form(forms.reveal).textarea('present') : null,
      sign: signs && { hash: signs.recordHash, read: form(forms.sign).flag('read') },
      voiding:
        draw.voidProposedAt && !drawIn.voided.has(draw.state)
          ? voidingOf(draw, may, context)
          : null,
      voidReason: may.proposeVoid ? form(forms.void).textarea('voidReason') : null,
      terms: may.prepare ? termsOf(forms, context) : null,
      exclusion:
        may.prepare && data.pool ? exclusionOf(data.pool, draw, forms, names, context) : null,
      hasRecord: draw.record !== null,
      termFacts: termFacts(draw, context),
      courseFacts: courseFacts(draw, context),
      results: draw.record
        ? [
            seatTable(draw, draw.record, names, context),
            orderTable(draw, draw.record, names, context),
          ]
        : [],
      lists: [
        data.pool ? poolTable(data.pool, draw, context) : candidateTable(draw, names, context),
        data.pool ? null : exclusionTable(draw, names, context),
      ].filter((table) => table !== null),
    };
  };
}

function stepsOf(draw: DrawRow, { t }: PageContext): Steps {
  const reached = drawIn.voided.has(draw.state)
    ? [draw.frozenAt, draw.committedAt, draw.witnessedAt, draw.revealedAt].filter(Boolean).length
    : DRAW_STEPS.indexOf(draw.state);
  const signed = draw.officeSignedAt !== null && draw.witnessSignedAt !== null;
  const at = signed ? DRAW_STEPS.length : reached;
  return {
    label: t('judging.draw.steps'),
    steps: DRAW_STEPS.map((state, index) => ({
      label: t(`judging.draw.step.${state}`),
      href: null,
      state: index < at ? 'done' : index === at ? 'current' : 'later',
    })),
  };
}

function voidingOf(draw: DrawRow, may: May, { t }: PageContext): DrawPage['voiding'] {
  const variables = { name: draw.voidProposedName ?? '', reason: draw.voidReason ?? '' };
  return { text: t('judging.draw.voidProposed', variables), mayConfirm: may.confirmVoid };
}

function termsOf(forms: DrawForms, context: PageContext): DrawPage['terms'] {
  const terms = context.draw(forms.terms);
  return {
    panelSize: terms.number('panelSize'),
    alternates: terms.number('alternates'),
    perDivision: terms.number('perDivision'),
    fields: terms.textarea('fields'),
    version: terms.number('version').value,
  };
}

function exclusionOf(
  { members }: Pool,
  { exclusions }: DrawRow,
  forms: DrawForms,
  names: ExpertNames,
  context: PageContext,
): DrawPage['exclusion'] {
  const { t } = context;
  const drawn = context.draw(forms.exclusion);
  const off = new Set(exclusions.map(({ expertId }) => expertId));
  return {
    expert: drawn.select(
      'expertId',
      members
        .filter(({ bar, expert }) => bar === null && !off.has(expert.id))
        .map(({ expert: { id, name, organisation } }) => ({
          value: id,
          label: t('judging.panel.expertOption', { name, organisation }),
        })),
    ),
    reason: drawn.textarea('exclusionReason'),
    excluded: exclusions.map(({ expertId, reason }) => ({
      id: expertId,
      name: names.get(expertId)?.name ?? expertId,
      reason: reason ?? '',
    })),
  };
}
