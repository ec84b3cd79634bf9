import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, LongText, RefId } from '../../database/columns.js';

/** What an objector added after filing: a file, some words about it, or both. It is never changed. */
@Entity()
export class ObjectionAddition {
  @Id() id!: string;
  @Index('objection_addition_objection')
  @ForeignKey('Objection', { name: 'objection_addition_objection_fk' })
  @RefId()
  objectionId!: string;
  @LongText({ nullable: true }) note!: string | null;
  @RefId({ nullable: true }) documentId!: string | null;
  @Instant() addedAt!: string;
}
