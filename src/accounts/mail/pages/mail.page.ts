import { formatHundredths, formatInstant } from '../../../text/format.js';
import type { SummaryList } from '../../../web/component-models.js';
import type { ErrorSummary, FieldText } from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { FoundList } from '../../../web/lists/list-reader.js';
import { type ListModel, listModel } from '../../../web/lists/list-model.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { letterKind, reasonText } from '../delivery-list.js';
import type { DeliveryHealth, DeliveryRow } from '../delivery.queries.js';
import type { TestForm } from './mail.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'admin/mail': MailPage;
    'admin/delivery': DeliveryPage;
  }
}

export interface MailPage extends PageFrame {
  readonly health: SummaryList;
  readonly failed: number;
  readonly summary: ErrorSummary;
  readonly address: FieldText;
  readonly list: ListModel;
}

export interface DeliveryPage extends PageFrame {
  readonly id: string;
  readonly facts: SummaryList;
  readonly resendable: boolean;
}

export interface Channels {
  readonly mail: DeliveryHealth | null;
  readonly sms: DeliveryHealth | null;
}

export function mailPage(found: FoundList, channels: Channels, form: Submitted<TestForm>) {
  return (context: PageContext): MailPage => {
    const { t } = context;
    const drawn = context.draw(form);
    return {
      title: t('accounts.mail.title'),
      breadcrumbs: crumbs(context, t('accounts.mail.title')),
      health: {
        rows: (['mail', 'sms'] as const).map((channel) => ({
          term: t(`accounts.mail.channel.${channel}`),
          value: healthText(channels[channel], context),
          action: null,
        })),
      },
      failed: (channels.mail?.failed ?? 0) + (channels.sms?.failed ?? 0),
      summary: drawn.summary,
      address: drawn.text('address'),
      list: listModel(found, context),
    };
  };
}

function healthText(health: DeliveryHealth | null, { t, lang }: PageContext): string {
  if (!health) return t('accounts.mail.health.off');
  const { waiting, failed, oldest, fault, cost } = health;
  const words = [t('accounts.mail.health.counts', { waiting, failed })];
  if (oldest) words.push(t('accounts.mail.health.oldest', { time: formatInstant(lang, oldest) }));
  if (fault) words.push(t('accounts.mail.health.fault', { reason: reasonText(fault, t) }));
  if (cost) words.push(t('accounts.mail.health.cost', { yuan: formatHundredths(cost / 10) }));
  return words.join('');
}

export function deliveryPage(row: DeliveryRow) {
  return (context: PageContext): DeliveryPage => {
    const { t, lang } = context;
    const state = row.outcome ?? (row.attempts === 0 ? 'waiting' : 'again');
    const at = (instant: string | null) => instant && formatInstant(lang, instant);
    const facts: readonly (readonly [string, string | null])[] = [
      ['accounts.mail.person', row.personName ?? t('accounts.mail.nobody')],
      ['accounts.mail.channel', t(`accounts.mail.channel.${row.channel}`)],
      ['accounts.mail.kind', letterKind(row.kind ?? row.template, t)],
      ['accounts.mail.state', t(`accounts.mail.state.${state}`)],
      ['accounts.mail.reason', row.reason && reasonText(row.reason, t)],
      ['accounts.mail.attempts', String(row.attempts)],
      ['accounts.mail.at', at(row.createdAt)],
      ['accounts.mail.tried', at(row.triedAt)],
      ['accounts.mail.next', row.outcome ? null : at(row.dueAt)],
      ['accounts.mail.ended', at(row.endedAt)],
      ['accounts.mail.cost', row.cost === null ? null : String(row.cost)],
      ['accounts.mail.provider', row.providerId],
    ];
    const title = t('accounts.mail.one');
    return {
      title,
      breadcrumbs: [
        { label: t('accounts.people.title'), href: '/admin' },
        { label: t('accounts.mail.title'), href: '/admin/mail' },
        { label: title, href: null },
      ],
      id: row.id,
      facts: {
        rows: facts.flatMap(([term, value]) =>
          value ? [{ term: t(term), value, action: null }] : [],
        ),
      },
      resendable: row.outcome === 'failed' && row.kind !== null,
    };
  };
}

function crumbs({ t }: PageContext, label: string) {
  return [
    { label: t('accounts.people.title'), href: '/admin' },
    { label, href: null },
  ];
}
