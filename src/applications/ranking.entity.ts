import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Text, Whole } from '../database/columns.js';
import { RANKING_STATES, type RankingState } from '../rules/lifecycle/ranking-states.js';

/**
 * The order in which a division recommends in one category, as one thing: who handed it over, who signed
 * or returned it. The places themselves stand on the recommendations.
 */
@Entity()
@Unique('ranking_division_unique', ['categoryId', 'divisionCode'])
export class Ranking {
  @Id() id!: string;
  @ForeignKey('Category', { name: 'ranking_category_fk' }) @RefId() categoryId!: string;
  @Text(12) divisionCode!: string;
  @OneOf(RANKING_STATES) state!: RankingState;
  /** When the order was saved last. */
  @Instant() orderedAt!: string;
  @RefId({ nullable: true }) handedBy!: string | null;
  @Instant({ nullable: true }) handedAt!: string | null;
  @LongText({ nullable: true }) returnReason!: string | null;
  @RefId({ nullable: true }) signedBy!: string | null;
  @Instant({ nullable: true }) signedAt!: string | null;
  @RefId({ nullable: true }) sealScanId!: string | null;
  /** Counts every act on it, also where only places on the recommendations change. */
  @Whole() version!: number;
}
