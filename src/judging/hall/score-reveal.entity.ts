import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Instant, Json, RefId } from '../../database/columns.js';

/** The chair showed a merchant's points in the hall. Once, and never taken back. */
@Entity()
@Unique('score_reveal_application_unique', ['roundId', 'applicationId'])
export class ScoreReveal {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'score_reveal_round_fk' }) @RefId() roundId!: string;
  @Index('score_reveal_application')
  @ForeignKey('Application', { name: 'score_reveal_application_fk' })
  @RefId()
  applicationId!: string;
  /** The sheets that were shown; where one of them falls later, nothing is shown any more. */
  @Json() sheets!: readonly string[];
  @RefId() revealedBy!: string;
  @Instant() revealedAt!: string;
}
