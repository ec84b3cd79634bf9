import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, Json, RefId, Version } from '../../database/columns.js';
import type { ConflictAnswer } from '../../rules/rounds/conflict-grounds.js';

/** Answers of a declaration that is not signed yet, for nobody but its judge; signing takes them away. */
@Entity()
@Unique('declaration_draft_seat_unique', ['seatId'])
export class DeclarationDraft {
  @Id() id!: string;
  @ForeignKey('Seat', { name: 'declaration_draft_seat_fk' }) @RefId() seatId!: string;
  /** Application → what is answered so far. */
  @Json() answers!: Record<string, ConflictAnswer>;
  @Instant() savedAt!: string;
  @Version() version!: number;
}
