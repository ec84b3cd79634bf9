import { Entity, Unique } from 'typeorm';
import { Id, Instant, RefId, Text } from '../../database/columns.js';

/** A number of a document that is issued outside this register; it is never given again. */
@Entity()
@Unique('reserved_number_unique', ['documentNumber'])
export class ReservedNumber {
  @Id() id!: string;
  @Text(40) documentNumber!: string;
  /** Which paper bears it. */
  @Text(120) purpose!: string;
  /** Why it is not the next one; null where it is. */
  @Text(100, { nullable: true }) reason!: string | null;
  @RefId() reservedBy!: string;
  @Instant() reservedAt!: string;
}
