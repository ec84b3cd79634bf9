import { createHash } from 'node:crypto';
import { languages, translate } from '../../../text/catalogue.js';
import { formatInstant } from '../../../text/format.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { PersonDuty } from '../../people.queries.js';
import type { OwnConsent } from '../own-data.js';
import type { OwnAccount, OwnSession } from '../own.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'accounts/centre': CentrePage;
  }
}

export interface CentrePage extends PageFrame {
  readonly facts: SummaryList;
  readonly emailGiven: boolean;
  readonly duties: readonly {
    readonly text: string;
    readonly since: string;
    readonly href: string | null;
  }[];
  readonly sessions: readonly {
    readonly device: string;
    readonly times: string;
    readonly current: StatusTag | null;
  }[];
  readonly others: number;
  readonly consent: { readonly given: string; readonly text: string | null } | null;
  readonly consents: readonly {
    readonly label: string;
    readonly text: string;
    readonly given: string;
    /** Where it is taken back. */
    readonly href: string | null;
  }[];
  readonly closable: boolean;
}

export interface CentreFacts {
  readonly account: OwnAccount;
  readonly duties: readonly PersonDuty[];
  readonly sessions: readonly OwnSession[];
  readonly consents: readonly OwnConsent[];
  readonly hasMail: boolean;
  readonly hasSms: boolean;
}

export function centrePage(facts: CentreFacts) {
  return (context: PageContext): CentrePage => {
    const { t, lang } = context;
    const { account, duties, sessions } = facts;
    return {
      title: t('accounts.centre.title'),
      breadcrumbs: [],
      facts: { rows: rowsOf(facts, context) },
      emailGiven: account.email !== null,
      duties: duties.map(({ role, divisionCode, merchantName, grantedAt }) => {
        const where = divisionCode ? t(`division.${divisionCode}`) : merchantName;
        const label = t(`role.${role}`);
        return {
          text: where ? t('accounts.demo.dutyAt', { role: label, where }) : label,
          since: t('accounts.duty.since', { time: formatInstant(lang, grantedAt) }),
          href: merchantName ? '/my/merchant' : null,
        };
      }),
      sessions: sessions.map(({ device, openedAt, lastSeenAt, current }) => ({
        device: device || t('accounts.sessions.unknown'),
        times: t('accounts.sessions.times', {
          opened: formatInstant(lang, openedAt ?? lastSeenAt),
          seen: formatInstant(lang, lastSeenAt),
        }),
        current: current ? { label: t('accounts.sessions.current'), tone: 'good' } : null,
      })),
      others: sessions.filter(({ current }) => !current).length,
      consent: consentOf(account, context),
      consents: facts.consents.map((one) => ({
        label: t(one.label),
        text: t(one.text),
        given: t('accounts.consents.about', {
          time: formatInstant(lang, one.acceptedAt),
          about: one.about,
        }),
        href: one.withdrawal,
      })),
      closable: account.kind === 'merchant',
    };
  };
}

function rowsOf({ account, hasMail, hasSms }: CentreFacts, { t }: PageContext) {
  const link = (href: string, key: string) => ({ href, label: t(key) });
  const { mailUrgent, mailOther, smsUrgent } = account.channels;
  const chosen = [
    mailUrgent && t('accounts.channels.short.mailUrgent'),
    mailOther && t('accounts.channels.short.mailOther'),
    smsUrgent && t('accounts.channels.short.smsUrgent'),
  ].filter((text) => text !== false);
  const confirmed = (value: string, at: string | null) =>
    t(at ? 'accounts.confirmed' : 'accounts.unconfirmed', { value });
  const confirmMobile = hasSms && !account.mobileConfirmedAt;
  return [
    { term: t('accounts.personName'), value: account.personName, action: null },
    {
      term: t('accounts.mobile'),
      value: hasSms
        ? confirmed(account.mobileMasked, account.mobileConfirmedAt)
        : t('accounts.mobile.noSms', {
            value: account.mobileMasked,
            reason: t('accounts.code.no.sms'),
          }),
      action: confirmMobile
        ? link('/account/mobile-code', 'accounts.mobile.confirm')
        : hasSms
          ? link('/account/mobile', 'accounts.change')
          : null,
    },
    {
      term: t('accounts.email'),
      value: account.email
        ? confirmed(account.email, account.emailConfirmedAt)
        : t(hasMail ? 'accounts.email.missing' : 'accounts.code.no.mail'),
      action: hasMail
        ? link('/account/email', account.email ? 'accounts.change' : 'accounts.email.give')
        : null,
    },
    {
      term: t('accounts.password'),
      value: '••••••••',
      action: link('/account/password', 'accounts.change'),
    },
    {
      term: t('accounts.channels.title'),
      value: [t('accounts.channels.site'), ...chosen].join(t('navigation.listComma')),
      action: link('/account/channels', 'accounts.change'),
    },
  ];
}

/** The text that was agreed to, where it is still the one that is shown today. */
function consentOf(
  { consentVersion, privacyNoticeHash, createdAt }: OwnAccount,
  { t, lang }: PageContext,
): CentrePage['consent'] {
  if (!consentVersion) return null;
  const text = languages
    .map((one) => translate(one, 'accounts.consent.tick'))
    .find((one) => createHash('sha256').update(one).digest('hex') === privacyNoticeHash);
  const time = formatInstant(lang, createdAt);
  return {
    given: t('accounts.consents.given', { time, version: consentVersion }),
    text: text ?? null,
  };
}
