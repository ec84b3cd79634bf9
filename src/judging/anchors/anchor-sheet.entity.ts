import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Instant, Json, OneOf, RefId, Version } from '../../database/columns.js';
import { ANCHOR_SHEET_STATES, type AnchorSheetState } from '../../rules/lifecycle/anchor-states.js';

/** What one judge gave an anchor. It counts for nothing and is that judge's alone until the lock. */
@Entity()
@Unique('anchor_sheet_account_unique', ['anchorId', 'accountId'])
export class AnchorSheet {
  @Id() id!: string;
  @ForeignKey('AnchorDossier', { name: 'anchor_sheet_anchor_fk' }) @RefId() anchorId!: string;
  @Index('anchor_sheet_account')
  @ForeignKey('Account', { name: 'anchor_sheet_account_fk' })
  @RefId()
  accountId!: string;
  @OneOf(ANCHOR_SHEET_STATES) state!: AnchorSheetState;
  @Json() scores!: Readonly<Record<string, number>>;
  @Json() comments!: Readonly<Record<string, string>>;
  @Instant() savedAt!: string;
  @Instant({ nullable: true }) submittedAt!: string | null;
  @Instant({ nullable: true }) acknowledgedAt!: string | null;
  @Version() version!: number;
}
