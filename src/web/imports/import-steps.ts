import { randomUUID } from 'node:crypto';
import { Refusal } from '../../rules/refusal.js';
import { type RawForm, typedTexts } from '../forms/parse-value.js';
import type { UploadedFile } from '../http/uploaded-file.js';
import type { Page, Redirect } from '../views/page.js';
import { type ImportProgress, type Report, partOf } from './import-progress.js';

/** What is known of a file before it is entered. */
export interface PlannedImport {
  readonly hash: string;
  readonly errors: readonly unknown[];
}

export interface ImportOrder {
  readonly content: Buffer;
  /** Digest of the plan that was shown; null where nobody was shown one. */
  readonly digest: string | null;
  /** A person has seen what the plan asks and says that the file is right. */
  readonly confirmed: boolean;
}

export interface ImportShown<P> {
  readonly plan: P | null;
  readonly refusal: Refusal | null;
  /** Names the work of the form that is drawn. */
  readonly run: string;
}

/** One kind of import: what it does to a file, and its page. */
export interface ImportDesk<P extends PlannedImport> {
  plan(content: Buffer, report: Report): Promise<P>;
  enter(order: ImportOrder, report: Report): Promise<Redirect>;
  page(shown: ImportShown<P>, status: number): Page;
}

interface Pending {
  keep(hash: string, content: Buffer): Promise<void>;
  take(hash: string): Promise<Buffer | null>;
  forget(hash: string): Promise<void>;
}

/** A table on its way in: read and shown first, entered as a whole or not at all. */
export class ImportSteps<P extends PlannedImport> {
  constructor(
    private readonly pending: Pending,
    private readonly progress: ImportProgress,
    private readonly accountId: string,
    private readonly desk: ImportDesk<P>,
  ) {}

  show(): Page {
    return this.page(null, null, 200);
  }

  /** Reads the file and shows what it would do; nothing is written. */
  preview(raw: RawForm, files: readonly UploadedFile[]): Promise<Page> {
    return this.following(raw, async (report) => {
      const file = files.find((one) => one.field === 'file');
      if (!file) return this.refused(new Refusal('merchants.import.chooseFile', {}, 'file'));
      return this.preparing(await file.read(), 200, report);
    });
  }

  confirm(raw: RawForm): Promise<Page | Redirect> {
    return this.following(raw, async (report) => {
      const [hash = '', digest = ''] = ['hash', 'digest'].map((name) => typedTexts(raw, name)[0]);
      const content = await this.pending.take(hash);
      if (!content) return this.refused(new Refusal('merchants.import.chooseAgain', {}, 'file'));
      const again = (status: number, refusal: Refusal | null = null) =>
        this.preparing(content, status, partOf(report, 0.9, 1), refusal);
      try {
        const confirmed = typedTexts(raw, 'confirmed')[0] === 'on';
        const done = await this.desk.enter({ content, digest, confirmed }, report);
        await this.pending.forget(hash);
        return done;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.kind === 'conflict') return again(409, error);
        if (error.kind !== 'invalid') throw error;
        return error.field === 'confirmed' ? again(422, error) : this.refused(error);
      }
    });
  }

  private following<T>(raw: RawForm, work: (report: Report) => Promise<T>): Promise<T> {
    return this.progress.follow(this.accountId, typedTexts(raw, 'run')[0] ?? '', work);
  }

  private async preparing(
    content: Buffer,
    status: number,
    report: Report,
    refusal: Refusal | null = null,
  ): Promise<Page> {
    try {
      const plan = await this.desk.plan(content, report);
      if (plan.errors.length === 0) await this.pending.keep(plan.hash, content);
      return this.page(plan, refusal, plan.errors.length ? 422 : status);
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'invalid') return this.refused(error);
      throw error;
    }
  }

  private refused(refusal: Refusal): Page {
    return this.page(null, refusal, 422);
  }

  private page(plan: P | null, refusal: Refusal | null, status: number): Page {
    return this.desk.page({ plan, refusal, run: randomUUID() }, status);
  }
}
