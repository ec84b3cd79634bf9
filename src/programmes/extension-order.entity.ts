import { Entity, ForeignKey, Index } from 'typeorm';
import { Day, Flag, Id, Instant, LongText, OneOf, RefId, Text } from '../database/columns.js';

/** A recorded change of a deadline, for one application, one division or all. */
@Entity()
export class ExtensionOrder {
  @Id() id!: string;
  @Index('extension_order_programme')
  @ForeignKey('Programme', { name: 'extension_order_programme_fk' })
  @RefId()
  programmeId!: string;
  @Text(40) phase!: string;
  @OneOf(['all', 'division', 'application']) scope!: 'all' | 'division' | 'application';
  @Text(20, { nullable: true }) scopeId!: string | null;
  @Day() newLastDay!: string;
  /** Whether who has not begun an application may still begin one. */
  @Flag() newDrafts!: boolean;
  @LongText() reason!: string;
  @RefId() orderedBy!: string;
  @Instant() orderedAt!: string;
}
