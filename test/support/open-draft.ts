import { type Applicant, fillDraft, makeApplicant, startDraft } from './applicant.js';
import type { TestProgramme } from './programme.js';
import type { TestApp } from './test-app.js';

export const asJson = { accept: 'application/json' };

/** A draft of an applicant of its own, as its pages show it and as it is stored. */
export class OpenDraft {
  private constructor(
    private readonly app: TestApp,
    readonly own: Applicant,
    readonly path: string,
  ) {}

  static async begin(app: TestApp, programme: TestProgramme): Promise<OpenDraft> {
    const own = await makeApplicant(app);
    return new OpenDraft(app, own, await startDraft(own, programme));
  }

  /** What was claimed, by key. */
  async figures(): Promise<Record<string, string | null>> {
    const rows = await this.app.database.rows<{ key: string; claimed: string | null }>(
      'SELECT key, claimed FROM figure WHERE application_id = ? ORDER BY key',
      [idOf(this.path)],
    );
    return Object.fromEntries(rows.map(({ key, claimed }) => [key, claimed]));
  }

  shownVersion(): string {
    return this.valueOf('version');
  }

  valueOf(name: string): string {
    const field = this.own.visitor.page.querySelector(`[name="${name}"]`);
    return field?.getAttribute('value') ?? '';
  }
}

export interface StoredApplication {
  readonly state: string;
  readonly receiptNumber: string | null;
  readonly judgingNumber: string | null;
  readonly snapshot: string | null;
  readonly divisionCode: string;
}

/** @param path of the application's page */
export async function storedApplication(app: TestApp, path: string): Promise<StoredApplication> {
  const row = await app.database.row<StoredApplication>(
    `SELECT state, receipt_number, judging_number, snapshot, division_code
     FROM application WHERE id = ?`,
    [idOf(path)],
  );
  return row!;
}

/** A draft with everything filled in, open at its last step. @returns its path */
export async function filledDraft(applicant: Applicant, programme: TestProgramme): Promise<string> {
  const path = await startDraft(applicant, programme);
  await fillDraft(applicant, path);
  await applicant.visitor.get(`${path}/declarations`);
  return path;
}

function idOf(path: string): string {
  return path.split('/').at(-1)!;
}
