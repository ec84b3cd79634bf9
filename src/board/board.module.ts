import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { OfficeReviewModule } from '../applications/office/office-review.module.js';
import { AwardsModule } from '../awards/awards.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { JudgingModule } from '../judging/judging.module.js';
import { MerchantsModule } from '../merchants/merchants.module.js';
import { PracticesModule } from '../merchants/practices/practices.module.js';
import { OfficeTaskQueries } from './office-tasks.queries.js';
import { BoardController } from './pages/board.controller.js';
import { TermWorkQueries } from './term-work.queries.js';

/** The desk of the city office: it reads everything and nobody imports it. */
@Module({
  imports: [
    ApplicationsModule,
    AwardsModule,
    JudgingModule,
    MerchantsModule,
    OfficeReviewModule,
    PracticesModule,
    ProgrammesModule,
  ],
  controllers: [BoardController],
  providers: [OfficeTaskQueries, TermWorkQueries],
})
export class BoardModule {}
