import { type RemovalState, removalIn } from '../../../rules/lifecycle/removal-states.js';
import { seatInWords } from '../../../rules/rounds/seat-in-words.js';
import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { inEdition } from '../../../web/in-edition.js';
import type { PageFrame } from '../../../web/views/page.js';
import { groundLabel } from '../../conflicts/pages/declaration.page.js';
import { RemovalDecisionForm } from '../../panel/pages/panel.form.js';
import type { RemovalRow } from '../removal.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/removals': RemovalsPage;
  }
}

export interface RemovalsPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly waiting: readonly (RemovalModel & {
    readonly form: {
      readonly action: string;
      readonly decision: FieldRadios;
      readonly reason: FieldTextarea;
    } | null;
    /** Why the reader cannot decide this one, who could decide others. */
    readonly own: boolean;
  })[];
  readonly settled: readonly RemovalModel[];
}

interface RemovalModel {
  readonly title: string;
  readonly judge: string;
  readonly category: string;
  readonly ground: string;
  readonly reason: string;
  readonly effect: string;
  readonly proposed: string;
  readonly decision: string;
  readonly status: StatusTag;
}

const tones = {
  Proposed: 'attention',
  Confirmed: 'bad',
  Declined: 'neutral',
} as const satisfies Record<RemovalState, string>;

/** @param refused the form that came back, with the id of the removal it was for */
export function removalsPage(
  rows: readonly RemovalRow[],
  refused: { readonly id: string; readonly form: Submitted<RemovalDecisionForm> } | null,
) {
  return (context: PageContext): RemovalsPage => {
    const { t, actor } = context;
    const may = allows('removal.decide', actor);
    return {
      title: t('judging.removal.title'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('judging.removal.title'), href: null },
      ],
      summary: refused ? context.draw(refused.form, refused.id).summary : { errors: [] },
      waiting: rows
        .filter(({ state }) => removalIn.proposed.has(state))
        .map((row) => {
          const own = may && row.proposedBy === actor?.accountId;
          const sent = refused?.id === row.id ? refused.form : unsentForm(RemovalDecisionForm);
          const drawn = context.draw(sent, row.id);
          const fields = {
            action: `office/removals/${row.id}/decision`,
            decision: drawn.radios('decision'),
            reason: drawn.textarea('reason'),
          };
          return { ...model(row, context), own, form: may && !own ? fields : null };
        }),
      settled: rows
        .filter(({ state }) => !removalIn.proposed.has(state))
        .map((row) => model(row, context)),
    };
  };
}

function model(row: RemovalRow, context: PageContext): RemovalModel {
  const { t, lang } = context;
  const number = row.number ?? '';
  return {
    title: titleOf(row, number, context),
    judge: judgeOf(row, context),
    category: inEdition(lang === 'zh-CN' ? row.nameZh : row.nameEn, row),
    ground: row.ground ? groundLabel(row.ground, t) : t('judging.removal.noGround'),
    reason: row.reason,
    effect: effectOf(row, context),
    proposed: t('judging.removal.by', {
      name: row.proposerName,
      time: formatInstant(lang, row.proposedAt),
    }),
    decision: row.decidedAt
      ? t('judging.removal.decidedBy', {
          name: row.deciderName ?? '',
          time: formatInstant(lang, row.decidedAt),
          reason: row.decisionReason ?? '',
        })
      : '',
    status: { label: t(`judging.removalState.${row.state}`), tone: tones[row.state] },
  };
}

function titleOf(row: RemovalRow, number: string, { t }: PageContext): string {
  const { merchantName: name, expertNumber: expert } = row;
  if (expert !== null) return t('judging.removal.reReview', { expert, name: name ?? '' });
  if (name) return t('judging.removal.sheet', { number, name });
  return t('judging.removal.seat', seatInWords(row.seat ?? 0));
}

function judgeOf(row: RemovalRow, { t }: PageContext): string {
  const { judgeName: name, organisation, expertNumber: number } = row;
  if (number !== null) return t('judging.removal.expert', { name, organisation, number });
  return t('judging.conflicts.judge', { name, organisation, ...seatInWords(row.seat ?? 0) });
}

/** What the confirmation would do. */
function effectOf(row: RemovalRow, { t }: PageContext): string {
  if (row.expertNumber !== null) return t('judging.removal.effect.reReview');
  if (row.merchantName) return t('judging.removal.effect.sheet');
  const fallen = t(row.ground ? 'judging.removal.effect.all' : 'judging.removal.effect.open');
  const next = row.nextName
    ? t('judging.removal.effect.next', { name: row.nextName, ...seatInWords(row.nextNumber ?? 0) })
    : t('judging.removal.effect.empty');
  return t('judging.removal.effect.seat', { fallen, next });
}
