import type { SummaryList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { CategoryEdit, NumberField, SwitchField, SwitchGroupView } from './rules-fields.js';

/** Numbers and switches as whoever may not change them reads them: what is not set is left out. */
export interface RulesReading extends SummaryList {
  readonly id: string;
  readonly title: string;
}

interface Fields {
  readonly general: readonly NumberField[];
  readonly trim: readonly { readonly label: string; readonly fields: readonly NumberField[] }[];
  readonly switches: readonly SwitchGroupView[];
  readonly categories: readonly CategoryEdit[];
}

export function rulesReading(
  { general, trim, switches, categories }: Fields,
  { t }: PageContext,
): readonly RulesReading[] {
  const groups = [
    { id: 'general', title: t('programmes.rules.general'), fields: general },
    ...(general.length
      ? trim.map(({ label, fields }, row) => ({ id: `trim-${row}`, title: label, fields }))
      : []),
    ...switches,
    ...categories.flatMap((category) => [
      { id: 'numbers', title: t('programmes.rules.numbers'), fields: category.fields },
      {
        id: 'divisions',
        title: t('programmes.rules.divisionQuotas'),
        fields: category.divisions,
      },
      ...category.switches,
    ]),
  ];
  return groups
    .map(({ id, title, fields }) => ({ id: `read-${id}`, title, rows: rowsOf(fields) }))
    .filter(({ rows }) => rows.length > 0);
}

function rowsOf(fields: readonly (NumberField | SwitchField)[]): SummaryList['rows'] {
  return fields
    .map((field) => ({ term: field.label, value: wordsOf(field), action: null }))
    .filter(({ value }) => value !== '');
}

function wordsOf(field: NumberField | SwitchField): string {
  if (!('options' in field) || field.options === null) return field.value;
  const chosen = field.options.find(({ selected }) => selected);
  return chosen && chosen.value !== '' ? chosen.label : '';
}
