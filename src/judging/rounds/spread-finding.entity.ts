import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Flag, Id, Instant, RefId } from '../../database/columns.js';

/**
 * How the tests of the spread rule came out for an application when the first pass of its round was
 * signed. It goes when the first pass of the application begins again: a sheet of it is void, or
 * another judge has to score it.
 */
@Entity()
@Unique('spread_finding_application_unique', ['roundId', 'applicationId'])
export class SpreadFinding {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'spread_finding_round_fk' }) @RefId() roundId!: string;
  @Index('spread_finding_application')
  @ForeignKey('Application', { name: 'spread_finding_application_fk' })
  @RefId()
  applicationId!: string;
  @Flag() byRange!: boolean;
  @Flag() byDeviation!: boolean;
  @Instant() foundAt!: string;
}
