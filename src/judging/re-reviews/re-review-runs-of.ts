import type { Database } from '../../database/database.js';
import { Application } from '../../applications/application.entity.js';
import type { ApplicationState } from '../../rules/lifecycle/application-states.js';
import { reReviewRuns } from '../../rules/rounds/re-review-runs.js';
import type { ReReviewPanel } from './re-review-panel.entity.js';
import type { ReReviewSheetRow } from './re-review-sheet.queries.js';

/** Of a sheet as it was read. */
export function reReviewRunsOf({
  applicationState: application,
  openLate,
}: Pick<ReReviewSheetRow, 'applicationState' | 'openLate'>): boolean {
  return reReviewRuns({ application, openLate: openLate === 1 });
}

/** Where the re-review of a panel stands, read by an act that holds its programme. */
export async function panelStands(
  database: Database,
  { applicationId, openLate }: Pick<ReReviewPanel, 'applicationId' | 'openLate'>,
): Promise<{ readonly state: ApplicationState; readonly runs: boolean }> {
  const { state } = await database.repo(Application).findOneByOrFail({ id: applicationId });
  return { state, runs: reReviewRuns({ application: state, openLate }) };
}
