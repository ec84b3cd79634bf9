import { coverage } from '../../census/coverage.js';
import type { Census } from '../../census/read-census.js';
import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import type { CensusRow } from '../../rules/census/census-table.js';
import { formatDay, formatNumber } from '../../text/format.js';
import type { EmptyState, StatTiles } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { HonoursTotals, LatestNotice, PlacesTotals } from '../home.queries.js';
import { type HomeProgramme, homeProgramme } from './home-programme.page.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'portal/home': HomePage;
  }
}

export interface HomePage extends PageFrame {
  readonly programmes: readonly HomeProgramme[];
  /** Each course then says whose it is. */
  readonly several: boolean;
  readonly noProgramme: EmptyState;
  readonly notices: readonly { href: string; title: string; kind: string; day: string }[];
  readonly honours: StatTiles | null;
  readonly registry: StatTiles | null;
  readonly registryYear: number | null;
  /** How many of the register stand behind these figures. */
  readonly coverage: string | null;
  readonly census: { readonly href: string };
}

export interface HomeRows {
  readonly programmes: readonly ProgrammeRow[];
  readonly notices: readonly LatestNotice[];
  readonly honours: HonoursTotals;
  readonly places: PlacesTotals;
  /** Of the newest complete year, as the census shows it. */
  readonly census: Census | null;
}

export function homePage(rows: HomeRows) {
  return (context: PageContext): HomePage => {
    const { t, lang } = context;
    const { census } = rows;
    return {
      title: t('portal.home.title'),
      breadcrumbs: [],
      programmes: rows.programmes.map((one) => homeProgramme(one, context)),
      several: rows.programmes.length > 1,
      noProgramme: {
        title: t('portal.home.noProgramme'),
        text: t('portal.home.noProgramme.text'),
        action: { href: '/notices', label: t('portal.home.allNotices') },
      },
      notices: rows.notices.map((notice) => ({
        href: `/notices/${notice.id}`,
        title: notice.title,
        kind: t(`awards.notice.kind.${notice.kind}`),
        day: formatDay(lang, notice.postedOn),
      })),
      honours: rows.honours.titles ? honoursTiles(rows.honours, context) : null,
      registry: census ? registryTiles(census.divisions.total, rows.places, context) : null,
      registryYear: census?.year ?? null,
      coverage: census ? coverage(census.divisions.total, census.year, context) : null,
      census: { href: census ? `/census/${census.year}` : '/census' },
    };
  };
}

function honoursTiles(honours: HonoursTotals, { t }: PageContext): StatTiles {
  const { titles, merchants, programmes } = honours;
  return {
    tiles: [
      tile(t('portal.home.honours.merchants'), merchants, t('portal.unit.merchants')),
      tile(t('portal.home.honours.titles'), titles, t('portal.unit.titles')),
      tile(
        t('portal.home.honours.programmes'),
        programmes,
        t('portal.unit.programmes', { count: programmes }),
      ),
    ],
  };
}

function registryTiles(total: CensusRow, places: PlacesTotals, { t }: PageContext): StatTiles {
  const growth =
    total.growthPct === null
      ? null
      : t('portal.home.registry.growth', { change: signed(total.growthPct / 100) });
  return {
    tiles: [
      { ...netTile(total.netWan, t), note: growth },
      {
        ...tile(t('portal.home.registry.merchants'), total.merchants, t('portal.unit.merchants')),
        note: t('portal.home.registry.shops', { shops: total.shops }),
      },
      tile(t('portal.home.registry.large'), total.notable, t('portal.unit.merchants')),
      tile(t('portal.home.registry.staff'), total.people, t('portal.unit.people')),
      {
        ...tile(t('portal.home.registry.parks'), places.parks, t('portal.unit.parks')),
        note: t('portal.home.registry.pilotSites', { sites: places.pilotSites }),
      },
    ],
  };
}

/** In 亿元, of hundredths of 万元; withheld where the census withholds it. */
function netTile(netWan: number | null, t: PageContext['t']) {
  const label = t('portal.home.registry.net');
  if (netWan === null) return { label, value: t('census.withheld'), unit: '', note: null };
  return tile(label, Math.round(netWan / 10_000) / 100, t('portal.unit.yi'));
}

function tile(label: string, value: number, unit: string) {
  return { label, value: formatNumber(value), unit, note: null };
}

function signed(percent: number): string {
  return percent > 0 ? `+${percent.toFixed(2)}` : percent.toFixed(2);
}
