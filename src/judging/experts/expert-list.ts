import { type CategoryNames, categoryNamed } from '../../programmes/category-names.js';
import type { ListTable } from '../../web/lists/list-table.js';
import { choices } from '../../web/lists/list-table.js';
import { EXPERT_DIVISIONS, ORGANISATION_TYPES } from './expert-choices.js';

/** The pool of experts; the telephone and whatever tells who sits where are no part of it. */
export function expertList(mayEdit: boolean, names: CategoryNames): ListTable {
  return {
    name: 'experts',
    empty: { title: 'judging.experts.empty.title', text: 'judging.experts.empty.text' },
    path: '/office/experts',
    from: { sql: 'expert e' },
    scope: { sql: '1 = 1' },
    id: 'e.id',
    columns: [
      { key: 'name', label: 'judging.expert.name', sql: 'e.name', kind: 'text' },
      {
        key: 'state',
        label: 'judging.sheet.state',
        sql: 'e.active',
        kind: 'text',
        say: (active) => (active === '1' ? 'judging.expert.isActive' : 'judging.expert.isInactive'),
        tone: (active) => (active === '1' ? 'good' : 'neutral'),
      },
      {
        key: 'organisation',
        label: 'judging.expert.organisation',
        sql: 'e.organisation',
        kind: 'text',
      },
      { key: 'field', label: 'judging.expert.field', sql: 'e.field', kind: 'text' },
      {
        key: 'categories',
        label: 'judging.expert.categories',
        sql: 'e.categories',
        kind: 'text',
        write: (codes, { t, lang }) =>
          (JSON.parse(codes) as string[])
            .map((code) => categoryNamed(names, code, lang))
            .join(t('navigation.listComma')),
        sort: false,
        wide: true,
      },
      {
        key: 'division',
        label: 'judging.expert.division',
        sql: 'e.division_code',
        kind: 'text',
        say: (code) => `judging.division.${code}`,
        nothing: 'judging.division.none',
        wide: true,
      },
      {
        key: 'organisationType',
        label: 'judging.expert.organisationType',
        sql: 'e.organisation_type',
        kind: 'text',
        say: (type) => `judging.organisationType.${type}`,
        shown: false,
      },
    ],
    href: mayEdit ? (id) => `/office/experts/${id}` : null,
    states: choices('state', 'judging.sheet.state', 'e.active', [
      { value: '1', label: 'judging.expert.isActive' },
      { value: '0', label: 'judging.expert.isInactive' },
    ]),
    filters: [
      choices(
        'type',
        'judging.expert.organisationType',
        'e.organisation_type',
        ORGANISATION_TYPES.map((type) => ({
          value: type,
          label: `judging.organisationType.${type}`,
        })),
      ),
      choices(
        'division',
        'judging.expert.division',
        'e.division_code',
        EXPERT_DIVISIONS.map((code) => ({ value: code, label: `judging.division.${code}` })),
      ),
    ],
    search: {
      label: 'judging.experts.search',
      texts: ['LOWER(e.name)', 'LOWER(e.organisation)', 'LOWER(e.field)'],
      codes: [],
      pinyin: 'e.name',
    },
    order: 'e.active DESC, e.name',
  };
}
