import { anchorIn } from '../../../rules/lifecycle/anchor-states.js';
import {
  ANCHOR_REASON_MOST,
  ANCHOR_TEXT_MOST,
  scalePoints,
} from '../../../rules/rounds/anchors.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { formatHundredths, formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { StatusTag } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldSelect,
  FieldTextarea,
} from '../../../web/field-models.js';
import { type FieldError, type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { type EvidenceModel, evidenceModel } from '../../sheets/pages/evidence-pairs.js';
import { indicatorLabel } from '../../sheets/pages/score-step.js';
import type { AnchorRow } from '../anchor.queries.js';
import type { AnchorEvidence } from '../anchor-dossier.entity.js';
import { type AnchorInput, ReturnAnchorForm } from './anchor.form.js';
import { anchorFiles } from './anchor-files.js';
import { anchorTones } from './anchors.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/anchor': AnchorPage;
  }
}

export interface AnchorPage extends PageFrame {
  readonly action: string;
  readonly category: string;
  readonly version: number;
  readonly status: StatusTag;
  readonly prepared: string;
  readonly confirmed: string | null;
  readonly returned: string | null;
  readonly frozen: boolean;
  readonly summary: ErrorSummary;
  readonly editable: boolean;
  readonly indicators: readonly IndicatorModel[];
  /** The second person's two ways; null for everybody else. */
  readonly decision: { readonly reason: FieldTextarea } | null;
  /** The reader prepared it, and could confirm others. */
  readonly own: boolean;
}

interface IndicatorModel extends EvidenceModel {
  readonly points: string;
  readonly reason: string;
  readonly fields: {
    readonly text: FieldTextarea;
    readonly documents: FieldCheckboxes | null;
    readonly points: FieldSelect;
    readonly reason: FieldTextarea;
  } | null;
}

export interface AnchorPageInput {
  readonly anchor: AnchorRow;
  readonly indicators: readonly Indicator[];
  readonly frozen: boolean;
  /** What came back with its errors. */
  readonly sent?: AnchorInput;
  readonly returning?: Submitted<ReturnAnchorForm>;
}

export function anchorPage(input: AnchorPageInput) {
  const { anchor, indicators, frozen, sent, returning } = input;
  return (context: PageContext): AnchorPage => {
    const { t, lang, actor } = context;
    const open = !frozen && anchorIn.kept.has(anchor.state);
    const editable = open && allows('anchor.prepare', actor);
    const decides = open && anchorIn.prepared.has(anchor.state) && allows('anchor.confirm', actor);
    const own = decides && anchor.preparedBy === actor?.accountId;
    const title = t('judging.anchor.numbered', { number: anchor.number });
    const drawn = context.draw(returning ?? unsentForm(ReturnAnchorForm));
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('judging.anchor.title'), href: `/office/anchors/${anchor.programmeId}` },
        { label: title, href: null },
      ],
      action: `office/anchor-dossiers/${anchor.id}`,
      category: categoryName(anchor, context),
      version: anchor.version,
      status: { label: t(`judging.anchorState.${anchor.state}`), tone: anchorTones[anchor.state] },
      prepared: t('judging.anchor.preparedBy', {
        name: anchor.preparerName ?? '',
        time: formatInstant(lang, anchor.preparedAt),
      }),
      confirmed: anchor.confirmedAt
        ? t('judging.anchor.confirmedBy', {
            name: anchor.confirmerName ?? '',
            time: formatInstant(lang, anchor.confirmedAt),
          })
        : null,
      returned: anchor.returnReason,
      frozen,
      summary: {
        errors: [
          ...(sent?.errors ?? []).map((error) => ({
            name: error.field,
            text: t(error.code, error.variables),
          })),
          ...(returning ? drawn.summary.errors : []),
        ],
      },
      editable,
      indicators: indicators.map((one) => indicatorModel(one, input, editable, context)),
      decision: decides && !own ? { reason: drawn.textarea('reason') } : null,
      own,
    };
  };
}

function indicatorModel(
  indicator: Indicator,
  { anchor, sent }: AnchorPageInput,
  editable: boolean,
  context: PageContext,
): IndicatorModel {
  const { code } = indicator;
  const kept: AnchorEvidence = anchor.evidence[code] ?? { text: '', rows: [], documents: [] };
  const points = (sent?.points ?? anchor.points)[code];
  const reason = (sent?.reasons ?? anchor.reasons)[code] ?? '';
  const documents = kept.documents.map((one) => ({ ...one, withheld: false }));
  const files = anchorFiles(`/office/anchor-dossiers/${anchor.id}`);
  const shown = evidenceModel({ indicator, ...kept, documents }, files, context);
  const text = sent ? (sent.texts[code] ?? '') : kept.text;
  return {
    ...shown,
    points: points === undefined ? '' : formatHundredths(points),
    reason,
    fields: editable
      ? fieldsOf(
          { indicator, shown, text, points, reason, documents: kept.documents },
          sent,
          context,
        )
      : null,
  };
}

function fieldsOf(
  given: {
    readonly indicator: Indicator;
    readonly shown: EvidenceModel;
    readonly text: string;
    readonly points: number | undefined;
    readonly reason: string;
    readonly documents: AnchorEvidence['documents'];
  },
  sent: AnchorInput | undefined,
  context: PageContext,
): NonNullable<IndicatorModel['fields']> {
  const { t } = context;
  const { indicator, shown, text, points, reason, documents } = given;
  const { code, weight } = indicator;
  const errorOf = (field: string) => errorText(sent?.errors ?? [], field, t);
  const common = (name: string, label: string, hint: string | null) => ({
    name: `${name}-${code}`,
    label,
    hint,
    error: errorOf(`${name}-${code}`),
    required: true,
  });
  return {
    text: {
      ...common('text', t('judging.anchor.text'), t('judging.anchor.text.hint')),
      required: false,
      value: text,
      rows: 5,
      maxLength: ANCHOR_TEXT_MOST,
    },
    documents: documents.length
      ? {
          ...common('documents', t('judging.anchor.documents'), t('judging.anchor.documents.hint')),
          required: false,
          inline: false,
          options: documents.map(({ id }, at) => ({
            value: id,
            label: shown.documents[at]!.label,
            selected: sent ? sent.documents.includes(id) : true,
            hint: null,
          })),
        }
      : null,
    points: {
      ...common(
        'points',
        t('judging.anchor.points', { label: indicatorLabel(indicator, context) }),
        t('judging.anchor.points.hint', { most: formatHundredths(weight) }),
      ),
      placeholder: t('forms.pleaseChoose'),
      options: scalePoints(indicator).map((value) => ({
        value: String(value),
        label: formatHundredths(value),
        selected: value === points,
      })),
    },
    reason: {
      ...common('reason', t('judging.anchor.reason'), t('judging.anchor.reason.hint')),
      value: reason,
      rows: 3,
      maxLength: ANCHOR_REASON_MOST,
    },
  };
}

function errorText(
  errors: readonly FieldError[],
  field: string,
  t: PageContext['t'],
): string | null {
  const error = errors.find((one) => one.field === field);
  return error ? t(error.code, error.variables) : null;
}
