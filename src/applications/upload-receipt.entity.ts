import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Instant, RefId, Text, Whole } from '../database/columns.js';

/** An upload with the instants at which it began and was complete (process §10, K3). */
@Entity()
@Unique('upload_receipt_number_unique', ['number'])
export class UploadReceipt {
  @Id() id!: string;
  @Text(24) number!: string;
  @Index('upload_receipt_application')
  @ForeignKey('Application', { name: 'upload_receipt_application_fk' })
  @RefId()
  applicationId!: string;
  @RefId() accountId!: string;
  @Instant() startedAt!: string;
  @Instant() completedAt!: string;
  @Whole() files!: number;
}
