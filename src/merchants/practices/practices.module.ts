import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../documents/documents.module.js';
import { AddPracticePicture } from './add-practice-picture.js';
import { OpenPicture } from './open-picture.js';
import { MyPracticesController } from './pages/my-practices.controller.js';
import { OfficePracticesController } from './pages/office-practices.controller.js';
import { PracticesController } from './pages/practices.controller.js';
import { PracticeQueries } from './practice.queries.js';
import { RemovePracticePicture } from './remove-practice-picture.js';
import { ReviewPractice } from './review-practice.js';
import { SavePractice } from './save-practice.js';
import { SubmitPractice } from './submit-practice.js';
import { WithdrawPractice } from './withdraw-practice.js';

@Module({
  imports: [DocumentsModule],
  controllers: [MyPracticesController, OfficePracticesController, PracticesController],
  providers: [
    AddPracticePicture,
    OpenPicture,
    PracticeQueries,
    RemovePracticePicture,
    ReviewPractice,
    SavePractice,
    SubmitPractice,
    WithdrawPractice,
  ],
  exports: [PracticeQueries],
})
export class PracticesModule {}
