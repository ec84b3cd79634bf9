import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  Day,
  Id,
  Instant,
  Json,
  LongText,
  OneOf,
  RefId,
  Text,
  Version,
} from '../../database/columns.js';
import type { Channel } from './channels.js';
import { FINDINGS, type Finding } from '../../rules/lifecycle/objection-groups.js';
import {
  OBJECTION_STATES,
  type ObjectionState,
} from '../../rules/lifecycle/objection-lifecycle.js';

/** A statement against a listed merchant or the procedure. Who objects is sealed. */
@Entity()
@Unique('objection_receipt_unique', ['receiptNumber'])
export class Objection {
  @Id() id!: string;
  @Text(20) receiptNumber!: string;
  /** Hash of the code that lets the objector follow it without an account. */
  @Text(64) followHash!: string;
  @Index('objection_notice')
  @ForeignKey('Notice', { name: 'objection_notice_fk' })
  @RefId()
  noticeId!: string;
  @Index('objection_application') @RefId({ nullable: true }) applicationId!: string | null;
  @OneOf(['unit', 'person', 'anonymous']) identityKind!: 'unit' | 'person' | 'anonymous';
  @LongText({ nullable: true }) identitySealed!: string | null;
  /** Keyed hash of the mobile that was given; null where none was. */
  @Index('objection_mobile') @Text(64, { nullable: true }) mobileLookup!: string | null;
  @LongText() substance!: string;
  @RefId({ nullable: true }) evidenceId!: string | null;
  /** When something was added last. */
  @Instant({ nullable: true }) addedAt!: string | null;
  @OneOf(OBJECTION_STATES) state!: ObjectionState;
  @Instant() receivedAt!: string;
  @Day({ nullable: true }) acceptBy!: string | null;
  @Day({ nullable: true }) decideBy!: string | null;
  /** Why the ten working days were extended, once; null while they were not. */
  @LongText({ nullable: true }) extensionReason!: string | null;
  /** Experts who look again and did not judge the application. */
  @Json({ nullable: true }) reReviewers!: string[] | null;
  @RefId({ nullable: true }) acceptedBy!: string | null;
  @Instant({ nullable: true }) acceptedAt!: string | null;
  @LongText({ nullable: true }) merchantAnswer!: string | null;
  /** Null before the decision, and of most that were decided before this was kept. */
  @OneOf(FINDINGS, { nullable: true }) finding!: Finding | null;
  @LongText({ nullable: true }) decisionReason!: string | null;
  @RefId({ nullable: true }) decidedBy!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
  @LongText({ nullable: true }) reply!: string | null;
  @Instant({ nullable: true }) repliedAt!: string | null;
  /** How it came when the office entered it; null for one filed on the site. */
  @Text(20, { nullable: true }) channel!: Channel | null;
  @RefId({ nullable: true }) enteredBy!: string | null;
  @Version() version!: number;
}
