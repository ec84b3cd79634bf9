import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { conflict, overtaken } from '../../rules/refusal.js';
import { Application, type ApplicationAnswers } from '../application.entity.js';
import { Figure } from '../figure.entity.js';
import type { ApplicationFile } from './application-file.js';
import {
  areRowsOpen,
  isAnythingOpen,
  isFigureOpen,
  isPenaltyOpen,
  isTextOpen,
} from './open-items.js';
import { figuresOfRows, isRowFigure } from './row-lists.js';
import { type StepContent, contentOf, contentVersion } from './step-content.js';
import type { StepName } from './step-fields.js';
import { newFigure } from '../new-figure.js';
import { shareWithProgramme } from '../share-with-programme.js';

export interface StepChange {
  readonly step: StepName;
  /** The version that the form was drawn from. */
  readonly version: string;
  /** Open fields only, as `readStep` returns them. */
  readonly content: StepContent;
}

/** Saves what was typed on one step of a draft or of a correction. */
@Injectable()
export class SaveStep {
  constructor(private readonly database: Database) {}

  /**
   * @param file loaded through the actor's merchant
   * @throws Refusal of kind conflict when the step was saved in between
   */
  async run(file: ApplicationFile, change: StepChange): Promise<{ version: string }> {
    if (!isAnythingOpen(file.open) || !isOpen(file, change)) {
      throw overtaken('applications.locked', 'application', file.application.state);
    }
    return this.database.transaction(async () => {
      const application = await shareWithProgramme(this.database, file.application);
      if (application.state !== file.application.state) {
        throw overtaken('applications.locked', 'application', application.state);
      }
      const stored = await this.figures(application.id);
      const before = contentOf(change.step, file.lists, {
        answers: application.answers,
        figures: stored,
      });
      if (contentVersion(before) !== change.version) throw conflict();
      application.answers = merge(application.answers, change);
      await this.database.repo(Application).save(application);
      if (change.step === 'figures') await this.write(application.id, stored, change.content);
      const after = contentOf(change.step, file.lists, {
        answers: application.answers,
        figures: await this.figures(application.id),
      });
      return { version: contentVersion(after) };
    });
  }

  private figures(applicationId: string): Promise<Figure[]> {
    return this.database.repo(Figure).find({ where: { applicationId }, order: { key: 'ASC' } });
  }

  private async write(
    applicationId: string,
    stored: readonly Figure[],
    { figures, rows }: StepContent,
  ): Promise<void> {
    const wanted = new Map(Object.entries(figures));
    for (const [key, value] of figuresOfRows(rows)) {
      if (rowsGiven(key, rows)) wanted.set(key, value);
    }
    const repo = this.database.repo(Figure);
    const gone = stored.filter(
      ({ key }) =>
        wanted.get(key) === null || (isRowFigure(key) && rowsGiven(key, rows) && !wanted.has(key)),
    );
    if (gone.length) await repo.delete(gone.map(({ id }) => id));
    const known = new Map(stored.map((figure) => [figure.key, figure]));
    const changed = stored.filter(({ key, claimed }) => {
      const value = wanted.get(key);
      return typeof value === 'string' && value !== claimed;
    });
    for (const figure of changed) figure.claimed = wanted.get(figure.key)!;
    await repo.save(changed);
    const added = [...wanted].filter(([key, value]) => value !== null && !known.has(key));
    await repo.insert(added.map(([key, claimed]) => newFigure(applicationId, key, claimed)));
  }
}

/** In a correction nothing is taken but the listed items (A05). */
function isOpen({ open, lists, application }: ApplicationFile, { step, content }: StepChange) {
  const { figures, texts, rows, penaltySelfReport } = content;
  return (
    Object.keys(figures).every((key) => isFigureOpen(open, { key })) &&
    Object.keys(texts).every((indicator) => isTextOpen(open, indicator)) &&
    lists.every((list) => !(list.key in rows) || areRowsOpen(open, list)) &&
    (step === 'figures' ||
      penaltySelfReport === application.answers.penaltySelfReport ||
      isPenaltyOpen(open))
  );
}

function merge(answers: ApplicationAnswers, { step, content }: StepChange): ApplicationAnswers {
  const rows = { ...answers.rows, ...content.rows };
  if (step === 'figures') return { ...answers, rows };
  const texts = Object.fromEntries(
    Object.entries({ ...answers.texts, ...content.texts }).filter(([, text]) => text !== ''),
  );
  return { texts, rows, penaltySelfReport: content.penaltySelfReport };
}

/** Only lists that were sent replace their figures; a closed list keeps them. */
function rowsGiven(key: string, rows: StepContent['rows']): boolean {
  const list = { certification: 'certifications', samplingFailure: 'samplingFailures' };
  const stem = key.split('.')[0]!;
  return (list[stem as keyof typeof list] ?? stem) in rows;
}
