import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Day, Flag, Id, Instant, OneOf, RefId, Version } from '../database/columns.js';
import type { RoundState } from '../rules/lifecycle/round-lifecycle.js';

export const roundKinds = ['material', 'defence'] as const;
export type RoundKind = (typeof roundKinds)[number];
/** When a judge may see the scores of other judges. */
export const visibilities = ['never', 'afterOwnSignature', 'afterLock'] as const;
export type Visibility = (typeof visibilities)[number];

/** The check of the foundation allows one word that no step writes. */
const storedStates = ['Planned', 'Declaring', 'Open', 'Locked'];

/** One stage of judging in one category: its sheet, its days and who sees what. */
@Entity()
@Unique('round_kind_unique', ['categoryId', 'kind'])
export class Round {
  @Id() id!: string;
  @Index('round_programme')
  @ForeignKey('Programme', { name: 'round_programme_fk' })
  @RefId()
  programmeId!: string;
  @ForeignKey('Category', { name: 'round_category_fk' }) @RefId() categoryId!: string;
  @OneOf(roundKinds) kind!: RoundKind;
  @OneOf(storedStates) state!: RoundState;
  @Flag() blind!: boolean;
  /** Whether judges score one own file twice without knowing which. */
  @Flag() repeats!: boolean;
  @OneOf(visibilities) otherScores!: Visibility;
  @Day() opensOn!: string;
  @Day() closesOn!: string;
  /** When the office found it complete; sheets issued afterwards open it again. */
  @Instant({ nullable: true }) closedAt!: string | null;
  @Instant({ nullable: true }) lockedAt!: string | null;
  @Version() version!: number;
}
