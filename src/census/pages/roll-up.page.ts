import { type CensusSums, addSums, openRow } from '../../rules/census/census-table.js';
import { pilotsComplete } from '../../rules/census/pilot-sites.js';
import { SECTORS } from '../../rules/registry/vocabulary.js';
import type { StatusTag, TableNumbers } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { PilotRow } from '../census.queries.js';
import { coverage } from '../coverage.js';
import { censusTableModel } from './census-table.page.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'census/roll-up': RollUpPage;
  }
}

export interface RollUpPage extends PageFrame {
  readonly year: number;
  readonly coverage: string;
  readonly table: TableNumbers;
  readonly pilots: readonly {
    readonly kind: string;
    readonly name: string;
    readonly since: string;
  }[];
  readonly pilotTag: StatusTag;
  readonly pilotNote: string;
}

export interface RollUpRows {
  readonly divisionCode: string;
  readonly year: number;
  readonly sums: ReadonlyMap<string, CensusSums>;
  readonly pilots: readonly PilotRow[];
}

export function rollUpPage({ divisionCode, year, sums, pilots }: RollUpRows) {
  return (context: PageContext): RollUpPage => {
    const { t } = context;
    const count = (kind: PilotRow['kind']) => pilots.filter((pilot) => pilot.kind === kind).length;
    const counts = { town: count('town'), village: count('village') };
    const total = [...sums.values()].reduce<CensusSums | undefined>(addSums, undefined);
    const table = {
      rows: SECTORS.map((sector) => openRow(sector, sums.get(sector))),
      total: openRow('total', total),
    };
    const title = t('census.rollUp.title', {
      division: t(`division.${divisionCode}`),
      year: String(year),
    });
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.division'), href: '/division' },
        { label: title, href: null },
      ],
      year,
      coverage: coverage(table.total, year, context),
      table: censusTableModel(
        table,
        { id: 'sectors', year, labelOf: (key) => t(`merchants.sector.${key}`) },
        context,
      ),
      pilots: pilots.map(({ kind, name, sinceYear }) => ({
        kind: t(`census.pilot.${kind}`),
        name,
        since: String(sinceYear),
      })),
      pilotTag: pilotsComplete(counts)
        ? { label: t('census.pilot.complete'), tone: 'good' }
        : { label: t('census.pilot.incomplete'), tone: 'attention' },
      pilotNote: t('census.pilot.note', counts),
    };
  };
}
