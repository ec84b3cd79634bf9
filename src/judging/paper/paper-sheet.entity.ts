import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, LongText, RefId, Version } from '../../database/columns.js';

/**
 * The paper of one score sheet: handed out, keyed twice, and then settled or withdrawn. A sheet whose
 * paper was withdrawn may be given another one.
 */
@Entity()
export class PaperSheet {
  @Id() id!: string;
  @Index('paper_sheet_score_sheet')
  @ForeignKey('ScoreSheet', { name: 'paper_sheet_score_sheet_fk' })
  @RefId()
  scoreSheetId!: string;
  @RefId() issuedBy!: string;
  @Instant() issuedAt!: string;
  /** The signed paper as a picture; comes with the first keying. */
  @RefId({ nullable: true }) scanId!: string | null;
  /** With whom the sheet became the judge's: the second of two who agree, or a third. */
  @RefId({ nullable: true }) settledBy!: string | null;
  @Instant({ nullable: true }) settledAt!: string | null;
  /** How a third person read what two had keyed differently. */
  @LongText({ nullable: true }) settledNote!: string | null;
  @RefId({ nullable: true }) withdrawnBy!: string | null;
  @Instant({ nullable: true }) withdrawnAt!: string | null;
  @LongText({ nullable: true }) withdrawnReason!: string | null;
  @Version() version!: number;
}
