import { quotedList } from '../database/quoted-list.js';
import { anchorIn, anchorSheetIn } from '../rules/lifecycle/anchor-states.js';

/** Of a confirmed anchor `a`, whether an account still owes its part; SQL that others embed. */
export function undoneBy(account: string): string {
  return `a.state IN (${quotedList(anchorIn.confirmed)}) AND NOT EXISTS (SELECT 1 FROM anchor_sheet done
    WHERE done.anchor_id = a.id AND done.account_id = ${account}
      AND done.state IN (${quotedList(anchorSheetIn.done)}))`;
}

/** How many anchors the judge of a sheet `sh` still owes before the files of its round `r` open. */
export const ANCHORS_OPEN = `(SELECT COUNT(*) FROM anchor_dossier a
  WHERE r.kind = 'material' AND a.category_id = r.category_id AND ${undoneBy('sh.account_id')})`;
