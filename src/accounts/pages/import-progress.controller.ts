import { Controller, Get, Param } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { Me } from '../../web/http/parameters.js';
import { ImportProgress } from '../../web/imports/import-progress.js';

@Controller('imports')
export class ImportProgressController {
  constructor(private readonly progress: ImportProgress) {}

  /** How far an import of this person is, for the script that draws it. */
  @Get(':run')
  @Access('signedIn')
  share(@Me() { accountId }: Actor, @Param('run') run: string) {
    return { share: this.progress.of(accountId, run) };
  }
}
