import { expect } from '@jest/globals';
import type { Person } from './people.js';
import type { Fields, Visitor } from './visitor.js';

export interface Act {
  readonly person: Person;
  /** The page that has the form, and the form's action on it. */
  readonly page: string;
  readonly action: string;
  readonly fields?: Fields;
}

/** Sends the form of a page, which is accepted. */
export async function accepted({ person, page, action, fields }: Act): Promise<Visitor> {
  const { visitor } = person;
  await visitor.get(page);
  await visitor.submit(action, fields);
  expect([action, visitor.errors]).toEqual([action, []]);
  return visitor;
}

/** Sends the form of a page: one sentence refuses it, and what `trace` reads stays as it was. */
export async function refused(
  { person: { visitor }, page, action, fields }: Act,
  sentence: string | RegExp,
  trace: () => Promise<unknown>,
): Promise<void> {
  const before = await trace();
  await visitor.get(page);
  await visitor.submit(action, fields);
  const expected = typeof sentence === 'string' ? sentence : expect.stringMatching(sentence);
  expect([visitor.status, visitor.errors]).toEqual([422, [expected]]);
  expect(await trace()).toEqual(before);
}

/** Where a notice of a kind is prepared. */
export const newNotice = (programmeId: string, kind: string) =>
  `/office/notices/new?programme=${programmeId}&kind=${kind}`;
