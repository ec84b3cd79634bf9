import { Injectable } from '@nestjs/common';
import { ApplicationRecords } from '../../applications/application-records.js';
import type { Application } from '../../applications/application.entity.js';
import { Category } from '../../programmes/category.entity.js';
import { Database } from '../../database/database.js';
import { JudgeSheets } from '../../judging/sheets/judge-sheets.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import {
  type PlaceAfterCorrection,
  placeAfterCorrection,
} from '../../rules/provenance/place-after-correction.js';
import { StandingQueries } from '../standings/standing.queries.js';
import type { CorrectedScore } from './re-review.entity.js';
import { ReReviewQueries, correctedSheets } from './re-review.queries.js';

/** Where a listed merchant would stand with what the experts of a re-review after publication corrected. */
@Injectable()
export class FindPlace {
  constructor(
    private readonly database: Database,
    private readonly records: ApplicationRecords,
    private readonly sheets: JudgeSheets,
    private readonly reReviews: ReReviewQueries,
    private readonly standings: StandingQueries,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /** Within the transaction that has corrected the figures. */
  async of(
    { id, programmeId, categoryId }: Pick<Application, 'id' | 'programmeId' | 'categoryId'>,
    scores: readonly CorrectedScore[],
  ): Promise<PlaceAfterCorrection> {
    const { code } = await this.database.repo(Category).findOneByOrFail({ id: categoryId });
    const locked = await this.standings.locked(programmeId);
    const { inputs } = locked.find((one) => one.inputs.category === code)!;
    const record = (await this.records.load([id])).get(id)!;
    const earlier = await this.reReviews.ofCategory(categoryId);
    const own = earlier.filter(({ applicationId }) => applicationId === id);
    const signed = (await this.sheets.load(categoryId)).get(id) ?? [];
    const { rules } = await this.programmes.rules(programmeId);
    return placeAfterCorrection(rules, inputs, {
      ...record,
      sheets: correctedSheets(signed, [...own, { scores }]),
    });
  }
}
