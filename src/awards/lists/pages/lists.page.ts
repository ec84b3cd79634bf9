import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldSelect,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { StatusTag } from '../../../web/component-models.js';
import { formatDay, formatInstant } from '../../../text/format.js';
import type { Finding, ProgrammeGuard } from '../../../rules/guards/guard-facts.js';
import { type StepLines, stepLines } from '../../../programmes/guard-lines.js';
import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import type { ProgrammeEvent } from '../../../rules/lifecycle/programme-lifecycle.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { allows } from '../../../web/access/policies.js';
import { holds } from '../../../web/actor.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { AwardListRecord } from '../award-list.queries.js';
import type { VetoHitRow } from '../veto-hit.queries.js';
import type { CreditBlocker } from '../credit-gate.js';
import type { OverviewRow } from '../../standings/standing.queries.js';
import { categoryName } from '../../pages/labels.js';
import {
  ApprovalForm,
  CancelForm,
  CorrectionForm,
  MinutesForm,
  StatementForm,
} from './lists.form.js';
import { type ListTable, listTable } from './list-table.js';
import { type UnpostedList, unpostedList } from './unposted-list.js';
import { mayConfer } from '../../../rules/titles/may-confer.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/lists': ListsPage;
  }
}

export interface ListsPage extends PageFrame {
  readonly id: string;
  readonly state: StatusTag;
  readonly summary: ErrorSummary;
  readonly next: string;
  /** What the step that is taken here needs; null when none is. */
  readonly needs: StepLines | null;
  readonly categories: readonly { label: string; href: string | null; state: string }[];
  readonly blockers: readonly string[];
  /** Applications with a confirmed veto, which the approver decides on. */
  readonly hits: readonly { label: string; note: string | null }[];
  readonly minutes: { minutes: FieldTextarea; cutLineRead: FieldCheckboxes } | null;
  readonly correction: FieldTextarea | null;
  readonly statement: FieldTextarea | null;
  readonly statementText: string | null;
  readonly closing: string | null;
  readonly approval: FieldTextarea | null;
  /** The corrected list that is to be posted first, and where. */
  readonly unposted: UnpostedList | null;
  readonly confer: boolean;
  readonly cancel: {
    receiptNumber: FieldSelect;
    ground: FieldSelect;
    reason: FieldTextarea;
    hearing: FieldCheckboxes;
  } | null;
  readonly lists: readonly {
    heading: string;
    prepared: string;
    hash: string;
    minutes: string | null;
    published: string | null;
    table: ListTable;
  }[];
}

export interface ListsRows {
  readonly programme: ProgrammeRow;
  readonly findings: Readonly<Record<ProgrammeGuard, Finding>>;
  readonly categories: readonly OverviewRow[];
  readonly lists: readonly AwardListRecord[];
  readonly blockers: readonly CreditBlocker[];
  /** Merchants whose scores a re-lock changed after an objection, as no notice has told yet. */
  readonly corrected: readonly string[];
  readonly hits: readonly VetoHitRow[];
  /** Applications that can be cancelled, by receipt number and name. */
  readonly cancellable: readonly { readonly value: string; readonly label: string }[];
  readonly vetoRules: RuleSet['vetoRules'];
}

/** The vetoes of the programme's rules by their numbers. */
function groundOptions({ vetoRules }: ListsRows, { lang }: PageContext) {
  return vetoRules.map(({ code, condition }) => ({
    value: code,
    label: `${code} ${lang === 'zh-CN' ? condition.zh : condition.en}`,
  }));
}

const closings: Readonly<Record<string, string>> = {
  Publicity: 'awards.list.close',
  ObjectionHandling: 'awards.list.conclude',
};

export function listsPage(rows: ListsRows, sent: Submitted<object> | null = null) {
  return (context: PageContext): ListsPage => {
    const { t, actor, lang } = context;
    const { programme, hits } = rows;
    const { state } = programme;
    const draw = (form: new () => object) =>
      context.draw(sent?.form === form ? sent : unsentForm(form));
    const approver = holds(actor, 'Approver');
    const mayApprove = approver && programmeIn.mayApprove.has(state);
    const registrar = holds(actor, 'CityRegistrar');
    const statement = rows.lists.find(({ kind }) => kind === 'proposed')?.supervisorStatement;
    const minutes = draw(MinutesForm);
    // One confirmed hit is the one to decide on; the approver need not type its number.
    const [only, another] = hits;
    const begun = only && !another ? { ...only, ground: only.rule } : {};
    const cancel = context.draw(sent?.form === CancelForm ? sent : unsentForm(CancelForm, begun));
    return {
      title: t('awards.list.title', { programme: programme.name }),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: programme.name, href: null },
      ],
      id: programme.id,
      state: { label: t(`lifecycle.programme.${state}`), tone: 'active' },
      summary: sent ? context.draw(sent).summary : { errors: [] },
      next: t(state in nextKeys ? nextKeys[state]! : 'awards.list.next.other'),
      needs: needsOf(rows, context),
      categories: rows.categories.map((one) => ({
        label: categoryName(context, one),
        href: allows('standings.read', actor) ? `/office/standings/${one.categoryId}` : null,
        state: t(one.state ? `awards.lock.state.${one.state}` : 'awards.lock.state.none'),
      })),
      blockers: programmeIn.over.has(state)
        ? []
        : rows.blockers.map((one) => blockerLine(one, context)),
      hits: rows.hits.map((hit) => ({
        label: t('awards.cancel.hit', {
          receipt: hit.receiptNumber,
          merchant: hit.merchantName,
          rule: hit.rule,
          day: hit.decidedOn ? formatDay(lang, hit.decidedOn) : '',
        }),
        note: hit.note,
      })),
      minutes:
        registrar && programmeIn.deliberating.has(state)
          ? { minutes: minutes.textarea('minutes'), cutLineRead: minutes.flag('cutLineRead') }
          : null,
      correction:
        registrar && rows.corrected.length ? draw(CorrectionForm).textarea('correction') : null,
      statement:
        holds(actor, 'Supervisor') && statement === null
          ? draw(StatementForm).textarea('statement')
          : null,
      statementText: statement ?? null,
      closing: (registrar || approver) && state in closings ? t(closings[state]!) : null,
      approval:
        mayApprove && !rows.corrected.length ? draw(ApprovalForm).textarea('approval') : null,
      unposted: mayApprove ? unpostedList(rows, context) : null,
      confer: registrar && mayConfer(state, rows.findings.certificatesNumbered.met),
      cancel:
        approver && !programmeIn.over.has(state) && (rows.lists.length || hits.length)
          ? {
              receiptNumber: cancel.select('receiptNumber', rows.cancellable),
              ground: cancel.select('ground', groundOptions(rows, context)),
              reason: cancel.textarea('reason'),
              hearing: cancel.flag('hearing'),
            }
          : null,
      lists: rows.lists.map((list) => listModel(list, context)),
    };
  };
}

function listModel(list: AwardListRecord, context: PageContext): ListsPage['lists'][number] {
  const { t, lang } = context;
  const heading = t('awards.list.version', {
    kind: t(`awards.list.kind.${list.kind}`),
    number: list.number,
    state: t(`awards.list.state.${list.state}`),
  });
  const table = listTable(context, list, `list-${list.id}`);
  return {
    heading,
    prepared: t('awards.lock.byAt', {
      name: list.preparedName ?? '',
      at: formatInstant(lang, list.preparedAt),
    }),
    hash: list.hash,
    minutes: list.minutes,
    published: list.publishedOn && formatDay(lang, list.publishedOn),
    // Versions of one list hold the same programme and often as many rows.
    table: { ...table, caption: t('awards.list.ofVersion', { heading, caption: table.caption }) },
  };
}

/** The step that is taken in this room, and the guards that its own form meets. */
function needsOf({ programme, findings }: ListsRows, context: PageContext): StepLines | null {
  const step = stepsHere[programme.state]?.(findings);
  return step ? stepLines(programme, step.event, findings, context, step.byForm) : null;
}

interface StepHere {
  readonly event: ProgrammeEvent;
  readonly byForm: readonly ProgrammeGuard[];
}

const stepsHere: Readonly<
  Record<string, ((findings: ListsRows['findings']) => StepHere) | undefined>
> = {
  Deliberation: () => ({
    event: 'concludeDeliberation',
    byForm: ['minutesSigned', 'cutLineSheetRead'],
  }),
  Publicity: ({ acceptedObjectionOpen }) => ({
    event: acceptedObjectionOpen.met ? 'startObjectionHandling' : 'submitForApproval',
    byForm: [],
  }),
  ObjectionHandling: () => ({ event: 'concludeObjections', byForm: [] }),
  Approved: () => ({ event: 'approve', byForm: ['decisionRecorded'] }),
};

/** What is open of one application, the rules with the same defect named together. */
function blockerLine({ receiptNumber, blockers }: CreditBlocker, { t }: PageContext): string {
  const rules = new Map<string, string[]>();
  for (const { code, rule } of blockers) rules.set(code, [...(rules.get(code) ?? []), rule]);
  const comma = t('navigation.listComma');
  return t('awards.credit.line', {
    receipt: receiptNumber,
    blockers: [...rules].map(([code, named]) => t(code, { rule: named.join(comma) })).join(' '),
  });
}

const nextKeys: Readonly<Record<string, string>> = {
  ScoresLocked: 'awards.list.next.ScoresLocked',
  Deliberation: 'awards.list.next.Deliberation',
  Proposed: 'awards.list.next.Proposed',
  Publicity: 'awards.list.next.Publicity',
  ObjectionHandling: 'awards.list.next.ObjectionHandling',
  Approved: 'awards.list.next.Approved',
  Published: 'awards.list.next.Published',
  Conferred: 'awards.list.next.Conferred',
  InForce: 'awards.list.next.InForce',
  Archived: 'awards.list.next.Archived',
  Cancelled: 'awards.list.next.Cancelled',
};
