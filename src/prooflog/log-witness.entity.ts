import { Entity, Unique } from 'typeorm';
import { Id, Instant, Text } from '../database/columns.js';

/** Somebody outside the office who follows the log and cosigns where it ends. */
@Entity()
@Unique('log_witness_key_unique', ['publicKey'])
export class LogWitness {
  @Id() id!: string;
  /** Name of the key, such as `library.example`. */
  @Text(200) name!: string;
  /** Ed25519, 64 hex digits. */
  @Text(64) publicKey!: string;
  @Instant() addedAt!: string;
  /** What it cosigned until then stays. */
  @Instant({ nullable: true }) retiredAt!: string | null;
}
