import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Flag, Id, Instant, LongText, RefId, Whole } from '../../database/columns.js';

/** A numbered place on the panel of one category; the number stays when the judge is replaced. */
@Entity()
@Unique('seat_number_unique', ['categoryId', 'number', 'expertId', 'seatedAt'])
export class Seat {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 'seat_programme_fk' }) @RefId() programmeId!: string;
  @Index('seat_category')
  @ForeignKey('Category', { name: 'seat_category_fk' })
  @RefId()
  categoryId!: string;
  @Whole() number!: number;
  @Index('seat_expert')
  @ForeignKey('Expert', { name: 'seat_expert_fk' })
  @RefId()
  expertId!: string;
  /** The witnessed draw that filled the seat; null for one filled by hand. */
  @Index('seat_draw')
  @ForeignKey('Draw', { name: 'seat_draw_fk' })
  @RefId({ nullable: true })
  drawId!: string | null;
  @Flag() chair!: boolean;
  @Flag() alternate!: boolean;
  @LongText() reason!: string;
  @RefId() seatedBy!: string;
  @Instant() seatedAt!: string;
  @Instant({ nullable: true }) declaredAt!: string | null;
  @Instant({ nullable: true }) vacatedAt!: string | null;
  @LongText({ nullable: true }) vacatedReason!: string | null;
}
