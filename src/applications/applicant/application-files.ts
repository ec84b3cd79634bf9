import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { SetUpQueries } from '../../programmes/set-up.queries.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { countsAsBegun } from '../../rules/programme/upload-grace.js';
import { missing } from '../../rules/refusal.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import { ApplicantQueries, type SubmissionRow } from './applicant.queries.js';
import type { OpenDraft } from './reopened.queries.js';
import { type ApplicationFile, completeFile } from './application-file.js';
import type { Register } from './register.js';
import { RegisterQueries } from './register.queries.js';
import { type SubmissionWindow, submissionWindow } from './submission-window.js';

/** Loads an application through the actor's own merchant; anybody else's is missing. */
@Injectable()
export class ApplicationFiles {
  constructor(
    private readonly queries: ApplicantQueries,
    private readonly registers: RegisterQueries,
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly clock: Clock,
  ) {}

  /** @param startedAt of the upload that brings files, for which time stood still then (rule K3) */
  async load(actor: Actor, id: string, startedAt?: string): Promise<ApplicationFile> {
    const merchantId = merchantOf(actor);
    const application = merchantId ? await this.queries.application(id, merchantId) : null;
    if (!application || !merchantId) throw missing();
    const programme = await this.programmes.byId(application.programmeId);
    const { rules } = await this.programmes.rules(programme.id);
    const [told] = await this.setUp.asExtended([programme]);
    const extensions = await this.queries.extensions(programme.id);
    const corrections = await this.queries.openCorrections(merchantId);
    const uploads = await this.queries.uploads(id);
    const clock = this.clock.now();
    const now = startedAt && countsAsBegun(startedAt, clock) ? startedAt : clock;
    const begun = uploads.map((upload) => upload.startedAt);
    if (startedAt) begun.push(startedAt);
    const covers = { divisionCode: application.divisionCode, applicationId: application.id };
    const correction = corrections.find(({ applicationId }) => applicationId === id) ?? null;
    return completeFile({
      application,
      // Last days as everybody is told them; the applicant's own deadline is its window.
      programme: told!,
      rules,
      register:
        application.snapshot && !applicationIn.draft.has(application.state)
          ? registerOf(application.snapshot)
          : await this.registers.of(merchantId),
      figures: await this.queries.figures(id),
      evidence: await this.queries.evidence(id),
      correction,
      asked: correction ? await this.queries.asked(correction.id) : new Map(),
      window: submissionWindow(programme, extensions, covers, now, begun),
      uploads,
      submissions: await this.queries.submissions(id),
      representatives: await this.queries.representatives(merchantId),
      today: beijingDate(now),
    });
  }

  /** The window of an application that nobody has opened, as the clock sees it. */
  async windowOf({ id, programmeId, divisionCode }: OpenDraft): Promise<SubmissionWindow | null> {
    const programme = await this.programmes.byId(programmeId);
    const extensions = await this.queries.extensions(programmeId);
    const uploads = await this.queries.uploads(id);
    const covers = { divisionCode, applicationId: id };
    const begun = uploads.map(({ startedAt }) => startedAt);
    return submissionWindow(programme, extensions, covers, this.clock.now(), begun);
  }
}

/** The application as it was handed in at one of its times, for its receipt. */
export function handedIn(file: ApplicationFile, submission: SubmissionRow): ApplicationFile {
  const { content, submittedAt } = submission;
  const { application } = file;
  return completeFile({
    ...file,
    application: {
      ...application,
      state: 'Submitted',
      answers: content.answers,
      divisionCode: content.divisionCode,
      submittedAt,
    },
    register: content.snapshot ? registerOf(JSON.stringify(content.snapshot)) : file.register,
    figures: content.figures.map((figure) => ({
      ...figure,
      verified: null,
      verdict: null,
      reason: null,
    })),
    evidence: content.evidence.map((one) => ({ ...one, id: one.documentId, blindProblem: null })),
    correction: null,
  });
}

function registerOf(snapshot: string): Register {
  // Older snapshots hold no ties.
  const stored = JSON.parse(snapshot) as Omit<Register, 'ties'> & Partial<Register>;
  const { merchant, shops, returns, ties = [] } = stored;
  return { merchant, shops, returns, ties };
}
