import type { PageContext } from '../../web/page-context.js';
import type { IncomingRelation, RelationRow } from '../merchant.queries.js';

/** A tie on a record of the register, with what it is worth and what the office may do about it. */
export interface StatedRelation {
  readonly text: string;
  readonly note: string;
  readonly href: string | null;
  /** Null where there is nothing to decide here. */
  readonly decision: {
    readonly id: string;
    readonly value: string;
    readonly label: string;
  } | null;
}

export function statedRelations(
  rows: {
    readonly relations: readonly RelationRow[];
    readonly incoming: readonly IncomingRelation[];
    readonly mayEdit: boolean;
  },
  { t }: PageContext,
): readonly StatedRelation[] {
  const said = ({ name, creditCode, relation }: RelationRow | IncomingRelation) =>
    [name, creditCode, t(`merchants.relation.${relation}`)].filter(Boolean).join(' ');
  return [
    ...rows.relations.map((row) => ({
      text: said(row),
      note: noteOf(row, row.mutual === 1, t),
      href: row.relatedId ? `/office/registry/${row.relatedId}` : null,
      decision:
        rows.mayEdit && row.creditCode
          ? {
              id: row.id,
              value: row.confirmedAt ? 'released' : 'confirmed',
              label: t(`merchants.relations.${row.confirmedAt ? 'release' : 'confirm'}`, {
                name: row.name,
              }),
            }
          : null,
    })),
    ...rows.incoming.map((row) => ({
      text: t('merchants.relations.statedBy', { said: said(row) }),
      note: noteOf(row, false, t),
      href: `/office/registry/${row.merchantId}`,
      decision: null,
    })),
  ];
}

/** What a tie is worth, in words for both the merchant and the office. */
export function noteOf(
  { confirmedAt }: { readonly confirmedAt: string | null },
  mutual: boolean,
  t: PageContext['t'],
): string {
  const standing = confirmedAt ? 'confirmed' : mutual ? 'both' : 'oneSide';
  return t(`merchants.relations.standing.${standing}`);
}
