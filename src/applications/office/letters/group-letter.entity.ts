import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Json, LongText, RefId, Text, Whole } from '../../../database/columns.js';
import type { ChosenGroup } from '../../../rules/delivery/chosen-group.js';

/** What the office wrote to a chosen group of applicants; everyone has it as a message. */
@Entity()
export class GroupLetter {
  @Id() id!: string;
  @Index('group_letter_programme')
  @ForeignKey('Programme', { name: 'group_letter_programme_fk' })
  @RefId()
  programmeId!: string;
  @Json() chosen!: ChosenGroup;
  @Text(60) subject!: string;
  @LongText() body!: string;
  @Whole() merchants!: number;
  @RefId() sentBy!: string;
  @Instant() sentAt!: string;
}
