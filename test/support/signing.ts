import { Journal } from '../../src/journal/journal.js';
import { hashOf } from '../../src/rules/provenance/sha256-hex.js';
import type { TestApp } from './test-app.js';

/** The entry of a signature as a judge leaves it, for sheets that a test writes by itself. */
export function recordSignature(
  app: TestApp,
  programmeId: string,
  sheet: {
    readonly id: string;
    readonly accountId: string;
    readonly scores: Readonly<Record<string, number>>;
    readonly total: number | null;
  },
): Promise<string> {
  return app.app.get(Journal).record({
    actorId: sheet.accountId,
    actorRole: 'Judge',
    event: 'scoreSheet.sign',
    subjectType: 'scoreSheet',
    subjectId: sheet.id,
    programmeId,
    details: {
      scores: sheet.scores,
      total: sheet.total,
      comments: hashOf({}),
      dissent: null,
      confirmed: true,
    },
  });
}
