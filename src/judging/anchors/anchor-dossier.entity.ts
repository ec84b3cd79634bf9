import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  Id,
  Instant,
  Json,
  LongText,
  OneOf,
  RefId,
  Version,
  Whole,
} from '../../database/columns.js';
import { ANCHOR_STATES, type AnchorState } from '../../rules/lifecycle/anchor-states.js';
import type { ShownRows } from '../../rules/rounds/evidence-policy.js';

/** A dossier that every judge of a category scores before the files, with what the office would give it. */
@Entity()
@Unique('anchor_dossier_number_unique', ['categoryId', 'number'])
export class AnchorDossier {
  @Id() id!: string;
  @Index('anchor_dossier_programme')
  @ForeignKey('Programme', { name: 'anchor_dossier_programme_fk' })
  @RefId()
  programmeId!: string;
  @ForeignKey('Category', { name: 'anchor_dossier_category_fk' }) @RefId() categoryId!: string;
  @Whole() number!: number;
  @OneOf(ANCHOR_STATES) state!: AnchorState;
  /** The earlier file it was taken from; null for one written by hand. No judge learns of it. */
  @Index('anchor_dossier_source')
  @ForeignKey('Application', { name: 'anchor_dossier_source_fk' })
  @RefId({ nullable: true })
  sourceId!: string | null;
  /** Indicator code → what is read, as a blind round would show it. */
  @Json() evidence!: Readonly<Record<string, AnchorEvidence>>;
  /** Indicator code → reference points in hundredths. */
  @Json() points!: Readonly<Record<string, number>>;
  @Json() reasons!: Readonly<Record<string, string>>;
  @RefId() preparedBy!: string;
  @Instant() preparedAt!: string;
  @RefId({ nullable: true }) confirmedBy!: string | null;
  @Instant({ nullable: true }) confirmedAt!: string | null;
  /** What the second person wrote when giving it back. */
  @LongText({ nullable: true }) returnReason!: string | null;
  @Version() version!: number;
}

export interface AnchorEvidence {
  readonly text: string;
  readonly rows: readonly ShownRows[];
  readonly documents: readonly AnchorDocument[];
}

export interface AnchorDocument {
  readonly id: string;
  readonly caption: string;
  readonly contentType: string;
}
