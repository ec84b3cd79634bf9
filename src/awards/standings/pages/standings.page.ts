import { seatInWords } from '../../../rules/rounds/seat-in-words.js';
import type { ErrorSummary, FieldCheckboxes, FieldTextarea } from '../../../web/field-models.js';
import type { SummaryList, Tabs } from '../../../web/component-models.js';
import { formatInstant } from '../../../text/format.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { holds } from '../../../web/actor.js';
import { allows } from '../../../web/access/policies.js';
import type { PageContext } from '../../../web/page-context.js';
import type { SignalNoteRow } from '../../../judging/diagnostics/diagnostics.queries.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { LockObstacle } from '../lock-readiness.js';
import type { KeptPart } from '../../../web/views/kept-part.js';
import type { LockDifference, LockPlace, ReReviewToReopen } from '../relock.queries.js';
import type { CategoryOfStandings, LockRow } from '../standing.queries.js';
import { analysisTabs } from './analysis-frame.js';
import { categoryName } from '../../pages/labels.js';
import { HashForm, comparedField } from '../../pages/compared-hash.js';
import { comparisonCode } from '../../../rules/provenance/comparison-code.js';
import { BallotForm, ComputeForm, UnlockForm } from './standings.form.js';
import type { UnlockRow } from '../unlock.queries.js';
import { type UnlockEntry, type UnlockModel, unlockEntries, unlockModel } from './unlock-model.js';
import { sentCheckpointText } from '../../../journal/sent-checkpoint.js';
import { lockIn } from '../../../rules/lifecycle/record-states.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/standings': StandingsPage;
  }
}

export interface StandingsPage extends PageFrame {
  readonly id: string;
  readonly programme: string;
  readonly summary: ErrorSummary;
  readonly obstacles: readonly {
    readonly text: string;
    readonly links: NonNullable<LockObstacle['links']>;
  }[];
  readonly spreads: string | null;
  readonly compute: { readonly note: FieldTextarea; readonly ready: boolean } | null;
  readonly confirm: { readonly field: FieldCheckboxes } | null;
  readonly witness: boolean;
  readonly unlock: UnlockModel | null;
  /** Every time that a version was asked to open, the newest first. */
  readonly unlocks: readonly UnlockEntry[];
  readonly facts: SummaryList | null;
  readonly waiting: string | null;
  readonly ballots: readonly BallotModel[];
  readonly minutes: FieldTextarea;
  readonly signals: readonly PassedSignal[];
  /** The supervisor's own room; the office reads what was passed on to it. */
  readonly diagnostics: boolean;
  /** Against the version before, with what was decided in between. */
  readonly differences: readonly DifferenceModel[];
  readonly due: string | null;
  readonly table: KeptPart | null;
  readonly tabs: Tabs | null;
}

interface PassedSignal {
  readonly kind: string;
  readonly seat: string;
  readonly note: string;
  readonly by: string;
}

export interface DifferenceModel {
  readonly receipt: string;
  readonly merchant: string;
  readonly before: string;
  readonly after: string;
}

export interface BallotModel {
  readonly receipts: readonly { readonly receipt: string; readonly name: string }[];
}

export interface StandingsRows {
  readonly category: CategoryOfStandings;
  readonly lock: LockRow | null;
  readonly obstacles: readonly LockObstacle[];
  readonly spreads: readonly string[];
  readonly ties: readonly (readonly string[])[];
  readonly signals: readonly SignalNoteRow[];
  readonly differences: readonly LockDifference[];
  /** The locked version that a decision has overtaken. */
  readonly replaces: string | null;
  /** What an unlock would open. */
  readonly openable: LockRow | null;
  /** Counted re-reviews that wait for the unlock. */
  readonly reopening: readonly ReReviewToReopen[];
  readonly unlocks: readonly UnlockRow[];
  readonly table: KeptPart | null;
}

/** Nothing of a score is on this page before the lock: only the hash and who has acted. */
export function standingsPage(rows: StandingsRows, sent: Submitted<object> | null = null) {
  return (context: PageContext): StandingsPage => {
    const { t, actor } = context;
    const { category, lock } = rows;
    const draw = (form: new () => object) =>
      context.draw(sent?.form === form ? sent : unsentForm(form));
    const tabulator = holds(actor, 'Tabulator');
    const name = categoryName(context, category);
    const mine = lock?.firstBy === actor?.accountId;
    const proposed = lockIn.proposed.has(lock?.state);
    const early = programmeIn.standingsOpen.has(category.programmeState);
    return {
      title: t('awards.standings.title', { category: name }),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        {
          label: category.programmeName,
          href: allows('list.read', actor) ? `/office/lists/${category.programmeId}` : null,
        },
        { label: name, href: null },
      ],
      id: category.id,
      programme: category.programmeName,
      summary: sent ? context.draw(sent).summary : { errors: [] },
      obstacles: rows.obstacles.map(({ code, variables, links = [] }) => ({
        text: links.length ? t(`${code}.linked`) : t(code, variables),
        links,
      })),
      spreads: rows.spreads.length
        ? t('awards.lock.spread', { receipts: rows.spreads.join(' ') })
        : null,
      compute:
        tabulator &&
        (!lockIn.locked.has(lock?.state) || rows.replaces) &&
        !(proposed && lock?.secondBy)
          ? {
              note: { ...draw(ComputeForm).textarea('spreadNote'), required: true },
              ready: rows.obstacles.length === 0,
            }
          : null,
      confirm:
        tabulator && lock && proposed && !lock.secondBy && !mine
          ? {
              field: comparedField(
                sent && sent.form === HashForm
                  ? (sent as Submitted<HashForm>)
                  : unsentForm(HashForm),
                lock.inputHash,
                context,
              ),
            }
          : null,
      unlocks: unlockEntries(context, rows.unlocks),
      witness: holds(actor, 'Supervisor') && proposed && lock?.secondBy !== null,
      unlock:
        rows.openable &&
        lockIn.locked.has(rows.openable.state) &&
        (early || rows.reopening.length > 0)
          ? unlockModel(
              context,
              { open: openUnlock(rows), reopening: early ? [] : rows.reopening },
              draw(UnlockForm),
            )
          : null,
      facts: lock && lockFacts(context, lock),
      waiting: waitingFor(context, rows),
      ballots: holds(actor, 'CityRegistrar')
        ? rows.ties.map((group) => ({
            receipts: group.map((receipt) => ({ receipt, name: `vote.${receipt}` })),
          }))
        : [],
      minutes: draw(BallotForm).textarea('minutes'),
      signals: rows.signals.map((one) => ({
        kind: t(`diagnostics.kind.${one.kind}`),
        seat: t('awards.ranking.seat', seatInWords(one.seatNumber)),
        note: one.note,
        by: t('awards.lock.byAt', {
          name: one.noterName,
          at: formatInstant(context.lang, one.notedAt),
        }),
      })),
      diagnostics: lockIn.locked.has(lock?.state) && holds(actor, 'Supervisor'),
      differences: rows.differences.map(({ receipt, merchant, before, after }) => ({
        receipt,
        merchant,
        before: placeText(context, before),
        after: placeText(context, after),
      })),
      due: rows.replaces && lockIn.locked.has(lock?.state) ? t('awards.relock.due') : null,
      table: rows.table,
      tabs: rows.table && analysisTabs(context, category, null),
    };
  };
}

/** The unlock of the version in force that is under way. */
function openUnlock({ openable, unlocks }: StandingsRows): UnlockRow | null {
  return unlocks.find((one) => one.number === openable?.number && one.witnessedAt === null) ?? null;
}

function placeText({ t }: PageContext, place: LockPlace): string {
  const outcome = t(`awards.outcome.${place.outcome}`);
  return t('awards.relock.place', { ...place, outcome });
}

function lockFacts(context: PageContext, lock: LockRow): SummaryList {
  const { t, lang } = context;
  const by = (name: string | null, at: string | null) =>
    name && at
      ? t('awards.lock.byAt', { name, at: formatInstant(lang, at) })
      : t('awards.lock.open');
  const rows: [string, string][] = [
    [t('awards.lock.number'), String(lock.number)],
    [t('awards.lock.state'), t(`awards.lock.state.${lock.state}`)],
    [t('awards.lock.code'), comparisonCode(lock.inputHash)],
    [t('awards.lock.hash'), lock.inputHash],
    [t('awards.lock.first'), by(lock.firstName, lock.firstAt)],
    [t('awards.lock.second'), by(lock.secondName, lock.secondAt)],
    [t('awards.lock.witness'), by(lock.witnessName, lock.witnessedAt)],
  ];
  const checkpoint = sentCheckpointText(lock);
  if (checkpoint) rows.push([t('awards.checkpoint'), checkpoint]);
  if (lock.spreadNote) rows.push([t('awards.lock.spreadNote'), lock.spreadNote]);
  return { rows: rows.map(([term, value]) => ({ term, value, action: null })) };
}

function waitingFor({ t, actor }: PageContext, { lock, category }: StandingsRows): string | null {
  if (!lock) {
    return holds(actor, 'Tabulator')
      ? null
      : t('awards.lock.waiting.compute', { count: category.waiting });
  }
  if (!lockIn.proposed.has(lock.state)) return null;
  if (lock.secondBy) return t('awards.lock.waiting.witness');
  return t('awards.lock.waiting.second', { code: comparisonCode(lock.inputHash) });
}
