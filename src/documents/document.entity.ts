import { Entity, Index } from 'typeorm';
import { Id, Instant, OneOf, RefId, Text, Whole } from '../database/columns.js';
import { BLIND_PROBLEMS, type BlindProblem } from './blind-copy/clean-result.js';

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
  /** Evidence only: the copy without identifying metadata that blind rounds show, by its SHA-256. */
  @Text(64, { nullable: true }) blindHash!: string | null;
  /** Kind of that copy; another than the original's where the office made it by hand. */
  @Text(80, { nullable: true }) blindType!: string | null;
  /** Why there is no such copy; null with `blindHash` null where none was tried. */
  @OneOf(BLIND_PROBLEMS, { nullable: true }) blindProblem!: BlindProblem | null;
  /** 64-bit perceptual hash of a picture. */
  @Text(16, { nullable: true }) pictureHash!: string | null;
  @RefId() uploadedBy!: string;
  @Instant() uploadedAt!: string;
}
