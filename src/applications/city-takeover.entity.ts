import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, LongText, RefId } from '../database/columns.js';

/** The city goes on with an application for which its division signed no opinion in time (P04). */
@Entity()
@Unique('city_takeover_application_unique', ['applicationId'])
export class CityTakeover {
  @Id() id!: string;
  @ForeignKey('Application', { name: 'city_takeover_application_fk' })
  @RefId()
  applicationId!: string;
  @LongText() reason!: string;
  /** Who looks after it in the city office. */
  @RefId() ownerId!: string;
  @RefId() takenBy!: string;
  @Instant() takenAt!: string;
}
