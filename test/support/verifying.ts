import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { categoryRules } from '../../src/applications/office/file/category-rules.js';
import {
  type AdjustmentInput,
  AdjustScore,
} from '../../src/applications/office/verification/adjust-score.js';
import { checklistKeys } from '../../src/applications/office/verification/checklist.js';
import { CompleteVerification } from '../../src/applications/office/verification/complete-verification.js';
import { ConfirmVerification } from '../../src/applications/office/verification/confirm-verification.js';
import type { TypedVerdict } from '../../src/applications/office/verification/decided-value.js';
import { RemoveAdjustment } from '../../src/applications/office/verification/remove-adjustment.js';
import { SaveVerdicts } from '../../src/applications/office/verification/save-verdicts.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { makeProgramme } from './programme.js';
import { makeSubmitted, sampleClaims } from './submitted-application.js';
import type { TestApp } from './test-app.js';

/** What the checklist of category G asks of the verifier, and what it decides itself. */
export const categoryG = checklistKeys(categoryRules(PRESET_NOW, 'G'));

export type Verifying = Awaited<ReturnType<typeof verifying>>;

/** An application of category G in verification, and what its two verifiers do with it. */
export async function verifying(app: TestApp) {
  const programme = await makeProgramme(app, 'Verification');
  const { id, documentId, merchantId } = await makeSubmitted(app, programme, {
    state: 'ScreenedIn',
  });
  const verifier = acting('Verifier');
  const second = acting('Verifier');
  const of = app.app;
  const accepted = (key: string, version: number): TypedVerdict => ({
    key,
    version,
    verdict: 'Accepted',
    value: '',
    reason: '',
  });
  return {
    id,
    merchantId,
    programme,
    rules: PRESET_NOW,
    verifier,
    second,
    verdict: (
      key: string,
      {
        actor = verifier,
        applicationId = id,
        ...over
      }: Partial<TypedVerdict> & { actor?: Actor; applicationId?: string } = {},
    ) =>
      of
        .get(SaveVerdicts)
        .run(actor, { applicationId, verdicts: [{ ...accepted(key, 1), ...over }] }),
    /** Accepts everything but for some, as one page. */
    everyVerdict: (except: readonly string[] = []) =>
      of.get(SaveVerdicts).run(verifier, {
        applicationId: id,
        verdicts: [
          ...Object.keys(sampleClaims).map((key) => accepted(key, 1)),
          ...categoryG.ticked.map((key) => accepted(key, 0)),
        ].filter(({ key }) => !except.includes(key)),
      }),
    adjust: (over: Partial<AdjustmentInput> = {}) =>
      of.get(AdjustScore).run(verifier, {
        applicationId: id,
        kind: 'bonus',
        points: 100,
        reason: '获得省级荣誉。',
        evidenceId: documentId,
        ...over,
      }),
    remove: (adjustmentId: string) => of.get(RemoveAdjustment).run(verifier, id, adjustmentId),
    confirm: (actor: Actor = second) => of.get(ConfirmVerification).run(actor, id),
    complete: () => of.get(CompleteVerification).run(verifier, id),
  };
}
