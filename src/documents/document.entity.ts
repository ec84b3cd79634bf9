import { Entity, Index } from 'typeorm';
import { Id, Instant, RefId, Text, Whole } from '../database/columns.js';

/** An uploaded file. The content lies under its hash; `owner` says whose access rule guards it. */
@Entity()
@Index('document_owner', ['ownerType', 'ownerId'])
export class Document {
  @Id() id!: string;
  @Text(20) ownerType!: string;
  @RefId() ownerId!: string;
  @Index('document_hash') @Text(64) hash!: string;
  @Text(120) name!: string;
  @Text(80) contentType!: string;
  @Whole() size!: number;
  @RefId() uploadedBy!: string;
  @Instant() uploadedAt!: string;
}
