import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { formatDay, formatNumber } from '../../text/format.js';
import type { EmptyState, StatTiles } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { HonoursTotals, LatestNotice, RegistryTotals, YearTotals } from '../home.queries.js';
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
  readonly census: { readonly href: string };
}

export interface HomeRows {
  readonly programmes: readonly ProgrammeRow[];
  readonly notices: readonly LatestNotice[];
  readonly honours: HonoursTotals;
  readonly registry: RegistryTotals;
  readonly years: readonly YearTotals[];
  /** Of the newest year on the one before, hundredths of a point. */
  readonly growth: number | null;
}

export function homePage(rows: HomeRows) {
  return (context: PageContext): HomePage => {
    const { t, lang } = context;
    const [latest] = rows.years;
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
      registry: latest ? registryTiles(rows.registry, latest, rows.growth, context) : null,
      registryYear: latest?.year ?? null,
      census: { href: latest ? `/census/${latest.year}` : '/census' },
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

function registryTiles(
  registry: RegistryTotals,
  latest: YearTotals,
  change: number | null,
  { t }: PageContext,
): StatTiles {
  const growth =
    change === null ? null : t('portal.home.registry.growth', { change: signed(change / 100) });
  const yi = Math.round(latest.netWan / 10_000) / 100;
  return {
    tiles: [
      { ...tile(t('portal.home.registry.net'), yi, t('portal.unit.yi')), note: growth },
      {
        ...tile(
          t('portal.home.registry.merchants'),
          registry.merchants,
          t('portal.unit.merchants'),
        ),
        note: t('portal.home.registry.shops', { shops: registry.shops }),
      },
      tile(t('portal.home.registry.large'), latest.large, t('portal.unit.merchants')),
      tile(t('portal.home.registry.staff'), latest.staff, t('portal.unit.people')),
      {
        ...tile(t('portal.home.registry.parks'), registry.parks, t('portal.unit.parks')),
        note: t('portal.home.registry.pilotSites', { sites: registry.pilotSites }),
      },
    ],
  };
}

function tile(label: string, value: number, unit: string) {
  return { label, value: formatNumber(value), unit, note: null };
}

function signed(percent: number): string {
  return percent > 0 ? `+${percent.toFixed(2)}` : percent.toFixed(2);
}
