import { type DynamicModule, Module } from '@nestjs/common';
import { migrations } from '../migrations/index.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { ProgressModule } from './applications/progress/progress.module.js';
import { ApplicantModule } from './applications/applicant/applicant.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { OfficeReviewModule } from './applications/office/office-review.module.js';
import { WindowModule } from './applications/window/window.module.js';
import { AwardsModule } from './awards/awards.module.js';
import { MergingModule } from './awards/merging/merging.module.js';
import { BoardModule } from './board/board.module.js';
import { CensusModule } from './census/census.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { entities } from './entities.js';
import { JobsModule } from './jobs/jobs.module.js';
import { JournalModule } from './journal/journal.module.js';
import { JudgingModule } from './judging/judging.module.js';
import { MerchantsModule } from './merchants/merchants.module.js';
import { PracticesModule } from './merchants/practices/practices.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { PortalModule } from './portal/portal.module.js';
import { ProofLogModule } from './prooflog/prooflog.module.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { WebModule } from './web/web.module.js';

/** The only list of modules. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(entities, migrations),
        JournalModule,
        ProofLogModule,
        NotificationsModule,
        DocumentsModule,
        WebModule,
        AccountsModule,
        JobsModule,
        ProgrammesModule,
        MerchantsModule,
        PracticesModule,
        CensusModule,
        ApplicationsModule,
        OfficeReviewModule,
        ApplicantModule,
        ProgressModule,
        WindowModule,
        JudgingModule,
        AwardsModule,
        MergingModule,
        BoardModule,
        SupervisionModule,
        PortalModule,
      ],
    };
  }
}
