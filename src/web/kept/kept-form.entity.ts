import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Instant, LongText, RefId } from '../../database/columns.js';

/** What somebody is typing into a long form. It holds numbers and names, so it is sealed. */
@Entity()
export class KeptForm {
  /** Of the person, the merchant and the page. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) placeHash!: string;
  @Index('kept_form_account') @RefId() accountId!: string;
  @LongText() sealed!: string;
  @Instant() savedAt!: string;
}
