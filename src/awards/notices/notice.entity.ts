import { Entity, ForeignKey, Index } from 'typeorm';
import {
  Day,
  Id,
  Instant,
  Json,
  LongText,
  OneOf,
  RefId,
  Text,
  Whole,
} from '../../database/columns.js';

import { NOTICE_KINDS, type NoticeKind } from '../../rules/lifecycle/notice-kinds.js';

/** A posted public text. Its words never change; a correction is a further notice. */
@Entity()
@Index('notice_posted', ['postedOn'])
export class Notice {
  @Id() id!: string;
  @Index('notice_programme')
  @ForeignKey('Programme', { name: 'notice_programme_fk' })
  @RefId()
  programmeId!: string;
  @OneOf(NOTICE_KINDS) kind!: NoticeKind;
  @Text(120) title!: string;
  @LongText() body!: string;
  @RefId({ nullable: true }) listId!: string | null;
  @RefId({ nullable: true }) correctsId!: string | null;
  @Text(40, { nullable: true }) documentNumber!: string | null;
  @Day() postedOn!: string;
  /** Working-day clock of a 公示: first and last day and the number of days between. */
  @Day({ nullable: true }) firstDay!: string | null;
  @Day({ nullable: true }) lastDay!: string | null;
  @Whole({ nullable: true }) workingDays!: number | null;
  @Json() facts!: NoticeFacts;
  @RefId() postedBy!: string;
  @RefId({ nullable: true }) confirmedBy!: string | null;
  @Instant() postedAt!: string;
}

/** Numbers and names that the words of a notice were made from, for its JSON and its sheet. */
export type NoticeFacts = Readonly<Record<string, string | number | null | readonly string[]>>;
