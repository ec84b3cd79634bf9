import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Json, RefId, Text } from '../database/columns.js';

/** A text the applicant accepted, by the hash of what was shown. */
@Entity()
export class Declaration {
  @Id() id!: string;
  @Index('declaration_application')
  @ForeignKey('Application', { name: 'declaration_application_fk' })
  @RefId()
  applicationId!: string;
  @Text(40) kind!: string;
  @Text(64) textHash!: string;
  @Json() items!: string[];
  @RefId() accountId!: string;
  @Text(45, { nullable: true }) address!: string | null;
  @Instant() acceptedAt!: string;
}
