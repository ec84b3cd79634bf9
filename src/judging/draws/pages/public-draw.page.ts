import { formatInstant } from '../../../text/format.js';
import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import type { SummaryList, TableNumbers } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { PublicDraw } from '../public-draw.queries.js';
import { termFacts } from './draw-facts.js';
import { drawOutcome, drawTable } from './draw-tables.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/public-draw': PublicDrawPage;
    'judging/public-draw-print': PublicDrawPage;
  }
}

export interface PublicDrawPage extends PageFrame {
  readonly base: string;
  readonly issuer: string;
  readonly serial: string;
  readonly voided: string | null;
  readonly facts: readonly { readonly heading: string; readonly list: SummaryList }[];
  readonly tables: readonly { readonly heading: string; readonly table: TableNumbers }[];
}

export interface PublicDrawData {
  readonly programme: ProgrammeRow;
  readonly draw: PublicDraw;
}

/** The record for strangers: experts by number, groups by label, nobody by name. */
export function publicDrawPage({ programme, draw }: PublicDrawData) {
  return (context: PageContext): PublicDrawPage => {
    const { t, lang } = context;
    const above = `/programmes/${programme.slug}`;
    const title = t('judging.public.drawTitle');
    const serial = t('judging.draw.print.number', {
      category: categoryName(draw, context),
      number: draw.number,
    });
    const { record } = draw;
    const tables = [
      ['seats', seats(draw, context)],
      ['order', order(draw, context)],
      ['candidates', candidates(draw, context)],
    ] as const;
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: programme.name, href: above },
        { label: t('judging.public.title'), href: `${above}/judges` },
        { label: serial, href: null },
      ],
      base: `${above}/draws/${draw.id}`.slice(1),
      issuer: programme.name,
      serial,
      voided: draw.voidedAt
        ? t('judging.public.wasVoided', { time: formatInstant(lang, draw.voidedAt) })
        : null,
      facts: [
        {
          heading: t('judging.public.terms'),
          list: termFacts({ terms: record.terms, groupNames: null }, context),
        },
        { heading: t('judging.public.course'), list: course(draw, context) },
      ],
      tables: tables.map(([key, table]) => ({ heading: t(`judging.public.${key}`), table })),
    };
  };
}

function course(draw: PublicDraw, { t, lang }: PageContext): SummaryList {
  const { record } = draw;
  const time = (instant: string | null | undefined) =>
    instant ? formatInstant(lang, instant) : null;
  const facts = [
    ['frozen', time(record.times?.frozen)],
    ['listHash', record.listHash],
    ['excluded', t('judging.public.people', { count: draw.excluded })],
    ['committed', time(record.times?.committed)],
    ['commitment', record.commitment],
    ['witnessed', time(record.times?.witnessed)],
    ['witness', record.witness],
    ['revealed', time(record.times?.revealed)],
    ['seed', record.seed],
    ['present', t('judging.public.people', { count: draw.peoplePresent })],
    ['officeSigned', time(draw.officeSignedAt)],
    ['witnessSigned', time(draw.witnessSignedAt)],
    ['signedHash', draw.signedHash],
    ['publicHash', record.recordHash],
  ] as const;
  return {
    rows: facts.flatMap(([key, value]) =>
      value === null ? [] : [{ term: t(`judging.public.fact.${key}`), value, action: null }],
    ),
  };
}

function seats({ record }: PublicDraw, context: PageContext): TableNumbers {
  const { t } = context;
  const fieldOf = new Map(record.candidates.map(({ id, field }) => [id, field]));
  return drawTable(
    'draw-seats',
    t('judging.draw.seatsCaption', {
      seats: record.seats.length,
      alternates: record.alternates.length,
    }),
    [['place'], ['expertId'], ['field']],
    [
      ...record.seats.map(
        ({ seat, expert }) => [t('judging.seat.member', { number: seat }), expert] as const,
      ),
      ...record.alternates.map(
        ({ alternate, expert }) =>
          [t('judging.seat.alternate', { number: alternate }), expert] as const,
      ),
    ].map(([place, expert]) => [place, expert, fieldOf.get(expert) ?? '']),
    context,
  );
}

function order({ record }: PublicDraw, context: PageContext): TableNumbers {
  return drawTable(
    'draw-order',
    context.t('judging.draw.orderCaption', { count: record.order.length }),
    [['position', true], ['expertId'], ['key'], ['outcome']],
    record.order.map(({ expert, key }, index) => [
      String(index + 1),
      expert,
      key.slice(0, 16),
      drawOutcome(record, expert, index + 1, context, {
        skip: ({ variables }) => variables,
        // Who led the panel is known in the hall; it would give seat 1 a name.
        seat: (number) => context.t('judging.seat.member', { number }),
      }),
    ]),
    context,
  );
}

function candidates({ record }: PublicDraw, context: PageContext): TableNumbers {
  return drawTable(
    'draw-candidates',
    context.t('judging.draw.candidatesCaption', { count: record.candidates.length }),
    [['expertId'], ['organisation'], ['field'], ['division'], ['conflicts', true]],
    record.candidates.map(({ id, organisation, field, division, conflicts }) => [
      id,
      organisation,
      field,
      division,
      String(conflicts),
    ]),
    context,
  );
}
