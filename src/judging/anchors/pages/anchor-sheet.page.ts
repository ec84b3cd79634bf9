import { anchorSheetIn } from '../../../rules/lifecycle/anchor-states.js';
import { anchorDeviations } from '../../../rules/rounds/anchors.js';
import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import type { CommentRule } from '../../../rules/scoring/rule-set.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import { formatHundredths } from '../../../text/format.js';
import type { ProgressLine } from '../../../web/component-models.js';
import type { ErrorSummary } from '../../../web/field-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import {
  type EvidencePair,
  type KeyLine,
  SHEET_KEYS,
  keyLines,
  pairsOf,
  sheetProgress,
} from '../../sheets/pages/evidence-pairs.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { indicatorLabel } from '../../sheets/pages/score-step.js';
import { anchorFiles } from './anchor-files.js';
import type { OwnAnchor } from '../anchor-sheet.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/anchor-sheet': AnchorSheetPage;
  }
}

export interface AnchorSheetPage extends PageFrame {
  readonly action: string;
  readonly category: string;
  readonly version: number;
  readonly editable: boolean;
  readonly summary: ErrorSummary;
  readonly pairs: readonly EvidencePair[];
  readonly progress: ProgressLine;
  readonly keys: readonly KeyLine[];
  /** Own points beside the reference, for this judge alone; empty until the submission. */
  readonly compared: readonly {
    readonly label: string;
    readonly own: string;
    readonly reference: string;
    readonly difference: string;
    readonly reason: string;
  }[];
  readonly mayAcknowledge: boolean;
  readonly done: boolean;
}

export interface AnchorSheetInput {
  readonly own: OwnAnchor;
  readonly indicators: readonly Indicator[];
  readonly comment: CommentRule;
  /** What came back with its errors. */
  readonly sent?: {
    readonly draft: DraftSheet;
    readonly errors: readonly FieldError[];
    /** At its version, beside what its page had shown; left out where what is saved now is shown. */
    readonly seen?: Readonly<Record<string, string>>;
    readonly version?: number;
  };
}

export function anchorSheetPage({ own, indicators, comment, sent }: AnchorSheetInput) {
  return (context: PageContext): AnchorSheetPage => {
    const { t } = context;
    const base = `judging/anchors/${own.id}`;
    const title = t('judging.anchor.numbered', { number: own.number });
    const runs = programmeIn.scoresAnchors.has(own.programmeState);
    const editable = runs && !anchorSheetIn.given.has(own.state);
    const draft = sent?.draft ?? own;
    const errors = sent?.errors ?? [];
    const reading = {
      indicators,
      editable,
      commentRule: comment,
      scores: own.scores,
      comments: own.comments,
      evidence: indicators.map((indicator) => {
        const one = own.evidence[indicator.code] ?? { text: '', rows: [], documents: [] };
        const documents = one.documents.map((document) => ({ ...document, withheld: false }));
        return { ...one, indicator, documents };
      }),
    };
    const files = anchorFiles(`/${base}`);
    return {
      title,
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: title, href: null },
      ],
      action: base,
      category: categoryName(own, context),
      version: sent?.version ?? own.version,
      editable,
      summary: {
        errors: errors.map(({ field, code, variables }) => ({
          name: field || 'form',
          text: t(code, variables),
        })),
      },
      pairs: pairsOf(
        { reading, draft, errors, seen: sent?.seen, ownHref: () => null, files },
        context,
      ),
      progress: sheetProgress(indicators, draft, context),
      keys: keyLines(
        SHEET_KEYS.filter(([does]) => does !== 'flag'),
        context,
      ),
      compared: comparedRows(indicators, own, context),
      mayAcknowledge: runs && anchorSheetIn.submitted.has(own.state),
      done: anchorSheetIn.done.has(own.state),
    };
  };
}

function comparedRows(
  indicators: readonly Indicator[],
  { state, scores, points, reasons }: OwnAnchor,
  context: PageContext,
): AnchorSheetPage['compared'] {
  if (!anchorSheetIn.given.has(state)) return [];
  const deviations = anchorDeviations(scores, points);
  return indicators
    .filter(({ code }) => deviations[code] !== undefined)
    .map((indicator) => {
      const { code } = indicator;
      return {
        label: indicatorLabel(indicator, context),
        own: formatHundredths(scores[code]!),
        reference: formatHundredths(points[code]!),
        difference: signed(deviations[code]!),
        reason: reasons[code] ?? '',
      };
    });
}

function signed(hundredths: number): string {
  const text = formatHundredths(Math.abs(hundredths));
  if (hundredths === 0) return text;
  return `${hundredths > 0 ? '+' : '−'}${text}`;
}
