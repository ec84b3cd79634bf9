import { formatDay, formatInstant } from '../../text/format.js';
import { allows } from '../../web/access/policies.js';
import type { StatusTag, TaskList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { Finding, ProgrammeGuard } from '../../rules/guards/guard-facts.js';
import type { CategoryRow, ProgrammeRow, RoundRow } from '../programme.queries.js';
import type { ExtensionRow, LegalBasisRow, RuleVersionLine } from '../set-up.queries.js';
import { toneOf } from '../programme-tone.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { basisInForce } from '../../rules/programme/legal-basis.js';
import { basisRows } from './legal-basis.page.js';
import { officeCrumbs } from '../office-crumbs.js';
import { type StepView, stepViews } from '../step-views.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/overview': OverviewPage;
  }
}

type Rows = readonly { readonly term: string; readonly value: string; readonly action: null }[];

export interface OverviewPage extends PageFrame {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly status: StatusTag;
  readonly isPublic: boolean;
  readonly reason: string | null;
  readonly tasks: TaskList | null;
  readonly announcement: StepView | null;
  readonly mayAnnounce: boolean;
  readonly details: Rows;
  readonly basis: Rows;
  readonly basisState: string;
  /** Recorded after the one in force: it waits for its approval or for its first day. */
  readonly renewal: { readonly state: string; readonly rows: Rows } | null;
  readonly mayApproveBasis: boolean;
  readonly mayRenewBasis: boolean;
  readonly phases: readonly {
    readonly label: string;
    readonly from: string;
    readonly to: string;
    readonly workingDays: string;
  }[];
  readonly rounds: readonly {
    readonly label: string;
    readonly visibility: string;
    readonly days: string;
    readonly state: string;
  }[];
  readonly extensions: readonly ExtensionView[];
  readonly mayExtend: boolean;
  readonly mayTerminate: boolean;
}

export interface ExtensionView {
  readonly phase: string;
  readonly scope: string;
  readonly newLastDay: string;
  readonly reason: string;
  readonly by: string;
}

export interface OverviewRows {
  readonly programme: ProgrammeRow;
  readonly findings: Readonly<Record<ProgrammeGuard, Finding>>;
  /** Newest first. */
  readonly bases: readonly LegalBasisRow[];
  readonly categories: readonly CategoryRow[];
  readonly rounds: readonly RoundRow[];
  readonly versions: readonly RuleVersionLine[];
  readonly extensions: readonly ExtensionRow[];
}

export function overviewPage(rows: OverviewRows) {
  return (context: PageContext): OverviewPage => {
    const { t, lang, actor } = context;
    const { programme } = rows;
    const newest = rows.bases[0] ?? null;
    // What was approved last does not vanish behind what waits, even when it has ended.
    const approved = rows.bases.find(({ approvedAt }) => approvedAt !== null);
    const basis = basisInForce(rows.bases, beijingDate(context.now)) ?? approved ?? newest;
    const { state } = programme;
    const preparing = programmeIn.preparing.has(state);
    const over = programmeIn.settled.has(state);
    const announcement = preparing
      ? (stepViews(programme, rows.findings, rows.categories, context)[0] ?? null)
      : null;
    return {
      title: programme.name,
      breadcrumbs: officeCrumbs(context, programme, null),
      id: programme.id,
      slug: programme.slug,
      version: programme.version,
      status: { label: t(`lifecycle.programme.${state}`), tone: toneOf(state) },
      isPublic: !preparing,
      reason: programme.cancellationReason,
      tasks: preparing ? tasksOf(rows, context) : null,
      announcement,
      mayAnnounce: preparing && allows('programme.approve', actor),
      details: detailRows(programme, context),
      basis: basis ? basisRows(basis, context) : [],
      basisState: basisState(basis, context),
      renewal: newest && newest !== basis ? renewalOf(newest, context) : null,
      mayApproveBasis:
        !programmeIn.over.has(state) &&
        newest !== null &&
        !newest.approvedAt &&
        allows('programme.approve', actor),
      mayRenewBasis:
        !preparing && !programmeIn.over.has(state) && allows('programme.prepare', actor),
      phases: programme.calendar.map(({ phase, from, to, workingDays, planned }) => ({
        label: t(`lifecycle.programme.${phase}`),
        from: formatDay(lang, from),
        to: formatDay(lang, to),
        workingDays:
          workingDays === planned
            ? String(workingDays)
            : t('programmes.calendar.moved', { days: workingDays, planned }),
      })),
      rounds: roundLines(rows, context),
      extensions: rows.extensions.map((one) => extensionView(one, context)),
      mayExtend: !preparing && !over && allows('programme.prepare', actor),
      mayTerminate: !preparing && !over && allows('programme.approve', actor),
    };
  };
}

function extensionView(one: ExtensionRow, { t, lang }: PageContext): ExtensionView {
  const scope =
    one.scope === 'division'
      ? t(`division.${one.scopeId}`)
      : one.scope === 'application'
        ? t('programmes.extension.ofMerchant', {
            merchant: one.merchantName ?? '',
            receipt: one.receiptNumber ?? t('lifecycle.application.Draft'),
          })
        : t('programmes.extension.scope.all');
  return {
    phase: t(`lifecycle.programme.${one.phase}`),
    scope,
    newLastDay: formatDay(lang, one.newLastDay),
    reason: one.reason,
    by: t('programmes.extension.by', {
      name: one.orderedByName ?? '',
      when: formatInstant(lang, one.orderedAt),
    }),
  };
}

/** What has to be done before the announcement, each with the page where it is done. */
function tasksOf(rows: OverviewRows, { t, actor }: PageContext): TaskList {
  const { programme, findings } = rows;
  const basis = rows.bases[0] ?? null;
  const path = `/office/programmes/${programme.id}`;
  const may = allows('programme.prepare', actor);
  const status = (met: boolean, begun = true): StatusTag =>
    met
      ? { label: t('programmes.task.done'), tone: 'good' }
      : begun
        ? { label: t('programmes.task.open'), tone: 'attention' }
        : { label: t('programmes.task.missing'), tone: 'neutral' };
  const task = (key: string, folder: string, tag: StatusTag) => ({
    label: t(`programmes.task.${key}`),
    href: may || folder === 'rules' ? `${path}/${folder}` : null,
    hint: t(`programmes.task.${key}.hint`),
    status: tag,
  });
  return {
    tasks: [
      task('details', 'details', status(true)),
      task('calendar', 'calendar', status(findings.calendarLoaded.met)),
      task('rounds', 'rounds', status(rows.rounds.length > 0)),
      task('rules', 'rules', status(findings.rubricWeightsSumTo100.met)),
      task('basis', 'legal-basis', status(findings.legalBasisApproved.met, basis !== null)),
    ],
  };
}

function detailRows(programme: ProgrammeRow, { t }: PageContext): Rows {
  const rows = [
    ['programmes.name', programme.name],
    ['programmes.host', programme.host],
    ['programmes.year', String(programme.year)],
    ['programmes.dataYear', String(programme.dataYear)],
    ['programmes.scope', programme.scope],
    ['programmes.cycle', programme.cycle],
    ['programmes.funds', programme.funds],
  ] as const;
  return rows.map(([key, value]) => ({ term: t(key), value, action: null }));
}

function basisState(basis: LegalBasisRow | null, { t, lang }: PageContext): string {
  if (!basis) return t('programmes.basis.none');
  if (!basis.approvedAt) {
    return t('programmes.basis.waiting', { name: basis.preparedByName ?? '' });
  }
  return t('programmes.basis.approvedBy', {
    name: basis.approvedByName ?? '',
    when: formatInstant(lang, basis.approvedAt),
  });
}

function renewalOf(renewal: LegalBasisRow, context: PageContext): OverviewPage['renewal'] {
  return { state: basisState(renewal, context), rows: basisRows(renewal, context) };
}

function roundLines(rows: OverviewRows, { t, lang }: PageContext): OverviewPage['rounds'] {
  const names = new Map(
    rows.categories.map((one) => [one.id, lang === 'zh-CN' ? one.nameZh : one.nameEn]),
  );
  return rows.rounds.map((round) => ({
    label: t('programmes.room.round', {
      category: names.get(round.categoryId) ?? '',
      kind: t(`programmes.round.${round.kind}`),
    }),
    visibility: t('programmes.rounds.sees', {
      blind: t(round.blind ? 'programmes.rounds.blind' : 'programmes.rounds.open'),
      otherScores: t(`programmes.visibility.${round.otherScores}`),
    }),
    days: t('programmes.span', {
      from: formatDay(lang, round.opensOn),
      to: formatDay(lang, round.closesOn),
    }),
    state: t(`programmes.roundState.${round.state}`),
  }));
}
