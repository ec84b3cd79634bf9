import type { CensusYear } from '../../census/read-census.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { HonoursTotals } from '../home.queries.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'portal/open-data': OpenDataPage;
  }
}

export interface OpenDataPage extends PageFrame {
  readonly sets: readonly OpenSet[];
}

/** Tables of one kind, newest first. */
interface OpenSet {
  readonly name: string;
  readonly about: string;
  readonly rows: readonly {
    readonly name: string;
    readonly note: string | null;
    readonly files: readonly OpenFile[];
  }[];
}

interface OpenFile {
  readonly href: string;
  readonly format: string;
}

export function openDataPage(honours: HonoursTotals, years: readonly CensusYear[]) {
  return ({ t }: PageContext): OpenDataPage => {
    const set = (key: string, rows: OpenSet['rows']): OpenSet => ({
      name: t(`portal.openData.${key}`),
      about: t(`portal.openData.${key}.text`),
      rows,
    });
    const allYears = { name: t('portal.openData.allYears'), note: null };
    const census = years.map(({ year, complete }) => ({
      name: t('portal.openData.year', { year }),
      note: complete ? null : t('portal.openData.census.part'),
      files: files(`/census/${year}/data`),
    }));
    const addresses = { name: t('portal.openData.addresses'), note: null };
    return {
      title: t('portal.openData.title'),
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: t('portal.openData.title'), href: null },
      ],
      sets: [
        set('honours', honours.titles ? [{ ...allYears, files: files('/awards/list') }] : []),
        set('census', census),
        set('sitemap', [{ ...addresses, files: [{ href: '/sitemap.xml', format: 'XML' }] }]),
      ].filter(({ rows }) => rows.length > 0),
    };
  };
}

function files(path: string): readonly OpenFile[] {
  return [
    { href: `${path}.csv`, format: 'CSV' },
    { href: `${path}.json`, format: 'JSON' },
  ];
}
