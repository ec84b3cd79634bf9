import type { RecordCase } from './case-tables.js';
import type { RecordedEvent, SentMessage } from './records.js';

type Given = Pick<RecordedEvent, 'event' | 'actorRole' | 'details'>;

/** An entry about a title. */
export const ofTitle = (given: Given): RecordedEvent => ({ ...given, subjectType: 'title' });

export const told = (given: { readonly message: string }, to = 'Agent'): SentMessage => ({
  ...given,
  to,
});

/** A case of one entry about a title, and the messages that go with it. */
export const recorded = (
  title: string,
  arrange: RecordCase[1],
  event: Given,
  ...messages: SentMessage[]
): RecordCase => [title, arrange, { events: [ofTitle(event)], messages }];

/** What the journal keeps of a review that somebody opens on 1 March 2027. */
export const reviewStarted = {
  from: 'Active',
  to: 'UnderReview',
  rule: 'T02',
  trigger: 'nameChange',
  year: null,
  dueOn: '2027-03-29',
} as const;
