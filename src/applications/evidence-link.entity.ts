import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, RefId, Text } from '../database/columns.js';

/** Ties one uploaded file to the indicator it proves. */
@Entity()
export class EvidenceLink {
  @Id() id!: string;
  @Index('evidence_link_application')
  @ForeignKey('Application', { name: 'evidence_link_application_fk' })
  @RefId()
  applicationId!: string;
  @ForeignKey('Document', { name: 'evidence_link_document_fk' }) @RefId() documentId!: string;
  @Text(12) indicator!: string;
  @Text(50) caption!: string;
  @Instant() createdAt!: string;
}
