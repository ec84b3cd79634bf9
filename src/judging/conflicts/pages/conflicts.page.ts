import { seatInWords } from '../../../rules/rounds/seat-in-words.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { inEdition } from '../../../web/in-edition.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ConflictRow } from '../conflict.queries.js';
import { groundLabel } from './declaration.page.js';
import { DecisionForm } from '../../panel/pages/panel.form.js';
import { conflictIn } from '../../../rules/lifecycle/conflict-states.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/conflicts': ConflictsPage;
  }
}

export interface ConflictsPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly waiting: readonly (ConflictModel & {
    readonly form: {
      readonly action: string;
      readonly decision: FieldRadios;
      readonly reason: FieldTextarea;
    } | null;
  })[];
  readonly settled: readonly ConflictModel[];
}

interface ConflictModel {
  readonly id: string;
  readonly judge: string;
  readonly merchant: string;
  readonly category: string;
  readonly ground: string;
  readonly explanation: string;
  readonly decision: string;
  readonly status: StatusTag;
}

const tones = {
  none: 'neutral',
  hardBar: 'bad',
  awaitingOffice: 'attention',
  cleared: 'good',
  recused: 'bad',
  askedAgain: 'attention',
} as const;

/** @param refused the form that came back, with the id of the declaration it was for */
export function conflictsPage(
  rows: readonly ConflictRow[],
  mayDecide: boolean,
  refused: { readonly id: string; readonly form: Submitted<DecisionForm> } | null,
) {
  return (context: PageContext): ConflictsPage => {
    const { t } = context;
    const waiting = rows.filter(({ state }) => conflictIn.awaitingOffice.has(state));
    const isRefused = (id: string) => refused?.id === id;
    return {
      title: t('judging.conflicts.title'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('judging.conflicts.title'), href: null },
      ],
      summary: refused ? context.draw(refused.form, refused.id).summary : { errors: [] },
      waiting: waiting.map((row) => {
        const form = refused && isRefused(row.id) ? refused.form : unsentForm(DecisionForm);
        const drawn = context.draw(form, row.id);
        const action = `office/conflicts/${row.id}/decision`;
        const fields = {
          action,
          decision: drawn.radios('decision'),
          reason: drawn.textarea('reason'),
        };
        return { ...model(row, context), form: mayDecide ? fields : null };
      }),
      settled: rows
        .filter(({ state }) => !conflictIn.awaitingOffice.has(state))
        .map((row) => model(row, context)),
    };
  };
}

function model(row: ConflictRow, context: PageContext): ConflictModel {
  const { t, lang } = context;
  const hits = row.hits.map((hit) => t(`judging.hit.${hit}`)).join(t('navigation.listComma'));
  const ground = row.ground
    ? [row.ground, ...row.moreGrounds]
        .map((one) => groundLabel(one, t))
        .join(t('navigation.listComma'))
    : t('judging.conflicts.denied');
  return {
    id: row.id,
    judge: t('judging.conflicts.judge', {
      name: row.judgeName,
      organisation: row.organisation,
      ...seatInWords(row.seat),
    }),
    merchant: row.merchantName,
    category: inEdition(lang === 'zh-CN' ? row.nameZh : row.nameEn, row),
    ground: hits ? t('judging.conflicts.withHits', { ground, hits }) : ground,
    explanation: row.explanation ?? '',
    decision: row.decisionReason
      ? t('judging.conflicts.decided', {
          name: row.deciderName ?? '',
          reason: row.decisionReason,
        })
      : '',
    status: { label: t(`judging.conflictState.${row.state}`), tone: tones[row.state] },
  };
}
