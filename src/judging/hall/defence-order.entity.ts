import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  Id,
  Instant,
  Json,
  LongText,
  RefId,
  Text,
  Version,
  Whole,
} from '../../database/columns.js';
import type { DefenceOrderRecord } from '../../rules/hall/defence-order.js';

/**
 * A witnessed draw of the order in which a round is heard, from the commitment to the record. The one
 * with the highest number holds; another is drawn only for somebody who was not on its list.
 */
@Entity()
@Unique('defence_order_number_unique', ['roundId', 'number'])
export class DefenceOrder {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'defence_order_round_fk' }) @RefId() roundId!: string;
  @Whole() number!: number;
  /** Label → application: the record names labels only, so that anybody may read it. */
  @Json() labels!: Readonly<Record<string, string>>;
  @Text(64) listHash!: string;
  @Text(64) commitment!: string;
  /** The office's half of the chance, sealed until the draw and gone after it. */
  @LongText({ nullable: true }) seedSealed!: string | null;
  @RefId() committedBy!: string;
  @Instant() committedAt!: string;
  @Text(100, { nullable: true }) witness!: string | null;
  @RefId({ nullable: true }) witnessedBy!: string | null;
  @Instant({ nullable: true }) witnessedAt!: string | null;
  @RefId({ nullable: true }) drawnBy!: string | null;
  @Instant({ nullable: true }) drawnAt!: string | null;
  @Json({ nullable: true }) record!: DefenceOrderRecord | null;
  @Version() version!: number;
}
