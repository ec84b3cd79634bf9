import { categoryNamed } from '../../../programmes/category-names.js';
import type { AwardListRecord } from '../award-list.queries.js';
import type { AwardListRow } from '../award-list.entity.js';
import { type ListWords, listRemarks } from './list-remarks.js';
import { divisionName } from '../../pages/labels.js';

/** The listed fields and no others, for page, print and download alike. */
export interface ListTable {
  readonly id: string;
  readonly caption: string;
  /** Of the list as a whole: what it corrects, why it is shorter. */
  readonly remarks: readonly string[];
  readonly rows: readonly ListTableRow[];
}

export interface ListTableRow {
  readonly serial: number;
  readonly category: string;
  readonly division: string;
  readonly name: string;
  readonly main: string;
}

export function listTable(context: ListWords, list: AwardListRecord, id: string): ListTable {
  return {
    id,
    caption: context.t(`awards.list.caption.${list.kind}`, {
      programme: list.programmeName,
      count: list.rows.length,
    }),
    remarks: listRemarks(context, list),
    rows: list.rows.map((row) => listTableRow(context, list, row)),
  };
}

export function listTableRow(
  { t, lang }: ListWords,
  { categories }: Pick<AwardListRecord, 'categories'>,
  row: AwardListRow,
): ListTableRow {
  return {
    serial: row.serial,
    category: categoryNamed(categories, row.category, lang),
    division: divisionName(t, row.divisionCode),
    name: row.name,
    main: row.main,
  };
}
