import type { CensusTable } from '../../rules/census/census-table.js';
import { formatHundredths, formatNumber } from '../../text/format.js';
import type { EmptyState, StatTiles, TableNumbers, Tabs } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { Census } from '../read-census.js';
import { coverage } from '../coverage.js';
import { censusColumns, censusTableModel, censusText } from './census-table.page.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'census/census': CensusPage;
    'census/empty': CensusEmptyPage;
  }
}

export interface CensusPage extends PageFrame {
  readonly year: number;
  readonly coverage: string;
  readonly years: Tabs;
  readonly tiles: StatTiles;
  /** What the bars in the tables mean. */
  readonly bars: string;
  readonly tables: readonly TableNumbers[];
  readonly definitions: readonly { term: string; text: string }[];
}

export interface CensusEmptyPage extends PageFrame {
  readonly empty: EmptyState;
}

export function censusPage(census: Census) {
  return (context: PageContext): CensusPage => {
    const { t } = context;
    const { year } = census;
    const total = census.divisions.total;
    const part = (
      id: 'divisions' | 'sectors' | 'sizes',
      table: CensusTable,
      labelOf: (key: string) => string,
    ) => censusTableModel(table, { id, year, labelOf }, context);
    return {
      title: t('census.title', { year: String(year) }),
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: t('navigation.census'), href: null },
      ],
      year,
      coverage: coverage(total, year, context),
      years: {
        label: t('census.years'),
        tabs: census.years.map((one) => ({
          label: String(one),
          href: `/census/${one}`,
          current: one === year,
          count: null,
        })),
      },
      tiles: {
        tiles: [
          tile(
            t('census.tile.merchants'),
            formatNumber(total.merchants),
            t('census.unit.merchants'),
          ),
          tile(
            t('census.tile.net'),
            censusText(total, 'netWan', t),
            t('forms.unit.wan'),
            total.growthPct === null
              ? null
              : t('census.tile.growth', { growth: formatHundredths(total.growthPct) }),
          ),
          tile(t('census.tile.people'), formatNumber(total.people), t('forms.unit.people')),
          tile(t('census.tile.notable'), formatNumber(total.notable), t('census.unit.merchants')),
        ],
      },
      bars: t('census.bars', { year: String(year), before: String(year - 1) }),
      tables: [
        part('divisions', census.divisions, (key) => t(`division.${key}`)),
        part('sectors', census.sectors, (key) => t(`merchants.sector.${key}`)),
        part('sizes', census.sizes, (key) => t(`merchants.size.${key}`)),
      ],
      definitions: censusColumns.map((key) => ({
        term: t(`census.column.${key}`, { year: String(year), before: String(year - 1) }),
        text: t(`census.definition.${key}`),
      })),
    };
  };
}

export function censusEmptyPage() {
  return ({ t }: PageContext): CensusEmptyPage => ({
    title: t('navigation.census'),
    breadcrumbs: [
      { label: t('navigation.home'), href: '/' },
      { label: t('navigation.census'), href: null },
    ],
    empty: { title: t('census.empty.title'), text: t('census.empty.text'), action: null },
  });
}

function tile(label: string, value: string, unit: string, note: string | null = null) {
  return { label, value, unit, note };
}
