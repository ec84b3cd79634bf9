import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { conflict, missing, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { Figure } from '../../figure.entity.js';
import { DutySeparation } from '../duty-separation.js';
import {
  type ApplicationFile,
  ApplicationFileQueries,
  type FiguresOfFile,
} from '../file/application-file.queries.js';
import { categoryRules } from '../file/category-rules.js';
import { isSystemItem } from '../file/correctable-items.js';
import { assertPhase } from '../review-phase.js';
import { checklistKeys } from './checklist.js';
import { type DecidedFigure, type TypedVerdict, decide } from './decided-value.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { lockWithProgramme } from '../../lock-with-programme.js';

/** Rows in one UPDATE; each takes nine values. */
const rowsPerStatement = 100;

export interface PageOfVerdicts {
  readonly applicationId: string;
  readonly verdicts: readonly TypedVerdict[];
}

/** The verdicts of one page, in one transaction: all of them or, when somebody was first, none. */
@Injectable()
export class SaveVerdicts {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: PageOfVerdicts): Promise<{ saved: number }> {
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, input.applicationId);
      return this.saveHeld(actor, input);
    });
  }

  /** The same for a caller whose transaction holds the application and its programme already. */
  async saveHeld(actor: Actor, { applicationId, verdicts }: PageOfVerdicts) {
    const file = await this.files.figuresOf(applicationId, null);
    await this.assertOpen(actor, file);
    const { head } = file;
    const { rules } = await this.programmes.rules(head.programmeId);
    const { ticked } = checklistKeys(categoryRules(rules, head.categoryCode));
    const decided = decideAll(file, ticked, verdicts);
    if (decided.length === 0) return { saved: 0 };
    const known = new Set(file.figures.map(({ key }) => key));
    const added = decided.filter(({ key }) => !known.has(key));
    if (added.length) await this.insert(actor, head.id, added);
    const changed = decided.filter(({ key }) => known.has(key));
    for (let from = 0; from < changed.length; from += rowsPerStatement) {
      await this.update(actor, head.id, changed.slice(from, from + rowsPerStatement));
    }
    await this.journal.record({
      actorId: actor.accountId,
      actorRole: 'Verifier',
      event: 'application.saveVerdicts',
      subjectType: 'application',
      subjectId: head.id,
      programmeId: head.programmeId,
      details: {
        figures: decided.map(({ key, verdict, verified }) => ({ key, verdict, verified })),
      },
    });
    return { saved: decided.length };
  }

  /** @throws Refusal where this person may not decide on the file, or not now */
  async assertOpen(actor: Actor, { head }: Pick<ApplicationFile, 'head'>): Promise<void> {
    assertPhase('verification', head.programmeState);
    if (!applicationIn.inVerification.has(head.state))
      throw overtaken('review.verification.closed', 'application', head.state);
    await this.separation.assert(actor, 'Verifier', head);
  }

  private async insert(actor: Actor, applicationId: string, added: readonly DecidedFigure[]) {
    await this.database.repo(Figure).insert(
      added.map(({ key, verified, verdict, reason }) => ({
        id: newId(),
        applicationId,
        key,
        claimed: null,
        verified,
        verdict,
        reason,
        verifierId: actor.accountId,
        verifiedAt: this.clock.now(),
        secondReaderId: null,
        secondReadAt: null,
        version: 1,
      })),
    );
  }

  /** A row that changed since it was shown is not matched, and the whole page is refused. */
  private async update(actor: Actor, applicationId: string, some: readonly DecidedFigure[]) {
    const cases = some.map(() => 'WHEN ? THEN ?').join(' ');
    const pairs = (valueOf: (figure: DecidedFigure) => string | null) =>
      some.flatMap((figure) => [figure.key, valueOf(figure)]);
    const rows = await this.database.execute(
      `UPDATE figure SET verified = CASE key ${cases} END, verdict = CASE key ${cases} END,
              reason = CASE key ${cases} END, verifier_id = ?, verified_at = ?,
              second_reader_id = NULL, second_read_at = NULL, version = version + 1
       WHERE application_id = ? AND (${some.map(() => '(key = ? AND version = ?)').join(' OR ')})
       RETURNING key`,
      [
        ...pairs(({ verified }) => verified),
        ...pairs(({ verdict }) => verdict),
        ...pairs(({ reason }) => reason),
        actor.accountId,
        this.clock.now(),
        applicationId,
        ...some.flatMap(({ key, version }) => [key, version]),
      ],
    );
    if (changedRows(rows) !== some.length) throw conflict();
  }
}

function decideAll(
  file: FiguresOfFile,
  ticked: readonly string[],
  typed: readonly TypedVerdict[],
): readonly DecidedFigure[] {
  const figures = new Map(file.figures.map((figure) => [figure.key, figure]));
  return typed
    .filter(({ verdict }) => verdict !== '')
    .map((one) => {
      const figure = figures.get(one.key);
      if (isSystemItem(one.key) || (!figure && !ticked.includes(one.key))) throw missing();
      return { ...decide(one, figure?.claimed ?? null), figure };
    })
    .filter(
      ({ figure, verdict, verified, reason }) =>
        figure?.verdict !== verdict || figure.verified !== verified || figure.reason !== reason,
    );
}

/** PostgreSQL's driver answers with rows and their number, SQLite's with rows. */
function changedRows(answer: unknown): number {
  const rows = answer as unknown[];
  return Array.isArray(rows[0]) ? rows[0].length : rows.length;
}
