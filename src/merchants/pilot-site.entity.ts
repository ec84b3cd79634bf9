import { Entity } from 'typeorm';
import { Id, OneOf, Text, Whole } from '../database/columns.js';

/** A town or village that a division named as a pilot. */
@Entity()
export class PilotSite {
  @Id() id!: string;
  @Text(12) divisionCode!: string;
  @OneOf(['town', 'village']) kind!: 'town' | 'village';
  @Text(40) name!: string;
  @Whole() sinceYear!: number;
}
