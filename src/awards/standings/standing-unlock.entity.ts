import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, LongText, RefId } from '../../database/columns.js';

/**
 * One unlock of a locked version (rule R4): who asked and why, who agreed, who witnessed. A version may be
 * opened more than once; each time is a row of its own. Without a witness it is under way. Of unlocks
 * from before these rows a name or a time may be missing.
 */
@Entity()
export class StandingUnlock {
  @Id() id!: string;
  @Index('standing_unlock_lock')
  @ForeignKey('StandingLock', { name: 'standing_unlock_lock_fk' })
  @RefId()
  lockId!: string;
  @LongText() reason!: string;
  @RefId({ nullable: true }) askedBy!: string | null;
  @Instant({ nullable: true }) askedAt!: string | null;
  @RefId({ nullable: true }) agreedBy!: string | null;
  @Instant({ nullable: true }) agreedAt!: string | null;
  @RefId({ nullable: true }) witnessedBy!: string | null;
  @Instant({ nullable: true }) witnessedAt!: string | null;
}
