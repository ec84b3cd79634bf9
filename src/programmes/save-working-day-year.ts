import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { Notify } from '../notifications/notify.js';
import {
  type WorkingDayCalendar,
  createWorkingDayCalendar,
} from '../rules/calendar/working-day-calendar.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { countPhases } from '../rules/programme/phase-calendar.js';
import { sha256Hex } from '../rules/provenance/sha256-hex.js';
import { type MovedSpan, movedSpans, spanEffect } from '../rules/calendar/moved-spans.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { RunningSpans } from './running-spans.js';
import { PostedPeriods } from './posted-periods.js';
import { ProgrammeQueries } from './programme.queries.js';
import { WorkingDays } from './working-days.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { type TypedYear, readTypedYear } from './typed-year.js';
import { WorkingDayYear } from './working-day-year.entity.js';

export interface WorkingDayYearInput extends TypedYear {
  /** 0 for a year that is not loaded yet. */
  readonly version: number;
  readonly source: string;
  /** What is to become of posted periods that the change counts otherwise; only then asked for. */
  readonly decision?: string | null;
}

/** Names in one message; the list stands on the page and in the journal. */
const TERMS_NAMED = 5;

/** Loads or corrects the holidays and make-up days of a year from the State Council's notice. */
@Injectable()
export class SaveWorkingDayYear {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly programmes: ProgrammeQueries,
    private readonly periods: PostedPeriods,
    private readonly spans: RunningSpans,
    private readonly notify: Notify,
  ) {}

  async run(actor: Actor, given: WorkingDayYearInput): Promise<void> {
    const role = actingRole(actor, ['CityRegistrar']);
    const { version, source } = given;
    const { year, holidays, makeUpDays } = readTypedYear(given);
    await this.database.transaction(async () => {
      // A year that is not loaded has no row that two people would both hold.
      await this.journal.hold();
      const repo = this.database.repo(WorkingDayYear);
      const known = await repo.findOneBy({ year });
      if ((known?.version ?? 0) !== version) throw conflict();
      const years = (await this.workingDays.years()).filter((one) => one.year !== year);
      const calendar = createWorkingDayCalendar([...years, { year, holidays, makeUpDays }]);
      const decision = await this.decided(calendar, given.decision ?? '');
      const moved = await this.moved(calendar);
      const terms = await this.terms(calendar);
      const row = known ?? Object.assign(new WorkingDayYear(), { year });
      const changedAt = this.clock.now();
      const changedBy = actor.accountId;
      await repo.save(Object.assign(row, { holidays, makeUpDays, source, changedBy, changedAt }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'workingDayYear.save',
        subjectType: 'workingDayYear',
        subjectId: String(year),
        details: {
          hash: hashOf({ holidays, makeUpDays }),
          version: row.version,
          ...(moved.length ? { moved } : {}),
          ...(terms.length ? { terms: terms.map(({ kind }) => kind) } : {}),
          ...(decision ? { decision: sha256Hex(decision) } : {}),
        },
        changesPublicPages: true,
      });
      await this.tell(year, moved, terms, decision);
    });
  }

  /** A notice that is posted keeps its dates; that the office wants it so is put on record. */
  private async decided(calendar: WorkingDayCalendar, decision: string): Promise<string | null> {
    const titles = await this.periods.countedOtherwise(calendar);
    if (!titles.length) return null;
    if (decision.trim()) return decision.trim();
    const notices = titles.join(' ');
    throw new Refusal('programmes.refused.postedPeriodMoves', { notices }, 'decision');
  }

  /** Running programmes of which phases count other days than by the calendar before. */
  private async moved(calendar: WorkingDayCalendar): Promise<readonly Moved[]> {
    const running = (await this.programmes.all()).filter(
      ({ state }) => !programmeIn.over.has(state),
    );
    return running
      .map(({ id, name, calendar: phases }) => {
        const after = countPhases(calendar, phases);
        const changed = phases.filter(
          ({ workingDays }, place) => workingDays !== after[place]!.workingDays,
        );
        return { id, name, phases: changed.map(({ phase }) => phase) };
      })
      .filter(({ phases }) => phases.length > 0);
  }

  /** Terms other than those of programmes and posted notices, which are told on their own. */
  private async terms(calendar: WorkingDayCalendar): Promise<readonly MovedSpan[]> {
    const running = await this.spans.all(beijingDate(this.clock.now()));
    const others = running.filter(({ kind }) => ['told', 'counted'].includes(spanEffect(kind)));
    return movedSpans(await this.workingDays.calendar(), calendar, others);
  }

  private async tell(
    year: number,
    moved: readonly Moved[],
    terms: readonly MovedSpan[],
    decision: string | null,
  ) {
    const to = ['Supervisor', 'CityRegistrar'];
    for (const { id, name, phases } of moved) {
      const variables = { year: String(year), programme: name, count: phases.length };
      const path = `/office/programmes/${id}#calendar`;
      await this.notify.holders(to, { kind: 'workingDays.moved', variables, path });
    }
    if (terms.length) {
      const listed = terms.slice(0, TERMS_NAMED).map(({ title }) => title);
      const variables = { year: String(year), count: terms.length, terms: listed.join(' / ') };
      const path = '/office/working-days';
      await this.notify.holders(to, { kind: 'workingDays.termsMoved', variables, path });
    }
    if (decision === null) return;
    const variables = { year: String(year), decision };
    const path = '/office/working-days';
    await this.notify.holders(to, { kind: 'workingDays.postedKept', variables, path });
  }
}

interface Moved {
  readonly id: string;
  readonly name: string;
  readonly phases: readonly string[];
}
