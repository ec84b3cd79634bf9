import { EVIDENCE_KINDS, type EvidenceKind } from '../rules/applications/evidence-guide.js';
import type { Translate } from '../web/page-context.js';

export interface EvidenceWords {
  readonly name: string;
  readonly taken: string;
  readonly sample: string;
  readonly refused: string;
}

/** What is taken as proof, how it looks, and why it is often refused. */
export function evidenceWords(
  t: Translate,
  kinds: readonly EvidenceKind[] = EVIDENCE_KINDS,
): readonly EvidenceWords[] {
  return kinds.map((kind) => ({
    name: t(`applications.proof.${kind}`),
    taken: t(`applications.proof.${kind}.taken`),
    sample: t(`applications.proof.${kind}.sample`),
    refused: t(`applications.proof.${kind}.refused`),
  }));
}
