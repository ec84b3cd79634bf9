import { Entity, Index, Unique } from 'typeorm';
import { Day, Id, Instant, LongText, OneOf, RefId, Text, Version } from '../../database/columns.js';

/** As what somebody comes to the window: the merchant's head, or somebody the head has sent. */
export const capacities = ['head', 'agent'] as const;
export type Capacity = (typeof capacities)[number];

/**
 * Somebody came with paper, and a clerk types it in for the merchant (rule K5). It holds for the day on
 * which it was opened. Who came is sealed.
 */
@Entity()
@Unique('window_entry_receipt_unique', ['receiptNumber'])
@Index('window_entry_by', ['enteredBy', 'openedOn'])
export class WindowEntry {
  @Id() id!: string;
  @Text(20) receiptNumber!: string;
  /** A merchant of the register, or the id under which the new one will stand there. */
  @Index('window_entry_merchant') @RefId() merchantId!: string;
  @LongText() personSealed!: string;
  @OneOf(capacities) capacity!: Capacity;
  /** Scan of the signed paper that was brought. */
  @RefId() sheetId!: string;
  @RefId() enteredBy!: string;
  @Instant() openedAt!: string;
  @Day() openedOn!: string;
  @Instant({ nullable: true }) closedAt!: string | null;
  @Version() version!: number;
}
