import { Entity, Unique } from 'typeorm';
import { Flag, Id, Instant, Json, RefId, Text, Version } from '../../database/columns.js';

/** A person in the expert pool; becomes a judge when seated on a panel. */
@Entity()
@Unique('expert_account_unique', ['accountId'])
export class Expert {
  @Id() id!: string;
  @RefId() accountId!: string;
  @Text(20) name!: string;
  @Text(40) field!: string;
  @Text(60) organisation!: string;
  @Text(40) organisationType!: string;
  @Text(12, { nullable: true }) divisionCode!: string | null;
  @Text(60, { nullable: true }) address!: string | null;
  @Json() categories!: string[];
  /** Goods categories the expert knows well; null while nobody has asked. */
  @Json({ nullable: true }) topics!: string[] | null;
  @Flag() active!: boolean;
  @Instant() addedAt!: string;
  @Version() version!: number;
}
