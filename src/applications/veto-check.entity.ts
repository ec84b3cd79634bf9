import { Entity, ForeignKey, Index } from 'typeorm';
import { Day, Id, Instant, LongText, OneOf, RefId, Text } from '../database/columns.js';
import { CHECK_POINTS, type CheckPoint } from '../rules/lifecycle/check-point.js';

export const vetoResults = ['Clear', 'Flag', 'Hit', 'Unavailable'] as const;
export type VetoResult = (typeof vetoResults)[number];

/** One veto rule tested at one check point: source, as-of date, result, by whom. Never edited. */
@Entity()
export class VetoCheck {
  @Id() id!: string;
  @Index('veto_check_application')
  @ForeignKey('Application', { name: 'veto_check_application_fk' })
  @RefId()
  applicationId!: string;
  @OneOf(CHECK_POINTS) checkPoint!: CheckPoint;
  @Text(4) rule!: string;
  @Text(60) source!: string;
  @Day() asOf!: string;
  @OneOf(vetoResults) result!: VetoResult;
  /** Day of the authority's decision behind a hit or flag. */
  @Day({ nullable: true }) decidedOn!: string | null;
  /** Day on which the record ended or the credit was restored. */
  @Day({ nullable: true }) clearedOn!: string | null;
  @LongText({ nullable: true }) note!: string | null;
  @RefId({ nullable: true }) evidenceId!: string | null;
  @RefId() checkerId!: string;
  @Instant() checkedAt!: string;
  @RefId({ nullable: true }) secondReaderId!: string | null;
  @Instant({ nullable: true }) secondReadAt!: string | null;
}
