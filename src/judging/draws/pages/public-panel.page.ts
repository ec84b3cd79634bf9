import { formatInstant } from '../../../text/format.js';
import type { TableNumbers } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import type { PublicAssignment, PublicDrawLine, PublicJudge } from '../public-draw.queries.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { drawIn } from '../../../rules/lifecycle/draw-states.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/public-panel': PublicPanelPage;
  }
}

export interface PublicPanelPage extends PageFrame {
  readonly programme: string;
  readonly panels: readonly {
    readonly id: string;
    readonly name: string;
    readonly chosen: string;
    readonly judges: readonly string[];
    readonly draws: TableNumbers | null;
    readonly assignments: readonly {
      readonly text: string;
      readonly proof: readonly { readonly term: string; readonly value: string }[];
    }[];
  }[];
}

export interface PublicPanelData {
  readonly programme: ProgrammeRow;
  readonly judges: readonly PublicJudge[];
  readonly draws: readonly PublicDrawLine[];
  readonly assignments: readonly PublicAssignment[];
}

export function publicPanelPage({ programme, judges, draws, assignments }: PublicPanelData) {
  return (context: PageContext): PublicPanelPage => {
    const { t } = context;
    return {
      title: t('judging.public.title'),
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: programme.name, href: `/programmes/${programme.slug}` },
        { label: t('judging.public.title'), href: null },
      ],
      programme: programme.name,
      panels: categoriesOf(judges).map((category) => {
        const { categoryId } = category;
        const held = judges.filter((one) => one.categoryId === categoryId && one.name !== null);
        const byHand = held.filter((one) => one.byHand === 1).length;
        const own = draws.filter((draw) => draw.categoryId === categoryId);
        return {
          id: categoryId,
          name: categoryName(category, context),
          chosen: t('judging.public.chosen', {
            count: held.length,
            drawn: held.length - byHand,
            byHand,
          }),
          judges: inOrderOfNames(held),
          draws: own.length ? drawsTable(programme.slug, categoryId, own, context) : null,
          assignments: assignments
            .filter((one) => one.categoryId === categoryId)
            .map((one) => assignmentOf(one, context)),
        };
      }),
    };
  };
}

function categoriesOf(judges: readonly PublicJudge[]): readonly PublicJudge[] {
  return judges.filter(({ categoryId }, index) => judges[index - 1]?.categoryId !== categoryId);
}

/** Seats are published elsewhere; the order must not tell who sat on which. */
function inOrderOfNames(judges: readonly PublicJudge[]): readonly string[] {
  return judges.flatMap(({ name }) => (name === null ? [] : [name])).toSorted();
}

function drawsTable(
  slug: string,
  categoryId: string,
  draws: readonly PublicDrawLine[],
  { t, lang }: PageContext,
): TableNumbers {
  const columns = ['number', 'revealedAt', 'state'] as const;
  const cell = (text: string, href: string | null = null) => ({ text, href, numeric: false });
  const time = (instant: string | null) => (instant ? formatInstant(lang, instant) : '');
  return {
    id: `draws-${categoryId}`,
    caption: t('judging.public.draws'),
    columns: columns.map((key) => ({
      label: t(`judging.public.column.${key}`),
      unit: null,
      numeric: false,
    })),
    rows: draws.map(({ id, number, state, revealedAt, voidedAt }) => ({
      cutLine: false,
      cells: [
        cell(
          t('judging.public.drawNumber', { number }),
          revealedAt ? `/programmes/${slug}/draws/${id}` : null,
        ),
        cell(revealedAt ? time(revealedAt) : t('judging.public.neverRevealed')),
        cell(
          drawIn.voided.has(state)
            ? t('judging.public.voidedAt', { time: time(voidedAt) })
            : t('judging.public.inForce'),
        ),
      ],
    })),
    totals: null,
  };
}

/** Seed and hashes bind the office to its plan; the plan itself would tell who scored whom. */
function assignmentOf(one: PublicAssignment, { t }: PageContext) {
  const { kind, perApplication, seed, problemHash, planHash } = one;
  const round = t(`judging.round.${kind}`);
  const proof = [
    ['seed', seed],
    ['problemHash', problemHash],
    ['planHash', planHash],
  ] as const;
  return {
    text: perApplication
      ? t('judging.public.perApplication', { round, count: perApplication })
      : t('judging.public.wholePanel', { round }),
    proof: proof.flatMap(([key, value]) =>
      value === null ? [] : [{ term: t(`judging.public.${key}`), value }],
    ),
  };
}
