import { hasText } from '../../text/catalogue.js';
import type { ListTable } from '../../web/lists/list-table.js';
import type { Tone } from '../../web/layout-model.js';

const state = `COALESCE(d.outcome, CASE WHEN d.attempts = 0 THEN 'waiting' ELSE 'again' END)`;
const states = ['waiting', 'again', 'failed', 'sent', 'dropped'] as const;
const tones: Readonly<Record<string, Tone>> = {
  waiting: 'active',
  again: 'attention',
  failed: 'bad',
  sent: 'good',
};

/** What was sent, waits or failed, the newest first: to whom and about what, not what it says. */
export const deliveryList: ListTable = {
  name: 'deliveries',
  empty: { title: 'accounts.mail.none', text: 'accounts.mail.noneText' },
  path: '/admin/mail',
  from: {
    sql: 'delivery d LEFT JOIN account a ON a.id = d.account_id LEFT JOIN message m ON m.id = d.message_id',
  },
  scope: { sql: '1 = 1' },
  id: 'd.id',
  columns: [
    { key: 'at', label: 'accounts.mail.at', sql: 'd.created_at', kind: 'instant' },
    {
      key: 'person',
      label: 'accounts.mail.person',
      sql: 'a.person_name',
      kind: 'text',
      nothing: 'accounts.mail.nobody',
    },
    {
      key: 'channel',
      label: 'accounts.mail.channel',
      sql: 'd.channel',
      kind: 'text',
      say: (channel) => `accounts.mail.channel.${channel}`,
    },
    {
      key: 'state',
      label: 'accounts.mail.state',
      sql: state,
      kind: 'text',
      say: (value) => `accounts.mail.state.${value}`,
      tone: (value) => tones[value] ?? 'neutral',
    },
    { key: 'attempts', label: 'accounts.mail.attempts', sql: 'd.attempts', kind: 'number' },
    {
      key: 'next',
      label: 'accounts.mail.next',
      sql: 'CASE WHEN d.outcome IS NULL THEN d.due_at END',
      kind: 'instant',
      wide: true,
    },
    {
      key: 'reason',
      label: 'accounts.mail.reason',
      sql: 'd.reason',
      kind: 'text',
      write: (reason, { t }) => reasonText(reason, t),
    },
    {
      key: 'cost',
      label: 'accounts.mail.cost',
      sql: 'd.cost',
      kind: 'number',
      shown: false,
    },
    {
      key: 'kind',
      label: 'accounts.mail.kind',
      sql: 'COALESCE(m.kind, d.template)',
      kind: 'text',
      write: (kind, { t }) => letterKind(kind, t),
      shown: false,
    },
    {
      key: 'ended',
      label: 'accounts.mail.ended',
      sql: 'd.ended_at',
      kind: 'instant',
      shown: false,
    },
  ],
  href: (id) => `/admin/mail/${id}`,
  states: {
    key: 'state',
    label: 'accounts.mail.state',
    options: states.map((value) => ({
      value,
      label: `accounts.mail.state.${value}`,
      where: { sql: `${state} = ?`, values: [value] },
    })),
  },
  filters: [
    {
      key: 'channel',
      label: 'accounts.mail.channel',
      options: ['mail', 'sms'].map((value) => ({
        value,
        label: `accounts.mail.channel.${value}`,
        where: { sql: 'd.channel = ?', values: [value] },
      })),
    },
  ],
  search: {
    label: 'accounts.mail.search',
    texts: ['a.person_name'],
    codes: [],
    pinyin: 'a.person_name',
  },
  order: 'd.created_at DESC',
};

/** Our own word for why, or what the server said. */
export function reasonText(reason: string, t: (key: string) => string): string {
  const key = `accounts.mail.reason.${reason}`;
  return hasText(key) ? t(key) : reason;
}

/** What a letter is about, not what it says; `null` for a message of no known group. */
export function letterGroup(kind: string): string | null {
  return groups.find(([, begins]) => begins.test(kind))?.[0] ?? null;
}

export function letterKind(kind: string, t: (key: string) => string): string {
  const subject = `mail.${kind}.subject`;
  if (hasText(subject)) return t(subject);
  const group = letterGroup(kind);
  return group ? t(`accounts.mail.kind.${group}`) : kind;
}

const groups: readonly (readonly [group: string, begins: RegExp])[] = [
  ['account', /^account/],
  ['officeLetter', /^officeLetter/],
  ['title', /^(title|change)/],
  ['merchant', /^(merchant|relation|return|practice)/],
  ['list', /^(list|notice|objection|reexamination|application\.)/],
  [
    'application',
    /^(application|correction|draft|opinion|ranking|statement|takeover|veto|confirmation)/,
  ],
  [
    'judging',
    /^(judging|anchor|chair|conflict|defence|draw|hall|lateTimes|reReview|removal|round|scoresRevealed)/,
  ],
  ['programme', /^(checkpoint|programme|window|workingDays)/],
];
