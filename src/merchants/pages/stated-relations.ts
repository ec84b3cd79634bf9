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
      note: noteOf(row, row.mutual === 1 ? 'both' : 'oneSide', t),
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
      note: noteOf(row, 'incoming', t),
      href: `/office/registry/${row.merchantId}`,
      decision: null,
    })),
  ];
}

/** Who has stated a tie: both sides, the one whose page it is, or only the other. */
export type StatedBy = 'both' | 'oneSide' | 'incoming';

/** What a tie is worth, in words for both the merchant and the office. */
export function noteOf(
  { confirmedAt }: { readonly confirmedAt: string | null },
  stated: StatedBy,
  t: PageContext['t'],
): string {
  return t(`merchants.relations.standing.${confirmedAt ? 'confirmed' : stated}`);
}
