import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Json, RefId, Text, Version } from '../database/columns.js';

/** Holidays and make-up days of one year, from the State Council's notice. */
@Entity()
export class WorkingDayYear {
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @Json() holidays!: string[];
  @Json() makeUpDays!: string[];
  @Text(200) source!: string;
  @RefId({ nullable: true }) changedBy!: string | null;
  @Instant() changedAt!: string;
  @Version() version!: number;
}
