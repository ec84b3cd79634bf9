import { ExportWorkbook } from './export-workbook.js';
import { ImportWorkbook } from './import-workbook.js';
import { OpenSheetQueries } from './open-sheets.queries.js';
import { PlanWorkbook } from './plan-workbook.js';

/** Everything of this subject that the module of the room makes. */
export const WORKBOOK_PROVIDERS = [ExportWorkbook, ImportWorkbook, OpenSheetQueries, PlanWorkbook];
