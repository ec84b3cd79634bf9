import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../../accounts/record-access.js';
import type { FigureRow } from '../../applications/figures-of.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { missing } from '../../rules/refusal.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { Actor } from '../../web/actor.js';
import { PinQueries } from '../sheets/pins/pin.queries.js';
import { type SheetReading, readSheet } from '../sheets/read-sheet.js';
import { SheetQueries } from '../sheets/sheet.queries.js';
import { evidenceIndicators } from '../../rules/rounds/re-review-items.js';
import { askedItems } from './asked-items.js';
import { ReReviewSheetQueries, type ReReviewSheetRow } from './re-review-sheet.queries.js';

export interface OpenedReReview {
  readonly row: ReReviewSheetRow;
  readonly rules: RuleSet;
  /** Null until the expert has declared: before that nothing of the file is read. */
  readonly file: {
    readonly reading: SheetReading;
    readonly figures: readonly FigureRow[];
    readonly related: readonly string[];
  } | null;
}

/** One own sheet of a re-review, with its evidence read through the privacy policy of the rounds. */
@Injectable()
export class OpenReReviewSheet {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: ReReviewSheetQueries,
    private readonly files: SheetQueries,
    private readonly pins: PinQueries,
    private readonly access: RecordAccess,
  ) {}

  async run(actor: Actor, id: string): Promise<OpenedReReview> {
    const row = await this.sheets.one(actor.accountId, id);
    if (!row) throw missing();
    const { rules } = await this.programmes.rules(row.programmeId);
    if (!row.declaredAt) return { row, rules, file: null };
    const [figures, documents, ties, marks] = await Promise.all([
      this.files.figures(row.applicationId),
      this.files.evidence({ applicationId: row.applicationId }),
      this.files.ties(row.merchantId),
      this.pins.ofFirstScores(row.applicationId),
    ]);
    const asked = askedItems(rules, row, figures);
    const shown = evidenceIndicators(rules, row.code, row.asked);
    if (!row.firstOpenedAt) {
      await this.access.run({
        accountId: actor.accountId,
        action: 'sheet.view',
        objectType: 'reReviewSheet',
        objectId: id,
        result: 'ok',
      });
    }
    return {
      row,
      rules,
      file: {
        reading: {
          ...readSheet(rules, row, figures, documents, ties, shown),
          indicators: asked.indicators,
          marks,
        },
        figures: asked.figures,
        related: ties.filter(({ kind }) => kind === 'related').map(({ name }) => name),
      },
    };
  }
}
