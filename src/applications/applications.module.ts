import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { MoveApplication } from './move-application.js';

@Module({
  imports: [ProgrammesModule],
  controllers: [],
  providers: [MoveApplication],
  exports: [MoveApplication],
})
export class ApplicationsModule {}
