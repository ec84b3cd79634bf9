import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Json, LongText, RefId } from '../../database/columns.js';

/** A secret ballot of the committee between tied applications: only the counts are kept. */
@Entity()
export class Ballot {
  @Id() id!: string;
  @Index('ballot_category')
  @ForeignKey('Category', { name: 'ballot_category_fk' })
  @RefId()
  categoryId!: string;
  /** Votes by receipt number. */
  @Json() votes!: Record<string, number>;
  @LongText() minutes!: string;
  @RefId() recordedBy!: string;
  @Instant() recordedAt!: string;
}
