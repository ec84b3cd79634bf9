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

  async screening(): Promise<ListTable | null> {
    const running = await this.programmes.current();
    return running && screeningList(running.id, await this.programmes.categories(running.id));
  }

  async verification(): Promise<ListTable | null> {
    const running = await this.programmes.current();
    return running && verificationList(await this.choices(running));
  }

  private async choices({ id }: ProgrammeRow) {
    const [categories, verifiers] = await Promise.all([
      this.programmes.categories(id),
      this.verifiers(id),
    ]);
    return { programmeId: id, categories, verifiers };
  }

  private verifiers(programmeId: string): Promise<ListedVerifier[]> {
    return this.database.rows<ListedVerifier>(
      `SELECT v.id, v.person_name AS name FROM account v WHERE v.id IN
         (SELECT f.verifier_id FROM figure f JOIN application a ON a.id = f.application_id
          WHERE a.programme_id = ?)
       ORDER BY v.person_name, v.id`,
      [programmeId],
    );
  }
}
