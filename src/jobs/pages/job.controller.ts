import { Controller, Get, Param } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { missing } from '../../rules/refusal.js';
import { Access } from '../../web/access/access.decorator.js';
import { allows } from '../../web/access/policies.js';
import type { Actor } from '../../web/actor.js';
import { Me } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { Calculations, isOpen } from '../calculation-jobs.js';
import { calculationKinds } from '../calculation-kinds.js';
import { jobPage } from './job.page.js';

/** A short calculation is waited for, so that nobody sees a page of progress flash by. */
const PATIENCE = 800;
const PAUSE = 100;

@Controller('office/jobs')
export class JobController {
  constructor(private readonly calculations: Calculations) {}

  /** Waits with the person: the page asks again by itself and leads on when the result is there. */
  @Get(':id')
  @Access('office.read')
  async show(@Me() me: Actor, @Param('id') id: string) {
    let job = await this.calculations.byId(id);
    if (!job || !allows(calculationKinds[job.kind], me)) throw missing();
    for (let waited = 0; waited < PATIENCE && isOpen(job); waited += PAUSE) {
      await wait(PAUSE);
      job = (await this.calculations.byId(id)) ?? job;
    }
    if (job.state === 'done') return redirect(job.returnPath);
    return page('jobs/job', jobPage(job, await this.calculations.ahead(job)));
  }
}
