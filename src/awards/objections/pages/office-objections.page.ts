import { formatDay, formatInstant } from '../../../text/format.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldRadios,
  FieldTextarea,
} from '../../../web/field-models.js';
import { holds } from '../../../web/actor.js';
import { type MergeModel, mergeOf } from '../../../web/forms/merge-form.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ObjectorIdentity } from '../open-identity.js';
import type { AdditionRow, ObjectionRow, OtherExpert } from '../objection.queries.js';
import { objectionDecision, objectionReply } from './objection-papers.js';
import { listedName } from './listed-name.js';
import { type DrawnAddition, additionsOf } from './own-objection.page.js';
import { AcceptForm, DecisionForm, ExtendForm } from './objections.form.js';
import { publishesList } from '../../../rules/lifecycle/notice-kinds.js';
import type { DecidedLate } from '../../../rules/rounds/after-publication-work.js';
import { ownMotion } from '../channels.js';
import { objectionIn } from '../../../rules/lifecycle/objection-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/office-objection': OfficeObjectionPage;
  }
}

export interface OfficeObjectionPage extends PageFrame {
  /** Decision and letter of reply, once there are any. */
  readonly papers: readonly { readonly href: string; readonly label: string }[];
  readonly id: string;
  readonly version: number;
  readonly state: StatusTag;
  readonly facts: SummaryList;
  readonly substance: string;
  readonly evidenceId: string | null;
  /** What the objector added later. */
  readonly additions: readonly DrawnAddition[];
  readonly merchantAnswer: string | null;
  readonly summary: ErrorSummary;
  readonly merge: MergeModel | null;
  readonly admission: { choice: FieldRadios; reason: FieldTextarea } | null;
  readonly decision: {
    finding: FieldRadios;
    reason: FieldTextarea;
    reply: FieldTextarea;
    experts: FieldCheckboxes;
  } | null;
  readonly extension: FieldTextarea | null;
  /** What an objection after publication does and does not. */
  readonly late: boolean;
  /** What still has to follow, after publication. */
  readonly follow: FollowModel | null;
  /** Where the experts' opinion is recorded, once it was partly upheld. */
  readonly reReview: boolean;
}

export interface FollowModel {
  readonly text: string;
  readonly label: string;
  readonly href: string;
}

/** What follows from an objection after publication that was found right; null where nothing is left. */
export function followModel({ t }: PageContext, found: DecidedLate | null): FollowModel | null {
  if (!found) return null;
  const act = found.titleId === null ? 'cancel' : 'revoke';
  return {
    text: t(`awards.objection.follow.${act}.text`),
    label: t(`awards.objection.follow.${act}`),
    href:
      found.titleId === null
        ? `/office/lists/${found.programmeId}`
        : `/office/titles/${found.titleId}`,
  };
}

export function officeObjectionPage(
  row: ObjectionRow,
  identity: ObjectorIdentity | null,
  experts: { readonly others: readonly OtherExpert[]; readonly named: readonly { name: string }[] },
  { additions, follow }: { additions: readonly AdditionRow[]; follow: DecidedLate | null },
  sent: Submitted<object> | null = null,
  overtaken = false,
) {
  return (context: PageContext): OfficeObjectionPage => {
    const { t, actor, lang } = context;
    const draw = (form: new () => object) =>
      context.draw(sent?.form === form ? sent : unsentForm(form));
    const admission = draw(AcceptForm);
    const decision = draw(DecisionForm);
    const decides = holds(actor, 'Approver') && objectionIn.underReview.has(row.state);
    const late = publishesList(row.noticeKind);
    const lines: [string, string | null][] = [
      [t('awards.objection.notice'), row.noticeTitle],
      [
        t('awards.objection.against'),
        row.merchantName
          ? listedName(
              {
                name: row.merchantName,
                categoryZh: row.categoryZh ?? '',
                categoryEn: row.categoryEn ?? '',
              },
              context,
            )
          : t('awards.objection.procedure'),
      ],
      [t('awards.objection.by'), identityText(context, row, identity)],
      [t('awards.objection.received'), formatInstant(lang, row.receivedAt)],
      [
        t('awards.enter.channel'),
        row.channel &&
          t('awards.enter.by', {
            channel: t(`awards.enter.channel.${row.channel}`),
            name: row.enteredName ?? '',
          }),
      ],
      [t('awards.objection.acceptBy'), row.acceptBy && formatDay(lang, row.acceptBy)],
      [t('awards.objection.decideBy'), row.decideBy && formatDay(lang, row.decideBy)],
      [t('awards.objection.extension'), row.extensionReason],
      [
        t('awards.objection.finding'),
        row.finding && t(`awards.objection.finding.${late ? 'late.' : ''}${row.finding}`),
      ],
      [t('awards.objection.decisionReason'), row.decisionReason],
      [t('awards.objection.reply'), row.reply],
    ];
    return {
      title: t('awards.objections.one', { receipt: row.receiptNumber }),
      breadcrumbs: [
        { label: t('awards.objections.title'), href: '/office/objections' },
        { label: row.receiptNumber, href: null },
      ],
      id: row.id,
      papers: papersOf(row, t),
      version: row.version,
      state: tag(t(`lifecycle.objection.${row.state}`), row),
      facts: {
        rows: lines.flatMap(([term, value]) => (value ? [{ term, value, action: null }] : [])),
      },
      substance: row.substance,
      evidenceId: row.evidenceId,
      additions: additionsOf(additions, '/documents', context),
      merchantAnswer: row.merchantAnswer,
      summary: sent ? context.draw(sent).summary : { errors: [] },
      merge: sent && overtaken ? mergeOf(sent, stored(context, row), context) : null,
      admission:
        holds(actor, 'CityRegistrar') && objectionIn.received.has(row.state)
          ? {
              choice: admission.radios('admission'),
              reason: { ...admission.textarea('reason'), required: true },
            }
          : null,
      decision: decides
        ? {
            finding: findingField(decision, late, t),
            reason: decision.textarea('reason'),
            reply: decision.textarea('reply'),
            experts: decision.checkboxes(
              'reReviewers',
              experts.others.map(({ id, name, field }) => ({
                value: id,
                label: name,
                hint: field,
              })),
            ),
          }
        : null,
      extension:
        decides && row.extensionReason === null ? draw(ExtendForm).textarea('extension') : null,
      late,
      follow: followModel(context, follow),
      reReview: experts.named.length > 0,
    };
  };
}

/** After publication the same three findings lead elsewhere. */
function findingField(
  drawn: ReturnType<PageContext['draw']>,
  late: boolean,
  t: PageContext['t'],
): FieldRadios {
  const field = drawn.radios('finding');
  if (!late) return field;
  const options = field.options.map((one) => ({
    ...one,
    label: t(`awards.objection.finding.late.${one.value}`),
  }));
  return { ...field, options };
}

/** What stands on record for each field of the three forms. */
function stored({ t }: PageContext, row: ObjectionRow) {
  const state = t(`lifecycle.objection.${row.state}`);
  return {
    admission: state,
    finding: state,
    reason: row.decisionReason,
    reply: row.reply,
    extension: row.extensionReason,
  };
}

function identityText(
  { t }: PageContext,
  row: ObjectionRow,
  identity: ObjectorIdentity | null,
): string {
  if (row.channel && ownMotion.has(row.channel)) return t('awards.objection.office');
  if (row.identityKind === 'anonymous') return t('awards.objection.identity.anonymous');
  const kind = t(`awards.objection.identity.${row.identityKind}`);
  if (!identity) return t('awards.objection.sealed', { kind });
  return t('awards.objection.opened', { kind, ...identity });
}

function tag(label: string, { state }: ObjectionRow): StatusTag {
  return { label, tone: objectionIn.unsettled.has(state) ? 'attention' : 'neutral' };
}

function papersOf(row: ObjectionRow, t: PageContext['t']): OfficeObjectionPage['papers'] {
  const link = (name: string, label: string) => ({
    href: `/office/objections/${row.id}/${name}`,
    label: t(label),
  });
  return [
    ...(objectionDecision(row) ? [link('decision', 'paper.objection.openDecision')] : []),
    ...(objectionReply(row) ? [link('reply', 'paper.objection.openReply')] : []),
  ];
}
