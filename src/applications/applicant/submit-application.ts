import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Notify } from '../../notifications/notify.js';
import { Category } from '../../programmes/category.entity.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Application } from '../application.entity.js';
import { Declaration } from '../declaration.entity.js';
import { EvidenceLink } from '../evidence-link.entity.js';
import { Figure } from '../figure.entity.js';
import { MoveApplication } from '../move-application.js';
import { type ApplicationFile, claimsOf } from './application-file.js';
import { confirmationOf } from './confirmation.js';
import {
  type DeclarationKind,
  type GivenDeclarations,
  consentItems,
  declarationKinds,
  declarationProblems,
  textHash,
} from './declarations.js';
import { EligibilityOverview } from './eligibility-overview.js';
import { merchantRole } from './merchant-role.js';
import { newNumbers } from './new-numbers.js';
import { newFigure } from '../new-figure.js';
import { KeepSubmission, contentHashOf } from '../keep-submission.js';
import { draftProblems } from './submission-problems.js';
import { stepVersion } from './step-content.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { Programme } from '../../programmes/programme.entity.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { TellApplicant } from '../tell-applicant.js';

export interface Submission {
  readonly declarations: GivenDeclarations;
  /** The texts as the person saw them, in the person's language. */
  readonly shownTexts: Readonly<Record<DeclarationKind, string>>;
  readonly address: string;
}

/** Submits a draft (A02): freezes the register facts, gives the receipt and the judging number. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly database: Database,
    private readonly overview: EligibilityOverview,
    private readonly move: MoveApplication,
    private readonly keep: KeepSubmission,
    private readonly notify: Notify,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  /** @param file loaded through the actor's merchant just before */
  async run(
    actor: Actor,
    file: ApplicationFile,
    given: Submission,
  ): Promise<{ receiptNumber: string; number: number }> {
    const { application, programme, window } = file;
    if (!applicationIn.draft.has(application.state)) throw locked(application);
    if (!window?.open || this.clock.now() >= window.acceptsUntil) {
      throw closed(programme.state);
    }
    return this.database.transaction(async () => {
      const { state } = await this.database.share(Programme, programme.id);
      if (!programmeIn.takesApplications.has(state)) throw closed(state);
      const eligibility = await this.eligibility(file);
      // The category's row too, so that two submissions cannot read the same last number.
      await this.database.lock(Category, application.categoryId);
      const row = await this.database.lock(Application, application.id);
      await this.refuseChanges(file, row);
      const submittedAt = this.clock.now();
      const claims = claimsOf(file);
      const snapshot = { ...file.register, year: programme.dataYear, takenAt: submittedAt };
      // Submitted anew, it keeps the numbers that people have been told.
      const { receiptNumber, judgingNumber } = row;
      const numbers =
        receiptNumber && judgingNumber
          ? { receiptNumber, judgingNumber }
          : await newNumbers(this.database, file);
      Object.assign(row, {
        ...numbers,
        snapshot,
        submittedAt,
        divisionCode: file.register.merchant.divisionCode,
        eligibility,
        eligibilityAt: submittedAt,
      });
      await this.database.repo(Application).save(row);
      await this.freezeFigures(application.id, claims);
      const declarations = await this.declare(actor, application.id, given, submittedAt);
      const confirmation = confirmationOf(actor, file);
      const number = await this.keep.run({
        applicationId: row.id,
        kind: 'submission',
        accountId: actor.accountId,
        submittedAt,
        confirmation,
      });
      const files = file.evidence.map(({ indicator, hash }) => ({ indicator, hash }));
      const refused = declarationProblems(file, given.declarations).map(
        ({ field }) => field as DeclarationKind,
      );
      const byItem = (kind: DeclarationKind) => consentItems(file, kind).length > 0;
      await this.move.run({
        applicationId: application.id,
        event: 'submit',
        actorId: actor.accountId,
        role: merchantRole(actor),
        guards: {
          requiredFieldsFilled: draftProblems(file).length === 0,
          declarationsAccepted: refused.every(byItem),
          consentsGiven: !refused.some(byItem),
          beforeDeadline: submittedAt < window.acceptsUntil,
          legalRepresentativeConfirmed: confirmation !== null,
        },
        details: {
          receiptNumber: numbers.receiptNumber,
          number,
          confirmation,
          contentHash: contentHash(file, claims),
          snapshotHash: hashOf(snapshot),
          evidence: files,
          declarations,
        },
      });
      await this.tell.run(application.id, {
        kind: number > 1 ? 'applicationResubmitted' : 'applicationSubmitted',
        variables: { version: number },
        path: `/my/applications/${application.id}/receipt`,
      });
      await this.notify.holders(
        ['DivisionReviewer'],
        {
          kind: 'applicationArrived',
          variables: { receiptNumber: numbers.receiptNumber },
          path: `/division/applications/${application.id}`,
        },
        { divisionCode: application.divisionCode },
      );
      return { receiptNumber: numbers.receiptNumber, number };
    });
  }

  /** The self-check once more: what was true when the draft began may have changed. */
  private async eligibility({ application }: ApplicationFile) {
    const overview = await this.overview.of(application.merchantId, application.programmeId);
    const own = overview?.categories.find(
      ({ categoryId }) => categoryId === application.categoryId,
    );
    if (!own) throw new Refusal('applications.submit.closed');
    if (!own.eligible) throw new Refusal('applications.submit.ineligible');
    return own.findings;
  }

  /** What is submitted is what the person was shown: nobody saved in between. */
  private async refuseChanges(file: ApplicationFile, row: Application): Promise<void> {
    const figures = await this.database
      .repo(Figure)
      .find({ where: { applicationId: row.id }, order: { key: 'ASC' } });
    const now = {
      ...file,
      application: { ...file.application, answers: row.answers },
      figures: figures.map(({ key, claimed }) => ({
        key,
        claimed,
        verified: null,
        verdict: null,
        reason: null,
      })),
    };
    const changed = (['figures', 'texts'] as const).some(
      (step) => stepVersion(now, step) !== stepVersion(file, step),
    );
    const files = await this.database.repo(EvidenceLink).countBy({ applicationId: row.id });
    if (!applicationIn.draft.has(row.state)) throw locked(row);
    if (changed || files !== file.evidence.length) throw conflict();
  }

  private async freezeFigures(
    applicationId: string,
    claims: ReadonlyMap<string, string | null>,
  ): Promise<void> {
    const repo = this.database.repo(Figure);
    await repo.delete({ applicationId });
    const rows = [...claims].flatMap(([key, claimed]) =>
      claimed === null ? [] : [newFigure(applicationId, key, claimed)],
    );
    for (let i = 0; i < rows.length; i += 200) await repo.insert(rows.slice(i, i + 200));
  }

  private async declare(
    actor: Actor,
    applicationId: string,
    { declarations, shownTexts, address }: Submission,
    acceptedAt: string,
  ) {
    const rows = declarationKinds.map((kind) => ({
      id: newId(),
      applicationId,
      kind,
      textHash: textHash(shownTexts[kind]),
      items: [...declarations[kind].items],
      accountId: actor.accountId,
      address,
      acceptedAt,
    }));
    await this.database.repo(Declaration).insert(rows);
    return rows.map(({ kind, textHash: hash }) => ({ kind, hash }));
  }
}

/** Hash over everything the applicant states; printed on the receipt and kept in the journal. */
export function contentHash(
  file: ApplicationFile,
  claims: ReadonlyMap<string, string | null>,
): string {
  const figures = [...claims].map(([key, claimed]) => ({ key, claimed }));
  return contentHashOf({ figures, answers: file.application.answers, evidence: file.evidence });
}

function locked({ state }: { readonly state: string }): Refusal {
  return overtaken('applications.locked', 'application', state);
}

/** Closed by the office while the page was open, or past its time while the programme waits for that. */
function closed(state: ProgrammeState): Refusal {
  const code = 'applications.submit.closed';
  if (programmeIn.takesApplications.has(state)) return new Refusal(code);
  return overtaken(code, 'programme', state);
}
