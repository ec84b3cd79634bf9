import { Injectable } from '@nestjs/common';
import { Notify } from '../../notifications/notify.js';
import { ReReviewSheetQueries, type ReReviewSheetRow } from './re-review-sheet.queries.js';

/** With the last sheet the office is told; runs in the transaction that signed it, after its entry. */
@Injectable()
export class TellComplete {
  constructor(
    private readonly sheets: ReReviewSheetQueries,
    private readonly notify: Notify,
  ) {}

  async run({ panelId, objectionId }: ReReviewSheetRow): Promise<void> {
    if ((await this.sheets.signed(panelId)) === null) return;
    await this.notify.holders(['CityRegistrar'], {
      kind: 'reReviewComplete',
      path: `/office/objections/${objectionId}/re-review`,
    });
  }
}
