import { Clock } from '../config/clock.js';
import type { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { normaliseText } from '../rules/identifiers/normalise-text.js';
import { Refusal } from '../rules/refusal.js';
import { CorrectionMessage } from './correction-message.entity.js';

/** Characters of one message about an item. */
const LONGEST_WORD = 500;

/** What somebody typed about each item; items that are not listed are not looked at. */
export type ItemTexts = Readonly<Record<string, string>>;

export interface NewWords {
  readonly applicationId: string;
  readonly correctionId: string;
  readonly items: readonly string[];
  readonly side: CorrectionMessage['side'];
  readonly accountId: string;
  readonly texts: ItemTexts;
}

/**
 * Keeps what was said about the items of a correction, in the transaction of a caller that holds the
 * application.
 * @returns the items that something was said about
 */
export async function keepCorrectionWords(
  database: Database,
  clock: Clock,
  { items, texts, ...given }: NewWords,
): Promise<readonly string[]> {
  const words = items.flatMap((item) => {
    const text = normaliseText(texts[item] ?? '');
    return text ? [{ item, text }] : [];
  });
  const long = words.find(({ text }) => text.length > LONGEST_WORD);
  if (long) {
    const variables = { most: LONGEST_WORD };
    throw new Refusal('applications.correction.tooLong', variables, `say.${long.item}`);
  }
  const sentAt = clock.now();
  const rows = words.map((word) => ({ id: newId(), ...given, ...word, sentAt }));
  await database.repo(CorrectionMessage).insert(rows);
  return words.map(({ item }) => item);
}
