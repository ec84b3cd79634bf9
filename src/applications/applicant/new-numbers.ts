import { randomInt } from 'node:crypto';
import type { Database } from '../../database/database.js';
import { Application } from '../application.entity.js';
import type { ApplicationFile } from './application-file.js';

/** The next receipt number of a category and a number for judges; the caller holds the category. */
export async function newNumbers(
  database: Database,
  { application, programme }: ApplicationFile,
): Promise<{ receiptNumber: string; judgingNumber: string }> {
  const others = await database.repo(Application).find({
    where: { categoryId: application.categoryId },
    select: { receiptNumber: true, judgingNumber: true },
  });
  const prefix = `QZ${programme.year}${application.categoryCode}`;
  const serials = others.map(({ receiptNumber }) =>
    Number(receiptNumber?.slice(prefix.length) ?? 0),
  );
  const serial = Math.max(0, ...serials) + 1;
  const taken = new Set(others.map(({ judgingNumber }) => judgingNumber));
  let judgingNumber: string;
  do judgingNumber = `${application.categoryCode}${randomInt(100_000, 1_000_000)}`;
  while (taken.has(judgingNumber));
  return { receiptNumber: `${prefix}${String(serial).padStart(5, '0')}`, judgingNumber };
}
