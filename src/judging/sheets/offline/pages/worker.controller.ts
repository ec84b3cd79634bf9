import { Controller, Get } from '@nestjs/common';
import { Access } from '../../../../web/access/access.decorator.js';
import { Assets } from '../../../../web/assets.js';
import { download } from '../../../../web/views/page.js';

/** The script that serves judges' pages without a network; it may do so because it answers from the root. */
@Controller('judging-worker.js')
export class WorkerController {
  constructor(private readonly assets: Assets) {}

  @Get()
  @Access('public')
  show() {
    const type = 'text/javascript; charset=utf-8';
    return download(this.assets.worker, type, 'judging-worker.js', true);
  }
}
