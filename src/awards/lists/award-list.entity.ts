import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  Day,
  Id,
  Instant,
  Json,
  LongText,
  OneOf,
  RefId,
  Text,
  Whole,
} from '../../database/columns.js';
import type { LeftOut } from './left-out.js';
import { LIST_STATES, type ListState } from '../../rules/lifecycle/record-states.js';

export const listKinds = ['proposed', 'award'] as const;

/** One version of the proposed or the final list. Rows hold only what may be published. */
@Entity()
@Unique('award_list_number_unique', ['programmeId', 'kind', 'number'])
export class AwardList {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 'award_list_programme_fk' }) @RefId() programmeId!: string;
  @OneOf(listKinds) kind!: (typeof listKinds)[number];
  @Whole() number!: number;
  @OneOf(LIST_STATES) state!: ListState;
  @Json() rows!: AwardListRow[];
  @Text(64) hash!: string;
  /** The bundle from which a stranger recomputes the list; null for historical programmes. */
  @Json({ nullable: true }) bundle!: unknown;
  @Text(64, { nullable: true }) inputHash!: string | null;
  @Text(40, { nullable: true }) documentNumber!: string | null;
  /** Meeting or signature behind the decision. */
  @LongText({ nullable: true }) minutes!: string | null;
  @LongText({ nullable: true }) supervisorStatement!: string | null;
  @RefId({ nullable: true }) supervisedBy!: string | null;
  @LongText({ nullable: true }) correctionReason!: string | null;
  /** Whom the public notice named and this list does not, by reason; null where there is nobody. */
  @Json({ nullable: true }) leftOut!: LeftOut | null;
  @RefId() preparedBy!: string;
  @Instant() preparedAt!: string;
  @RefId({ nullable: true }) confirmedBy!: string | null;
  @Instant({ nullable: true }) confirmedAt!: string | null;
  @Day({ nullable: true }) publishedOn!: string | null;
}

export interface AwardListRow {
  readonly serial: number;
  readonly category: string;
  readonly divisionCode: string;
  readonly name: string;
  readonly main: string;
  readonly applicationId: string | null;
  readonly merchantId: string | null;
  readonly standing: number | null;
}
