import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  Id,
  Instant,
  Json,
  LongText,
  OneOf,
  RefId,
  Text,
  Version,
  Whole,
} from '../../database/columns.js';
import type { DrawCandidate, DrawRecord, DrawTerms } from '../../rules/draw/draw-record.js';
import type { GroupNames } from '../../rules/draw/label-groups.js';
import { DRAW_STATES, type DrawState } from '../../rules/lifecycle/draw-states.js';

export interface Exclusion {
  readonly expertId: string;
  /** What the office wrote; null where a rule of the lifecycle bars the person. */
  readonly reason: string | null;
  /** Locale key of the rule that bars the person. */
  readonly code: string | null;
}

/**
 * One witnessed draw of the judges of a category, from the frozen list to the signed record. A voided
 * draw stays; the next one takes the next number.
 */
@Entity()
@Unique('draw_number_unique', ['categoryId', 'number'])
export class Draw {
  @Id() id!: string;
  @Index('draw_programme')
  @ForeignKey('Programme', { name: 'draw_programme_fk' })
  @RefId()
  programmeId!: string;
  @ForeignKey('Category', { name: 'draw_category_fk' }) @RefId() categoryId!: string;
  @Whole() number!: number;
  @OneOf(DRAW_STATES) state!: DrawState;
  /** The record this one draws on from when no alternate was left (R6). */
  @RefId({ nullable: true }) previousId!: string | null;
  @Json() terms!: DrawTerms;
  @Json() exclusions!: readonly Exclusion[];
  @RefId() begunBy!: string;
  @Instant() begunAt!: string;
  @Json({ nullable: true }) candidates!: readonly DrawCandidate[] | null;
  /** From the freezing on, terms and candidates carry labels; this says what they stand for. */
  @Json({ nullable: true }) groupNames!: GroupNames | null;
  @Text(64, { nullable: true }) listHash!: string | null;
  @RefId({ nullable: true }) frozenBy!: string | null;
  @Instant({ nullable: true }) frozenAt!: string | null;
  @Text(64, { nullable: true }) commitment!: string | null;
  /** The office's half of the chance, sealed until the reveal and gone after it. */
  @LongText({ nullable: true }) seedSealed!: string | null;
  @RefId({ nullable: true }) committedBy!: string | null;
  @Instant({ nullable: true }) committedAt!: string | null;
  @Text(100, { nullable: true }) witness!: string | null;
  @RefId({ nullable: true }) witnessedBy!: string | null;
  @Instant({ nullable: true }) witnessedAt!: string | null;
  @RefId({ nullable: true }) revealedBy!: string | null;
  @Instant({ nullable: true }) revealedAt!: string | null;
  @Json({ nullable: true }) record!: DrawRecord | null;
  /** Head of the journal after the entry of the reveal. */
  @Text(64, { nullable: true }) chainHead!: string | null;
  @RefId({ nullable: true }) officeSignedBy!: string | null;
  @Instant({ nullable: true }) officeSignedAt!: string | null;
  @Instant({ nullable: true }) witnessSignedAt!: string | null;
  @LongText({ nullable: true }) voidReason!: string | null;
  @RefId({ nullable: true }) voidProposedBy!: string | null;
  @Instant({ nullable: true }) voidProposedAt!: string | null;
  @RefId({ nullable: true }) voidedBy!: string | null;
  @Instant({ nullable: true }) voidedAt!: string | null;
  @Version() version!: number;
}
