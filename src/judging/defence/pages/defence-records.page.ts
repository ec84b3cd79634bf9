import type { CategoryRow, RoundRow } from '../../../programmes/programme.queries.js';
import type { HallReading } from '../../../rules/hall/hall-reading.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';
import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { StatusTag, SummaryList, TaskList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldNumber,
  FieldRadios,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import type { HeardMerchant } from '../defence-record.queries.js';
import type { DefenceRecordForm } from './defence-record.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/defence-records': DefenceRecordsPage;
    'judging/defence-record': DefenceRecordPage;
  }
}

export interface DefenceRecordsPage extends PageFrame {
  /** What is still missing before the scores can be locked. */
  readonly next: string;
  readonly records: TaskList;
}

export interface DefenceRecordPage extends PageFrame {
  readonly action: string;
  readonly next: string;
  readonly status: StatusTag;
  readonly facts: SummaryList;
  readonly summary: ErrorSummary;
  readonly form: {
    readonly attended: FieldRadios;
    readonly overtime: FieldNumber;
    readonly contradiction: FieldCheckboxes;
    readonly remark: FieldTextarea;
    readonly submit: string;
  } | null;
}

export interface DefenceRound {
  readonly round: RoundRow;
  readonly category: CategoryRow;
}

type Stage = 'missing' | 'entered' | 'confirmed';

const tones = {
  missing: 'attention',
  entered: 'active',
  confirmed: 'good',
} as const satisfies Record<Stage, string>;

export function defenceRecordsPage(of: DefenceRound, heard: readonly HeardMerchant[]) {
  return (context: PageContext): DefenceRecordsPage => {
    const { t } = context;
    const title = t('judging.defence.title');
    const open = heard.filter((one) => stageOf(one) !== 'confirmed').length;
    return {
      title,
      breadcrumbs: [...roundCrumbs(of, context), { label: title, href: null }],
      next: open ? t('judging.defence.open', { count: open }) : t('judging.defence.complete'),
      records: {
        tasks: heard.map((one) => ({
          label: one.merchantName,
          href: pathOf(one),
          hint: lineOf(one, context),
          status: statusOf(one, context),
        })),
      },
    };
  };
}

export function defenceRecordPage(
  of: DefenceRound,
  merchant: HeardMerchant & {
    readonly reading: HallReading | null;
    /** Whether the reading was taken over from the hall's laptop. */
    readonly laptop: boolean;
  },
  sent: Submitted<DefenceRecordForm>,
) {
  return (context: PageContext): DefenceRecordPage => {
    const { t, actor } = context;
    const drawn = context.draw(sent);
    const may = allows('defence.record', actor) && roundIn.open.has(of.round.state);
    const own = merchant.enteredBy !== null && merchant.enteredBy === actor?.accountId;
    const confirms = stageOf(merchant) === 'entered' && !own;
    const lines: readonly (readonly [string, string])[] = [
      [t('judging.defence.receipt'), merchant.receiptNumber],
      [t('judging.defence.hall'), hallText(merchant, context)],
      // The form shows the rest to whoever may change it.
      [t('judging.defence.overtime'), may ? '' : timeText(merchant, context)],
      [t('judging.defence.contradiction'), may ? '' : contradictionText(merchant, context)],
      [t('judging.defence.remark'), may ? '' : (merchant.record?.remark ?? '')],
      [t('judging.defence.first'), byText(merchant.enteredName, merchant.enteredAt, context)],
      [t('judging.defence.second'), byText(merchant.confirmedName, merchant.confirmedAt, context)],
    ];
    return {
      title: t('judging.defence.of', { merchant: merchant.merchantName }),
      breadcrumbs: [
        ...roundCrumbs(of, context),
        { label: t('judging.defence.title'), href: listPath(of.round) },
        { label: merchant.merchantName, href: null },
      ],
      action: pathOf(merchant).slice(1),
      next: t(nextKey(merchant, { may, own })),
      status: statusOf(merchant, context),
      facts: {
        rows: lines.flatMap(([term, value]) => (value ? [{ term, value, action: null }] : [])),
      },
      summary: drawn.summary,
      form: may
        ? {
            attended: drawn.radios('attended'),
            // Whoever attended has a time; only who did not leaves it empty.
            overtime: { ...drawn.number('overtimeSeconds'), required: true },
            contradiction: drawn.flag('contradiction'),
            remark: drawn.textarea('remark'),
            submit: t(confirms ? 'judging.defence.confirm' : 'judging.defence.enter'),
          }
        : null,
    };
  };
}

export function listPath({ id }: Pick<RoundRow, 'id'>): string {
  return `/office/rounds/${id}/defence-records`;
}

function pathOf({ roundId, applicationId }: HeardMerchant): string {
  return `${listPath({ id: roundId })}/${applicationId}`;
}

function roundCrumbs({ round, category }: DefenceRound, context: PageContext) {
  const { t } = context;
  const name = categoryName(category, context);
  return [
    { label: t('navigation.office'), href: '/office' },
    {
      label: t('judging.round.title.defence', { category: name }),
      href: `/office/rounds/${round.id}`,
    },
  ];
}

function stageOf({ record, confirmedAt }: HeardMerchant): Stage {
  if (record === null) return 'missing';
  return confirmedAt === null ? 'entered' : 'confirmed';
}

function statusOf(one: HeardMerchant, { t }: PageContext): StatusTag {
  const stage = stageOf(one);
  return { label: t(`judging.defence.stage.${stage}`), tone: tones[stage] };
}

function nextKey(one: HeardMerchant, { may, own }: { may: boolean; own: boolean }): string {
  const stage = stageOf(one);
  if (stage === 'entered' && may) {
    return own ? 'judging.defence.next.own' : 'judging.defence.next.confirm';
  }
  return `judging.defence.next.${stage}`;
}

/** Number, time, contradiction and whoever noted it, in one line. */
function lineOf(one: HeardMerchant, context: PageContext): string {
  const { t } = context;
  const contradicts = one.record?.contradiction ? t('judging.defence.contradiction') : '';
  return [
    one.receiptNumber,
    timeText(one, context),
    contradicts,
    one.enteredName,
    one.confirmedName,
  ]
    .filter(Boolean)
    .join(' · ');
}

function timeText({ record }: HeardMerchant, context: PageContext): string {
  return readingText(record, context);
}

function hallText(
  { reading, laptop }: { readonly reading: HallReading | null; readonly laptop: boolean },
  context: PageContext,
): string {
  const text = readingText(reading, context);
  return text && laptop ? context.t('hall.laptop.mark', { text }) : text;
}

/** What the hall says and what somebody noted read alike. */
function readingText(reading: HallReading | null, { t }: PageContext): string {
  if (!reading) return '';
  if (!reading.attended) return t('judging.defence.absent');
  const seconds = reading.overtimeSeconds ?? 0;
  return seconds ? t('judging.defence.time', { seconds }) : t('judging.defence.inTime');
}

function contradictionText({ record }: HeardMerchant, { t }: PageContext): string {
  if (!record?.attended) return '';
  return t(record.contradiction ? 'review.figure.yes' : 'review.figure.no');
}

function byText(name: string | null, at: string | null, { t, lang }: PageContext): string {
  return name && at ? t('judging.defence.by', { name, time: formatInstant(lang, at) }) : '';
}
