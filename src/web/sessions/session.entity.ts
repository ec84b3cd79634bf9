import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Instant, Json, RefId } from '../../database/columns.js';

/** A browser's session; the id is stored hashed, so the table alone signs nobody in. */
@Entity()
export class Session {
  @PrimaryColumn({ type: 'varchar', length: 64 }) idHash!: string;
  @Index('session_account') @RefId({ nullable: true }) accountId!: string | null;
  @Json() data!: Record<string, unknown>;
  @Instant() lastSeenAt!: string;
}
