import type { ErrorSummary, FieldCheckboxes, FieldText } from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'accounts/own-form': OwnFormPage;
  }
}

export interface OwnFormPage extends PageFrame {
  readonly lead: string;
  /** What follows from it, one line each. */
  readonly points: readonly string[];
  readonly summary: ErrorSummary;
  /** Where it is sent. */
  readonly href: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly texts: readonly FieldText[];
  readonly choices: readonly FieldCheckboxes[];
  readonly submit: string;
  readonly danger: boolean;
  readonly back: { readonly href: string };
}

/** The words of a form by their keys, and where it is sent. */
export interface OwnFormWords {
  readonly title: string;
  readonly lead: string;
  readonly points?: readonly string[];
  readonly submit: string;
  readonly action: string;
  readonly danger?: boolean;
}

interface Fields {
  readonly texts?: readonly string[];
  readonly choices?: readonly string[];
  readonly hidden?: Readonly<Record<string, string>>;
}

/** One small form about one's own account. */
export function ownFormPage(
  words: OwnFormWords,
  form: Submitted<object>,
  { texts = [], choices = [], hidden = {} }: Fields,
) {
  return (context: PageContext): OwnFormPage => {
    const { t, actor } = context;
    const drawn = context.draw(form);
    const title = t(words.title);
    const home = { label: t('accounts.centre.title'), href: '/account' };
    return {
      title,
      breadcrumbs: actor ? [home, { label: title, href: null }] : [],
      lead: t(words.lead),
      points: (words.points ?? []).map((key) => t(key)),
      summary: drawn.summary,
      href: words.action,
      hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })),
      texts: texts.map((name) => drawn.text(name)),
      choices: choices.map((name) => drawn.checkboxes(name)),
      submit: t(words.submit),
      danger: words.danger ?? false,
      back: { href: actor ? '/account' : '/sign-in' },
    };
  };
}
