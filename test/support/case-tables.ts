import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Records, records } from './records.js';
import { type Act, type Refused, refuses } from './refusals.js';
import { saveState } from './saved-state.js';
import type { TestApp } from './test-app.js';

/** Brings about the state of the case and returns the act. */
export type Arrange = () => Act | Promise<Act>;

/** What happens, how it comes to that, and the one sentence that answers it. */
export type RefusalCase = readonly [title: string, arrange: Arrange, expected: Refused];

/** What is done, how it comes to that, and all that it leaves in journal and inboxes. */
export type RecordCase = readonly [
  title: string,
  arrange: Arrange,
  expected: Records & Deciding & Told,
];

/** The accounts that the messages are for, in their order, where a role says too little. */
interface Told {
  readonly whom?: () => readonly string[];
  /** What fills their sentences. */
  readonly said?: readonly object[];
}

/** The condition of a lifecycle that decides between this outcome and another. */
interface Deciding {
  readonly guard?: string;
}

/** One test a row; the state that `beforeAll` of the file made stands again before each of them. */
export function refusalTable(app: () => TestApp, cases: readonly RefusalCase[]): void {
  fromSavedState(app);
  test.each(cases)('refuses %s', async (_title, arrange, expected) => {
    const act = await arrange();
    expect.hasAssertions();
    await refuses(app(), act, expected);
  });
}

export function recordTable(app: () => TestApp, cases: readonly RecordCase[]): void {
  fromSavedState(app);
  test.each(cases)('records %s', async (_title, arrange, { events, messages, ...told }) => {
    const act = await arrange();
    const { receivers, said, ...left } = await records(app(), act);
    expect(left).toEqual({ events, messages });
    if (told.whom) expect(receivers).toEqual(told.whom());
    if (told.said) expect(said).toEqual(told.said);
  });
}

/** The state that `beforeAll` made stands again before each test that follows. */
export function fromSavedState(app: () => TestApp): void {
  let saved: Awaited<ReturnType<typeof saveState>> | undefined;
  beforeEach(async () => {
    saved ??= await saveState(app());
  });
  afterEach(() => saved?.restore());
  // Where the file is run again, `beforeAll` makes another state.
  afterAll(() => {
    saved = undefined;
  });
}
