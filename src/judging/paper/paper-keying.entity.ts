import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Instant, Json, LongText, RefId } from '../../database/columns.js';

/** What one person keyed from a paper sheet. Never changed, and before the lock read by that person alone. */
@Entity()
@Unique('paper_keying_account_unique', ['paperSheetId', 'accountId'])
export class PaperKeying {
  @Id() id!: string;
  @ForeignKey('PaperSheet', { name: 'paper_keying_paper_sheet_fk' }) @RefId() paperSheetId!: string;
  @Index('paper_keying_account')
  @ForeignKey('Account', { name: 'paper_keying_account_fk' })
  @RefId()
  accountId!: string;
  /** Indicator code → hundredths of a point. */
  @Json() scores!: Record<string, number>;
  @Json() comments!: Record<string, string>;
  @LongText({ nullable: true }) dissent!: string | null;
  @Instant() keyedAt!: string;
}
