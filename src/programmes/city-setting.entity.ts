import { Entity, PrimaryColumn } from 'typeorm';
import { Text } from '../database/columns.js';

/** A setting of the installation that must outlive a restart, such as the demonstration's date. */
@Entity()
export class CitySetting {
  @PrimaryColumn({ type: 'varchar', length: 40 }) name!: string;
  @Text(200) value!: string;
}
