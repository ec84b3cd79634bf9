import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Instant, Json, RefId, Text } from '../database/columns.js';

/** One link of the chain: ids, codes and hashes only, no names and no free personal text. */
@Entity()
export class JournalEntry {
  @PrimaryColumn({ type: 'integer' }) sequence!: number;
  @Instant() at!: string;
  @RefId({ nullable: true }) actorId!: string | null;
  @Text(40) actorRole!: string;
  @Text(60) event!: string;
  @Text(40) subjectType!: string;
  @Index('journal_entry_subject') @Text(40) subjectId!: string;
  @Index('journal_entry_programme') @RefId({ nullable: true }) programmeId!: string | null;
  @Json() details!: Record<string, unknown>;
  @Text(32, { nullable: true }) salt!: string | null;
  @Text(64) previousHash!: string;
  @Text(64) hash!: string;
}
