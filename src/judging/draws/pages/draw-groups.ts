import type { DrawSkip } from '../../../rules/draw/draw-record.js';
import type { GroupNames } from '../../../rules/draw/label-groups.js';
import type { PageContext } from '../../../web/page-context.js';
import type { DrawRow } from '../draw.queries.js';
import { divisionName } from '../../experts/pages/expert.page.js';

type Named = Pick<DrawRow, 'groupNames'>;

/** What a label of the frozen list stands for, with the label that is hashed; the office reads both. */
export function groupName(
  { groupNames }: Named,
  kind: keyof GroupNames,
  label: string,
  context: PageContext,
): string {
  const { t } = context;
  const known = groupNames?.[kind][label];
  if (kind === 'divisions') {
    if (label === '') return divisionName(null, context);
    if (known === undefined) return label;
    return t('judging.draw.group', { name: divisionName(known, context), label });
  }
  return known === undefined ? label : t('judging.draw.group', { name: known, label });
}

/** The variables of a skip with names instead of labels. */
export function groupVariables(
  draw: Named,
  { variables }: DrawSkip,
  context: PageContext,
): DrawSkip['variables'] {
  const named = KINDS.flatMap(([variable, kind]) => {
    const value = variables[variable];
    if (typeof value !== 'string') return [];
    const names = value.split(', ').map((label) => groupName(draw, kind, label, context));
    return [[variable, names.join(context.t('navigation.listComma'))] as const];
  });
  return { ...variables, ...Object.fromEntries(named) };
}

const KINDS = [
  ['organisation', 'organisations'],
  ['division', 'divisions'],
  ['field', 'fields'],
  ['fields', 'fields'],
] as const;
