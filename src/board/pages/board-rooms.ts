import { type Policy, allows } from '../../web/access/policies.js';
import type { StatusTag } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import { toneOf } from '../../programmes/programme-tone.js';
import type { CategoryRow, ProgrammeRow, RoundRow } from '../../programmes/programme.queries.js';

export interface RoomGroup {
  readonly heading: string;
  readonly links: readonly RoomLink[];
}

export interface RoomLink {
  readonly href: string;
  readonly label: string;
}

interface Room {
  readonly path: (programmeId: string) => string;
  readonly key: string;
  readonly policy: Policy;
  /** Closed for a programme of which only the outcome is recorded. */
  readonly needsRules?: boolean;
}

/** The office's rooms in the order in which a programme passes through them. */
const ROOMS: Readonly<Record<'preparation' | 'review' | 'judging' | 'outcome', readonly Room[]>> = {
  preparation: [
    { path: (id) => `/office/programmes/${id}`, key: 'programme', policy: 'office.read' },
    { path: () => '/office/registry', key: 'registry', policy: 'registry.read' },
    { path: () => '/office/window', key: 'window', policy: 'registry.read' },
    { path: () => '/office/working-days', key: 'workingDays', policy: 'office.read' },
  ],
  review: [
    { path: () => '/office/applications', key: 'applications', policy: 'office.read' },
    { path: () => '/office/letters', key: 'letters', policy: 'programme.prepare' },
    { path: () => '/office/screening', key: 'screening', policy: 'screen.confirm' },
    { path: () => '/office/statements', key: 'statements', policy: 'office.read' },
    { path: () => '/office/re-examinations', key: 'reexaminations', policy: 'office.read' },
    { path: () => '/office/verification', key: 'verification', policy: 'verify' },
  ],
  judging: [
    { path: () => '/office/experts', key: 'experts', policy: 'office.read' },
    { path: () => '/office/draws', key: 'draws', policy: 'office.read' },
    { path: (id) => `/office/panels/${id}`, key: 'panels', policy: 'office.read' },
    { path: () => '/office/conflicts', key: 'conflicts', policy: 'office.read' },
    { path: () => '/office/assignments', key: 'assignments', policy: 'assignment.read' },
  ],
  outcome: [
    {
      path: (id) => `/office/credit/${id}`,
      key: 'credit',
      policy: 'office.read',
      needsRules: true,
    },
    { path: (id) => `/office/lists/${id}`, key: 'lists', policy: 'list.read' },
    { path: () => '/office/notices', key: 'notices', policy: 'list.read' },
    { path: () => '/office/objections', key: 'objections', policy: 'objection.read' },
    { path: () => '/office/titles', key: 'titles', policy: 'title.read' },
    { path: () => '/office/practices', key: 'practices', policy: 'title.read' },
  ],
};

/** Groups in the order of the work; one that holds nothing for the reader is left out. */
export function roomGroups(
  { id, ruleVersionId }: ProgrammeRow,
  categories: readonly CategoryRow[],
  rounds: readonly RoundRow[],
  { t, lang, actor }: PageContext,
): readonly RoomGroup[] {
  const nameOf = new Map(
    categories.map((one) => [one.id, lang === 'zh-CN' ? one.nameZh : one.nameEn]),
  );
  const ofRounds = allows('office', actor)
    ? rounds.map((round) => ({
        href: `/office/rounds/${round.id}`,
        label: t('programmes.room.round', {
          category: nameOf.get(round.categoryId) ?? '',
          kind: t(`programmes.round.${round.kind}`),
        }),
      }))
    : [];
  const standings = allows('standings.read', actor)
    ? categories.map((category) => ({
        href: `/office/standings/${category.id}`,
        label: t('programmes.room.standing', { category: nameOf.get(category.id) ?? '' }),
      }))
    : [];
  const fixed = (group: keyof typeof ROOMS) =>
    ROOMS[group]
      .filter(({ policy }) => allows(policy, actor))
      .filter(({ needsRules }) => ruleVersionId !== null || !needsRules)
      .map(({ path, key }) => ({ href: path(id), label: t(`programmes.room.${key}`) }));
  const groups: readonly (readonly [string, readonly RoomLink[]])[] = [
    ['preparation', fixed('preparation')],
    ['review', fixed('review')],
    ['judging', [...fixed('judging'), ...ofRounds]],
    ['outcome', [...standings, ...fixed('outcome')]],
  ];
  return groups
    .filter(([, links]) => links.length > 0)
    .map(([group, links]) => ({ heading: t(`programmes.rooms.${group}`), links }));
}

export interface HistoryLine {
  readonly href: string;
  readonly name: string;
  readonly year: string;
  readonly host: string;
  readonly status: StatusTag;
}

export function historyLines(
  programmes: readonly ProgrammeRow[],
  { t }: PageContext,
): readonly HistoryLine[] {
  return programmes.map(({ id, name, year, host, state }) => ({
    href: `/office/programmes/${id}`,
    name,
    year: String(year),
    host,
    status: { label: t(`lifecycle.programme.${state}`), tone: toneOf(state) },
  }));
}
