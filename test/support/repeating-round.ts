import { StoreDocument } from '../../src/documents/store-document.js';
import { RepeatSheet } from '../../src/judging/repeats/repeat-sheet.entity.js';
import { SaveSheet } from '../../src/judging/sheets/save-sheet.js';
import { SignSheets } from '../../src/judging/sheets/sign-sheets.js';
import { Round } from '../../src/programmes/round.entity.js';
import { link } from './evidence.js';
import { JudgedRound, halfPoints } from './judged-round.js';
import { smallPdf } from './small-files.js';
import type { TestApp } from './test-app.js';
import { uploadedFile } from './uploaded-file.js';

/** A blind round in which every judge scores one of four files twice. */
export class RepeatingRound {
  private constructor(
    private readonly app: TestApp,
    readonly judged: JudgedRound,
  ) {}

  static async open(app: TestApp): Promise<RepeatingRound> {
    const judged = await JudgedRound.declaring(app, 4);
    const [code] = Object.keys(halfPoints);
    for (const ownerId of judged.applications) {
      const file = uploadedFile('file', 'a.pdf', smallPdf);
      const owner = { ownerType: 'application', ownerId } as const;
      const { documentId } = await app.app.get(StoreDocument).run(null, { ...owner, file });
      await link(app, ownerId, documentId, code!);
    }
    await app.database.repo(Round).update({ id: judged.id }, { blind: true, repeats: true });
    await judged.everybodyDeclares();
    await judged.openRound();
    return new RepeatingRound(app, judged);
  }

  repeats(): Promise<RepeatSheet[]> {
    return this.app.database.repo(RepeatSheet).findBy({ roundId: this.judged.id });
  }

  async repeat(seat: number): Promise<RepeatSheet> {
    const { seatId } = this.judged.judges[seat - 1]!;
    return (await this.repeats()).find((one) => one.seatId === seatId)!;
  }

  /** The sheet that counts of the file that comes again. */
  async first(seat: number) {
    const { applicationId } = await this.repeat(seat);
    return this.judged.sheet(seat, this.judged.applications.indexOf(applicationId));
  }

  async save(seat: number, scores: Readonly<Record<string, number>> = halfPoints) {
    const { id, version } = await this.repeat(seat);
    const typed = { version, scores, comments: {} };
    return this.app.app.get(SaveSheet).run(this.judged.judge(seat), id, () => typed);
  }

  async sign(seat: number): Promise<number> {
    const { id: sheetId, version } = await this.repeat(seat);
    const given = { sheets: [{ sheetId, version }], dissent: null, confirmed: true };
    return this.app.app.get(SignSheets).run(this.judged.judge(seat), this.judged.id, given);
  }
}
