import { normaliseText } from '../../../rules/identifiers/normalise-text.js';
import { anchorDraftProblems, anchorProblems } from '../../../rules/rounds/anchors.js';
import type { SheetProblem } from '../../../rules/rounds/draft-sheet.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { TextField, TextareaField, WholeField } from '../../../web/forms/fields.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { AnchorEvidence } from '../anchor-dossier.entity.js';
import { type TypedAnchor, anchorField, evidenceOf, shownBesideText } from '../save-anchor.js';

export class BeginAnchorForm {
  @TextField({ label: 'judging.panel.category', max: 20 })
  categoryId!: string;
  @TextField({
    label: 'judging.anchor.source',
    hint: 'judging.anchor.source.hint',
    required: false,
    max: 20,
  })
  sourceId!: string | null;
}

/** Names what the reader saw. */
export class AnchorVersionForm {
  @WholeField({ label: 'judging.anchor.version', min: 0, max: 1_000_000 })
  version!: number;
}

export class ReturnAnchorForm {
  @WholeField({ label: 'judging.anchor.version', min: 0, max: 1_000_000 })
  version!: number;
  @TextareaField({ label: 'judging.anchor.returnReason', min: 4, max: 500, rows: 2 })
  reason!: string;
}

/** An anchor as it was typed: which indicators it has is data of the programme, so it is read by hand. */
export interface AnchorInput extends TypedAnchor {
  readonly errors: readonly FieldError[];
}

export function readAnchorInput(indicators: readonly Indicator[], raw: RawForm): AnchorInput {
  const texts: Record<string, string> = {};
  const points: Record<string, number> = {};
  const reasons: Record<string, string> = {};
  const documents: string[] = [];
  for (const { code } of indicators) {
    const [text, typed, reason] = ['text', 'points', 'reason'].map((name) =>
      normaliseText((typedTexts(raw, `${name}-${code}`)[0] ?? '').replace(/\r\n?/g, '\n')),
    ) as [string, string, string];
    if (text !== '') texts[code] = text;
    if (typed !== '') points[code] = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
    if (reason !== '') reasons[code] = reason;
    documents.push(...typedTexts(raw, `documents-${code}`));
  }
  const draft = { texts, points, reasons, documents };
  return { ...draft, errors: anchorDraftProblems(indicators, draft).map(asError) };
}

/** What keeps a sound draft from being handed over. */
export function owedErrors(
  indicators: readonly Indicator[],
  before: Readonly<Record<string, AnchorEvidence>>,
  typed: TypedAnchor,
): readonly FieldError[] {
  const evidence = evidenceOf(indicators, before, typed);
  return anchorProblems(indicators, typed, shownBesideText(evidence)).map(asError);
}

function asError(problem: SheetProblem): FieldError {
  return { field: anchorField(problem), code: problem.key, variables: problem.variables };
}

export function typedVersion(raw: RawForm): number {
  const version = Number(typedTexts(raw, 'version')[0]);
  return Number.isSafeInteger(version) ? version : 0;
}
