import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Instant, Json, LongText, OneOf, RefId, Text } from '../../database/columns.js';
import { CONFLICT_STATES, type ConflictState } from '../../rules/lifecycle/conflict-states.js';

/** A judge's answer on one application, and what the office decided about a soft ground. */
@Entity()
@Unique('conflict_declaration_unique', ['seatId', 'applicationId'])
export class ConflictDeclaration {
  @Id() id!: string;
  @ForeignKey('Seat', { name: 'conflict_declaration_seat_fk' }) @RefId() seatId!: string;
  @Index('conflict_declaration_application')
  @ForeignKey('Application', { name: 'conflict_declaration_application_fk' })
  @RefId()
  applicationId!: string;
  /** Ground number 1–7 of the catalogue, null for none. */
  @Text(4, { nullable: true }) ground!: string | null;
  /** Further grounds of the same answer; null for none. */
  @Json({ nullable: true }) moreGrounds!: string[] | null;
  @LongText({ nullable: true }) explanation!: string | null;
  /** Automatic hits shown when the judge answered. */
  @Json() hits!: string[];
  @OneOf(CONFLICT_STATES) state!: ConflictState;
  @Instant() declaredAt!: string;
  @RefId({ nullable: true }) decidedBy!: string | null;
  @LongText({ nullable: true }) decisionReason!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
}
