import { Entity, Index } from 'typeorm';
import { Id, Instant, RefId, Text, Whole } from '../../../database/columns.js';

/**
 * The page of a file that a judge's score for an indicator rests on. Like the comment it is part of the sheet:
 * for its judge alone before the lock, on the working afterwards, kept as long as the sheet.
 */
@Entity()
@Index('evidence_pin_sheet', ['sheetId'])
export class EvidencePin {
  @Id() id!: string;
  /** A score sheet or a repeat. */
  @RefId() sheetId!: string;
  @Text(20) indicator!: string;
  @RefId() documentId!: string;
  /** Null for the file as a whole. */
  @Whole({ nullable: true }) page!: number | null;
  @Instant() pinnedAt!: string;
}
