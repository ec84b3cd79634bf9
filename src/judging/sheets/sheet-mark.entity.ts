import { Entity, Unique } from 'typeorm';
import { Flag, Id, Instant, LongText, RefId } from '../../database/columns.js';

/**
 * What a judge notes for nobody else: to come back to this sheet, and why. It is no part of the record: no
 * journal, export or page of anybody else tells of it, and it goes when its sheet can no longer change.
 */
@Entity()
@Unique('sheet_mark_sheet_unique', ['sheetId'])
export class SheetMark {
  @Id() id!: string;
  /** A score sheet or a repeat. */
  @RefId() sheetId!: string;
  @Flag() flagged!: boolean;
  @LongText({ nullable: true }) noteSealed!: string | null;
  @Instant() savedAt!: string;
}
