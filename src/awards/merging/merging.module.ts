import { Module } from '@nestjs/common';
import { JudgingModule } from '../../judging/judging.module.js';
import { MerchantsModule } from '../../merchants/merchants.module.js';
import { MergeMerchants } from './merge-merchants.js';
import { MergePlanQueries } from './merge-plan.queries.js';
import { MergeQueries } from './merge.queries.js';
import { MergingController } from './pages/merging.controller.js';
import { UndoMerge } from './undo-merge.js';

/** A merge moves what every room below holds, so it stands in the highest of them. */
@Module({
  imports: [JudgingModule, MerchantsModule],
  controllers: [MergingController],
  providers: [MergeMerchants, MergePlanQueries, MergeQueries, UndoMerge],
})
export class MergingModule {}
