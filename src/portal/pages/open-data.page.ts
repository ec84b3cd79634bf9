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
  readonly sets: readonly {
    readonly name: string;
    readonly about: string;
    readonly files: readonly { readonly href: string; readonly format: string }[];
  }[];
}

export function openDataPage(honours: HonoursTotals, years: readonly CensusYear[]) {
  return ({ t }: PageContext): OpenDataPage => ({
    title: t('portal.openData.title'),
    breadcrumbs: [
      { label: t('navigation.home'), href: '/' },
      { label: t('portal.openData.title'), href: null },
    ],
    sets: [
      ...(honours.latestYear
        ? [set('honours', files('/awards/list'), { year: honours.latestYear })]
        : []),
      ...years.map(({ year, complete }) =>
        set(complete ? 'census' : 'partCensus', files(`/census/${year}/data`), { year }),
      ),
      set('sitemap', [{ href: '/sitemap.xml', format: 'XML' }]),
    ].map(({ key, variables, files: given }) => ({
      name: t(`portal.openData.${key}`, variables),
      about: t(`portal.openData.${key}.text`),
      files: given,
    })),
  });
}

type OpenFile = OpenDataPage['sets'][number]['files'][number];

function set(key: string, given: readonly OpenFile[], variables: Record<string, number> = {}) {
  return { key, variables, files: given };
}

function files(path: string): OpenFile[] {
  return [
    { href: `${path}.csv`, format: 'CSV' },
    { href: `${path}.json`, format: 'JSON' },
  ];
}
