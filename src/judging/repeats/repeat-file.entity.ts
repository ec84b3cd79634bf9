import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, RefId } from '../../database/columns.js';

/** A file of a repeat under an address of its own: by the first one, two sheets would be known as one file. */
@Entity()
@Index('repeat_file_sheet', ['sheetId', 'documentId'])
export class RepeatFile {
  @Id() id!: string;
  @ForeignKey('RepeatSheet', { name: 'repeat_file_sheet_fk' }) @RefId() sheetId!: string;
  @ForeignKey('Document', { name: 'repeat_file_document_fk' }) @RefId() documentId!: string;
}
