import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, RefId } from '../../database/columns.js';

/** While it has no end, this one application waits and all others go on. */
@Entity()
export class Hold {
  @Id() id!: string;
  @Index('hold_application')
  @ForeignKey('Application', { name: 'hold_application_fk' })
  @RefId()
  applicationId!: string;
  @ForeignKey('Objection', { name: 'hold_objection_fk' }) @RefId() objectionId!: string;
  @Instant() since!: string;
  @Instant({ nullable: true }) endedAt!: string | null;
}
