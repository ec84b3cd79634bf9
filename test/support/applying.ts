import { AskRepresentative } from '../../src/applications/applicant/ask-representative.js';
import type { ApplicationFile } from '../../src/applications/applicant/application-file.js';
import { ApplicationFiles } from '../../src/applications/applicant/application-files.js';
import { AskAboutCorrection } from '../../src/applications/applicant/ask-about-correction.js';
import {
  CorrectApplication,
  type CorrectionAnswer,
} from '../../src/applications/applicant/correct-application.js';
import type { ItemTexts } from '../../src/applications/keep-correction-words.js';
import {
  type DeclarationKind,
  type GivenDeclarations,
  declarationKinds,
} from '../../src/applications/applicant/declarations.js';
import { EvidenceChanges } from '../../src/applications/applicant/evidence-changes.js';
import { DropDraft } from '../../src/applications/applicant/drop-draft.js';
import { ReopenApplication } from '../../src/applications/applicant/reopen-application.js';
import { RestoreSubmission } from '../../src/applications/applicant/restore-submission.js';
import { SaveStep } from '../../src/applications/applicant/save-step.js';
import { type StepContent, stepVersion } from '../../src/applications/applicant/step-content.js';
import type { StepName } from '../../src/applications/applicant/step-fields.js';
import { SubmitApplication } from '../../src/applications/applicant/submit-application.js';
import { WithdrawApplication } from '../../src/applications/applicant/withdraw-application.js';
import { Application } from '../../src/applications/application.entity.js';
import { CorrectionRequest } from '../../src/applications/correction-request.entity.js';
import { newId } from '../../src/database/new-id.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { type Applicant, fillDraft, startDraft } from './applicant.js';
import type { TestProgramme } from './programme.js';
import { smallPdf } from './small-files.js';
import type { TestApp } from './test-app.js';
import { uploadedFile } from './uploaded-file.js';

/** The last moment at which an application of the test programme is too late. */
export const afterTheWindow = '2026-09-30T16:00:00.000Z';

/** Everything agreed to, as the page hands it on. */
const declared = (over: Partial<GivenDeclarations> = {}): GivenDeclarations => ({
  ...(Object.fromEntries(
    declarationKinds.map((kind) => [kind, { accepted: true, items: [] }]),
  ) as unknown as GivenDeclarations),
  publicity: { accepted: false, items: ['merchantName', 'division'] },
  personalInformation: { accepted: false, items: ['contact'] },
  ...over,
});

export const signedStatement = uploadedFile('statement', '声明.pdf', smallPdf);

export type Applying = Awaited<ReturnType<typeof applying>>;

/** A filled draft of a merchant and all that its people may do with it, each on what it loads first. */
export async function applying(app: TestApp, own: Applicant, programme: TestProgramme) {
  const path = await startDraft(own, programme);
  await fillDraft(own, path);
  const id = path.split('/').at(-1)!;
  const { merchantId } = own;
  const representative = acting('LegalRepresentative', { merchantId, accountId: own.accountId });
  const agent = acting('Agent', { merchantId });
  const of = app.app;
  const load = (actor: Actor = representative) => of.get(ApplicationFiles).load(actor, id);
  const write = async (step: StepName, content: Partial<StepContent>, file?: ApplicationFile) => {
    const shown = file ?? (await load());
    const { penaltySelfReport } = shown.application.answers;
    return of.get(SaveStep).run(shown, {
      step,
      version: stepVersion(shown, step),
      content: { figures: {}, texts: {}, rows: {}, penaltySelfReport, ...content },
    });
  };
  return {
    id,
    path,
    representative,
    agent,
    load,
    submit: async (
      file?: ApplicationFile,
      actor: Actor = representative,
      given: Partial<GivenDeclarations> = {},
    ) =>
      of.get(SubmitApplication).run(actor, file ?? (await load(actor)), {
        declarations: declared(given),
        shownTexts: Object.fromEntries(declarationKinds.map((kind) => [kind, kind])) as Record<
          DeclarationKind,
          string
        >,
        address: '127.0.0.1',
      }),
    ask: async (file?: ApplicationFile) =>
      of.get(AskRepresentative).run(agent, file ?? (await load(agent))),
    reopen: async (file?: ApplicationFile, actor: Actor = representative) =>
      of.get(ReopenApplication).run(actor, file ?? (await load(actor))),
    restore: () => of.get(RestoreSubmission).run(representative, id),
    restoreOverdue: () => of.get(RestoreSubmission).afterDeadline(),
    drop: async (file?: ApplicationFile) =>
      of.get(DropDraft).run(representative, file ?? (await load())),
    withdraw: async (
      actor: Actor = representative,
      statement: typeof signedStatement | null = null,
    ) => of.get(WithdrawApplication).run(actor, await load(actor), statement),
    /** Left as it is on purpose, unless a case says otherwise. */
    correct: async (file?: ApplicationFile, answer: Partial<CorrectionAnswer> = {}) =>
      of.get(CorrectApplication).run(representative, file ?? (await load()), {
        texts: {},
        unchangedMeant: true,
        ...answer,
      }),
    askAbout: async (texts: ItemTexts, file?: ApplicationFile) =>
      of.get(AskAboutCorrection).run(representative, file ?? (await load()), texts),
    save: (figures: StepContent['figures'], file?: ApplicationFile) =>
      write('figures', { figures }, file),
    write,
    attach: async (indicator: string, file?: ApplicationFile, files = [signedStatement]) =>
      of.get(EvidenceChanges).attach(representative, file ?? (await load()), {
        indicator,
        caption: '',
        files,
        startedAt: app.clock.now(),
      }),
    remove: async (linkId: string, file?: ApplicationFile) =>
      of.get(EvidenceChanges).remove(representative, file ?? (await load()), linkId),
    moveTo: (state: Application['state']) =>
      app.database.repo(Application).update({ id }, { state }),
    /** As an office leaves it when it asks for a correction until 17 September. */
    askCorrection: async (items: string[], stage: CorrectionRequest['stage'] = 'division') => {
      await app.database.repo(Application).update({ id }, { state: 'CorrectionRequested' });
      await app.database.repo(CorrectionRequest).insert({
        id: newId(),
        applicationId: id,
        stage,
        items,
        reason: '订单量与平台汇总不一致，请核对。',
        requestedBy: newId(),
        requestedAt: app.clock.now(),
        dueOn: '2026-09-17',
        answeredAt: null,
      });
    },
  };
}
