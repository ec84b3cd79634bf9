import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { type ProgrammeRow, ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
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

  /** Of the programme that runs, or of another that the address names; null before the first one. */
  async applications(asked: RawForm): Promise<ListTable | null> {
    const [programmes, running] = await Promise.all([
      this.programmes.all(),
      this.programmes.current(),
    ]);
    const [named] = typedTexts(asked, 'programme');
    const other = programmes.find(({ id }) => id === named && id !== running?.id);
    const programme = other ?? running ?? programmes[0];
    if (!programme) return null;
    // Only for whoever asks: every signed sheet is read for it.
    const standing = spreadStandings.find((one) => one === typedTexts(asked, 'spread')[0]);
    return applicationList({
      flagged: standing ? await this.spread.of(programme.id, standing) : [],
      ...(await this.choices(programme)),
      kept: other ? { programme: other.id } : {},
      today: beijingDate(this.clock.now()),
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
    const all = await this.programmes.ofRunning((id) => this.programmes.categories(id));
    // One name for each code: the newest edition's.
    const categories = all.filter(
      ({ code }, at) => all.findIndex((one) => one.code === code) === at,
    );
    return { programmeIds, categories };
  }

  private async choices({ id }: ProgrammeRow) {
    const [categories, verifiers] = await Promise.all([
      this.programmes.categories(id),
      this.verifiers([id]),
    ]);
    return { programmeId: id, categories, verifiers };
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
