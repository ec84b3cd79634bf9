import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MoveApplication } from '../../applications/move-application.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { type ProgrammeRow, ProgrammeQueries } from '../../programmes/programme.queries.js';
import { RequireStep } from '../../programmes/require-step.js';
import { SetUpQueries } from '../../programmes/set-up.queries.js';
import { addDays, addYears, beijingDate } from '../../rules/calendar/beijing-time.js';
import {
  type CertificateCategory,
  formatCertificateNumber,
} from '../../rules/identifiers/certificate-number.js';
import { searchForm } from './search-form.js';
import { verifyCodeFrom } from '../../rules/identifiers/verify-code.js';
import { START, type TransitionResult } from '../../rules/lifecycle/lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { type TitleState, titleLifecycle } from '../../rules/lifecycle/title-lifecycle.js';
import { Refusal, conflict, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import type { AwardListRow } from '../lists/award-list.entity.js';
import { AwardListQueries } from '../lists/award-list.queries.js';
import { ObjectionQueries } from '../objections/objection.queries.js';
import { CreditGate } from '../lists/credit-gate.js';
import { Title } from './title.entity.js';
import { listIn } from '../../rules/lifecycle/record-states.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { Programme } from '../../programmes/programme.entity.js';
import { LIMITS } from '../../rules/programme/limits.js';

/**
 * P19: everybody on the published list gets a title, a certificate number and a verify code. Whoever is
 * looked at again after publication waits, and the others do not.
 */
@Injectable()
export class ConferTitles {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly lists: AwardListQueries,
    private readonly objections: ObjectionQueries,
    private readonly credit: CreditGate,
    private readonly requireStep: RequireStep,
    private readonly moveApplication: MoveApplication,
    private readonly moveProgramme: MoveProgramme,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { programmeId }: { readonly programmeId: string }): Promise<number> {
    actingRole(actor, ['CityRegistrar'], programmeId);
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      const all = await this.lists.ofProgramme(programmeId);
      const list = all.find(({ kind, state }) => kind === 'award' && listIn.published.has(state));
      const role = 'CityRegistrar';
      const today = beijingDate(this.clock.now());
      const guards = {
        awardListPublished: list !== undefined,
        legalBasisApproved: (await this.setUp.basisInForce(programmeId, today)) !== null,
      };
      const early = () => overtaken('awards.confer.notNow', 'programme', programme.state);
      const words = { awardListPublished: early };
      const result = requireMove(titleLifecycle, START, 'confer', { role, guards }, words);
      const { rows: named, publishedOn } = list!;
      const first = publishedOn!;
      const titled = await this.titled(programmeId);
      const held = await this.objections.held(programmeId);
      const left = named.filter((row) => !titled.has(row.applicationId ?? ''));
      const rows = left.filter((row) => !held.has(row.applicationId ?? ''));
      if (left.length && !rows.length) throw conflict('awards.confer.held');
      // It goes on when nobody waits any more, also when the last one who waited was cancelled.
      const goesOn = programmeIn.conferred.has(programme.state) && rows.length === left.length;
      if (!rows.length && !goesOn) {
        throw overtaken('awards.confer.nobody', 'programme', programme.state);
      }
      const outcomes = await this.lists.outcomes(programmeId);
      // A list keeps the merchants that it was drawn up with; a record may have been merged since.
      const merchants = new Map(
        outcomes.map(({ applicationId, merchantId }) => [applicationId, merchantId]),
      );
      const ids = new Set(rows.map(({ applicationId }) => applicationId));
      const chosen = outcomes.filter(({ applicationId }) => ids.has(applicationId));
      await this.credit.requireClear(chosen, 'K3');
      const { rules } = await this.programmes.rules(programmeId);
      const years = new Map(
        rules.categories.map(({ code, eligibility }) => [
          String(code),
          eligibility.coolDownYears ?? LIMITS.titleYears,
        ]),
      );
      const serials = await this.serials(programme.year);
      for (const row of rows) {
        const serial = (serials.get(row.category) ?? 0) + 1;
        serials.set(row.category, serial);
        const validTo = addDays(addYears(first, years.get(row.category) ?? LIMITS.titleYears), -1);
        const merchantId =
          row.merchantId && (merchants.get(row.applicationId ?? '') ?? row.merchantId);
        await this.confer(
          actor,
          { programme, serial, first, validTo, step: result },
          { ...row, merchantId },
        );
      }
      if (goesOn) {
        await this.moveProgramme.run({
          programmeId,
          event: 'confer',
          actorId: actor.accountId,
          role,
          guards: await this.requireStep.run(programmeId, 'confer'),
        });
      }

      return rows.length;
    });
  }

  private async confer(actor: Actor, award: Award, row: AwardListRow): Promise<void> {
    const { programme, step } = award;
    if (!row.merchantId) throw new Refusal('awards.confer.notNow');
    const id = newId();
    const now = this.clock.now();
    const certificateNumber = formatCertificateNumber({
      year: programme.year,
      category: row.category as CertificateCategory,
      serial: award.serial,
    });
    await this.database.repo(Title).insert({
      id,
      programmeId: programme.id,
      year: programme.year,
      categoryCode: row.category,
      merchantId: row.merchantId,
      applicationId: row.applicationId,
      merchantName: row.name,
      searchName: searchForm(row.name),
      divisionCode: row.divisionCode,
      certificateNumber,
      verifyCode: verifyCodeFrom(randomBytes(32)),
      state: step.to,
      stateSince: beijingDate(now),
      stateReason: null,
      validFrom: award.first,
      validTo: award.validTo,
      conferredBy: actor.accountId,
      conferredAt: now,
    });
    if (row.applicationId) {
      await this.moveApplication.run({
        applicationId: row.applicationId,
        event: 'confer',
        actorId: actor.accountId,
        role: 'CityRegistrar',
        guards: { programmePublished: programmeIn.mayConfer.has(programme.state) },
      });
    }
    await this.journal.record({
      actorId: actor.accountId,
      actorRole: 'CityRegistrar',
      event: 'title.confer',
      subjectType: 'title',
      subjectId: id,
      programmeId: programme.id,
      details: { certificateNumber, rule: step.row.rule },
      changesPublicPages: true,
    });
    await this.notify.merchant(row.merchantId, {
      kind: 'title.conferred',
      variables: { number: certificateNumber, programme: programme.name },
      path: `/my/titles/${id}/certificate`,
    });
  }

  private async titled(programmeId: string): Promise<ReadonlySet<string>> {
    const titles = await this.database.repo(Title).findBy({ programmeId });
    return new Set(titles.flatMap(({ applicationId }) => applicationId ?? []));
  }

  /** Serials go on after the highest of the year: a number is given once, also after a correction. */
  private async serials(year: number): Promise<Map<string, number>> {
    const titles = await this.database.repo(Title).findBy({ year });
    const highest = new Map<string, number>();
    for (const { categoryCode, certificateNumber } of titles) {
      const serial = Number(certificateNumber.slice(-3));
      highest.set(categoryCode, Math.max(serial, highest.get(categoryCode) ?? 0));
    }
    return highest;
  }
}

interface Award {
  readonly programme: Pick<ProgrammeRow, 'id' | 'name' | 'year' | 'state'>;
  readonly serial: number;
  readonly first: string;
  readonly validTo: string;
  readonly step: Extract<TransitionResult<TitleState>, { ok: true }>;
}
