import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { ListTable } from '../../../web/lists/list-table.js';
import { SpreadFlags, spreadStandings } from '../../spread-flags.js';
import { type ListedVerifier, applicationList } from './application-list.js';
import { screeningList } from './screening-list.js';
import { verificationList } from './verification-list.js';

/** The lists of applications with what they offer to choose from. */
@Injectable()
export class ApplicationLists {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly spread: SpreadFlags,
    private readonly clock: Clock,
  ) {}

  /** Of every edition that runs, or of the one that was asked for; null before the first one. */
  async applications(asked: RawForm): Promise<ListTable | null> {
    const programmes = await this.programmes.all();
    const [named] = typedTexts(asked, 'programme');
    const chosen = programmes.filter(({ id }) => id === named);
    const running = programmes.filter(({ state }) => !programmeIn.idle.has(state));
    const shown = [chosen, running, programmes.slice(0, 1)].find(({ length }) => length > 0);
    if (!shown) return null;
    const programmeIds = shown.map(({ id }) => id);
    const [categories, verifiers, flagged] = await Promise.all([
      this.categories(programmeIds),
      this.verifiers(programmeIds),
      this.flagged(programmeIds, asked),
    ]);
    const today = beijingDate(this.clock.now());
    // With one that runs there is nothing to choose; of a finished one the address is given.
    const offered = chosen.length > 0 || running.length > 1 ? programmes : [];
    return applicationList({
      programmes: offered,
      programmeIds,
      categories,
      verifiers,
      flagged,
      today,
    });
  }

  /** What waits is done whichever edition it belongs to; two may run at once. */
  async screening(): Promise<ListTable | null> {
    const { programmeIds, categories } = await this.running();
    return programmeIds.length ? screeningList(programmeIds, categories) : null;
  }

  async verification(): Promise<ListTable | null> {
    const { programmeIds, categories } = await this.running();
    const verifiers = await this.verifiers(programmeIds);
    return programmeIds.length ? verificationList({ programmeIds, categories, verifiers }) : null;
  }

  private async running() {
    const programmeIds = (await this.programmes.running()).map(({ id }) => id);
    return { programmeIds, categories: await this.categories(programmeIds) };
  }

  /** One name for each code: the newest edition's. */
  private async categories(programmeIds: readonly string[]) {
    const all = await this.programmes.categoriesOf(programmeIds);
    return all.filter(({ code }, at) => all.findIndex((one) => one.code === code) === at);
  }

  /** Only for whoever asks: every signed sheet is read for it. */
  private async flagged(programmeIds: readonly string[], asked: RawForm): Promise<string[]> {
    const standing = spreadStandings.find((one) => one === typedTexts(asked, 'spread')[0]);
    if (!standing) return [];
    return (await Promise.all(programmeIds.map((id) => this.spread.of(id, standing)))).flat();
  }

  private async verifiers(programmeIds: readonly string[]): Promise<ListedVerifier[]> {
    if (programmeIds.length === 0) return [];
    return this.database.rows<ListedVerifier>(
      `SELECT v.id, v.person_name AS name FROM account v WHERE v.id IN
         (SELECT f.verifier_id FROM figure f JOIN application a ON a.id = f.application_id
          WHERE a.programme_id IN (${programmeIds.map(() => '?').join(', ')}))
       ORDER BY v.person_name, v.id`,
      [...programmeIds],
    );
  }
}
