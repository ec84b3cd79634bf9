import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { EmptyState, StatusTag, TableNumbers } from '../../../web/component-models.js';
import type { ErrorSummary, FieldSelect } from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { DrawLine, DrawQueries } from '../draw.queries.js';
import type { BeginDrawForm } from './draw.form.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import type { DrawState } from '../../../rules/lifecycle/draw-states.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/draws': DrawsPage;
  }
}

export interface DrawsPage extends PageFrame {
  readonly summary: ErrorSummary;
  /** Null where the reader cannot begin a draw, or nothing waits to be drawn. */
  readonly begin: FieldSelect | null;
  readonly table: TableNumbers | null;
  readonly empty: EmptyState;
}

type Undrawn = Awaited<ReturnType<DrawQueries['undrawn']>>;

export function drawsPage(
  draws: readonly DrawLine[],
  undrawn: Undrawn,
  form: Submitted<BeginDrawForm>,
) {
  return (context: PageContext): DrawsPage => {
    const { t, actor } = context;
    const drawn = context.draw(form);
    const options = undrawn.map((one) => ({
      value: one.id,
      label: t('judging.draw.categoryOption', {
        category: categoryName(one, context),
        programme: one.programmeName,
        count: one.applications,
      }),
    }));
    return {
      ...drawCrumbs(t('judging.draws.title'), context, false),
      summary: drawn.summary,
      begin:
        options.length && allows('panel.seat', actor) ? drawn.select('categoryId', options) : null,
      table: draws.length ? drawsTable(draws, context) : null,
      empty: {
        title: t('judging.draws.empty'),
        text: t('judging.draws.empty.text'),
        action: null,
      },
    };
  };
}

function drawsTable(draws: readonly DrawLine[], context: PageContext): TableNumbers {
  const { t, lang } = context;
  const columns = ['category', 'programme', 'number', 'state', 'revealedAt'] as const;
  const cell = (text: string, href: string | null = null, numeric = false) => ({
    text,
    href,
    numeric,
  });
  return {
    id: 'draws',
    caption: t('judging.draws.caption', { count: draws.length }),
    columns: columns.map((key) => ({
      label: t(`judging.draw.column.${key}`),
      unit: null,
      numeric: key === 'number',
    })),
    rows: draws.map((draw) => ({
      cutLine: false,
      cells: [
        cell(categoryName(draw, context), `/office/draws/${draw.id}`),
        cell(draw.programmeName),
        cell(String(draw.number), null, true),
        cell(drawStatus(draw.state, context).label),
        cell(draw.revealedAt ? formatInstant(lang, draw.revealedAt) : ''),
      ],
    })),
    totals: null,
  };
}

export function drawStatus(state: DrawState, { t }: PageContext): StatusTag {
  const tones: Readonly<Record<DrawState, StatusTag['tone']>> = {
    Preparing: 'neutral',
    Frozen: 'active',
    Committed: 'active',
    Witnessed: 'active',
    Drawn: 'good',
    Voided: 'bad',
  };
  return { label: t(`judging.draw.state.${state}`), tone: tones[state] };
}

/** The supervisor comes from the supervision room, everybody else from the office. */
export function drawCrumbs(title: string, { t, actor }: PageContext, below: boolean): PageFrame {
  const room = allows('office', actor)
    ? { label: t('navigation.office'), href: '/office' }
    : { label: t('navigation.supervision'), href: '/supervision' };
  const list = { label: t('judging.draws.title'), href: below ? '/office/draws' : null };
  return {
    title,
    breadcrumbs: below ? [room, list, { label: title, href: null }] : [room, list],
  };
}
