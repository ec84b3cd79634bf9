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
  Version,
  Whole,
} from '../../database/columns.js';
import { type NoticeFacts } from './notice.entity.js';
import { NOTICE_KINDS, type NoticeKind } from '../../rules/lifecycle/notice-kinds.js';

/** A notice that waits for the second person; nothing of it is public before it becomes a `Notice`. */
@Entity()
export class NoticeDraft {
  @Id() id!: string;
  @Index('notice_draft_programme')
  @ForeignKey('Programme', { name: 'notice_draft_programme_fk' })
  @RefId()
  programmeId!: string;
  @OneOf(NOTICE_KINDS) kind!: NoticeKind;
  @Text(120) title!: string;
  @LongText() body!: string;
  @RefId({ nullable: true }) listId!: string | null;
  @RefId({ nullable: true }) correctsId!: string | null;
  @Text(40, { nullable: true }) documentNumber!: string | null;
  /** Length of a 公示 and the number of days printed in its text. */
  @Whole({ nullable: true }) workingDays!: number | null;
  @Day({ nullable: true }) firstDay!: string | null;
  @Day({ nullable: true }) lastDay!: string | null;
  @Json() facts!: NoticeFacts;
  /** What the second person confirms: hash of every printed word and of the list. */
  @Text(64) hash!: string;
  @RefId() preparedBy!: string;
  @Instant() preparedAt!: string;
  @Version() version!: number;
}
