import type { PageContext } from '../../../web/page-context.js';
import type { AwardListRecord } from '../award-list.queries.js';
import type { AwardListRow } from '../award-list.entity.js';
import { divisionName } from '../../pages/labels.js';

/** The listed fields and no others, for page, print and download alike. */
export interface ListTable {
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly ListTableRow[];
}

export interface ListTableRow {
  readonly serial: number;
  readonly category: string;
  readonly division: string;
  readonly name: string;
  readonly main: string;
}

export function listTable(
  context: Pick<PageContext, 't'>,
  list: Pick<AwardListRecord, 'rows' | 'programmeName' | 'kind'>,
  id: string,
): ListTable {
  return {
    id,
    caption: context.t(`awards.list.caption.${list.kind}`, {
      programme: list.programmeName,
      count: list.rows.length,
    }),
    rows: list.rows.map((row) => listTableRow(context, row)),
  };
}

export function listTableRow({ t }: Pick<PageContext, 't'>, row: AwardListRow): ListTableRow {
  return {
    serial: row.serial,
    category: t(`awards.category.${row.category}`),
    division: divisionName(t, row.divisionCode),
    name: row.name,
    main: row.main,
  };
}
