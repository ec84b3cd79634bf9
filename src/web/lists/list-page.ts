import type { TextVariables } from '../../text/catalogue.js';
import type { EmptyState } from '../component-models.js';
import type { PageContext } from '../page-context.js';
import type { PageFrame } from '../views/page.js';
import { type ListModel, listModel } from './list-model.js';
import type { FoundList } from './list-reader.js';

declare module '../views/page.js' {
  interface PageModels {
    'lists/list': ListPage;
  }
}

export interface ListPage extends PageFrame {
  readonly lead: string | null;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  /** Tables that go out or come in, folded: they are wanted now and then. */
  readonly files: readonly { readonly href: string; readonly label: string }[];
  /** Too many for buttons: they would fill a phone before the list begins. */
  readonly many: boolean;
  readonly list: ListModel | null;
  /** Said in place of a list that there is not yet. */
  readonly nothing: EmptyState | null;
}

export interface ListWords {
  readonly title: string;
  readonly lead?: { readonly key: string; readonly variables?: TextVariables };
  /** Other pages of the same work. */
  readonly links?: readonly {
    readonly href: string;
    readonly label: string;
    /** What tells it from another of the same name. */
    readonly detail?: string | null;
  }[];
  readonly files?: readonly { readonly href: string; readonly label: string }[];
}

/** A page that is its list; one with more of its own draws `partials/list` itself. */
export function listPage(found: FoundList, { title, lead, links = [], files = [] }: ListWords) {
  return (context: PageContext): ListPage => ({
    title: context.t(title),
    breadcrumbs: [
      { label: context.t('navigation.office'), href: '/office' },
      { label: context.t(title), href: null },
    ],
    lead: lead ? context.t(lead.key, lead.variables) : null,
    links: links.map(({ href, label, detail }) => ({
      href,
      label: [context.t(label), detail].filter(Boolean).join(' '),
    })),
    files: files.map(({ href, label }) => ({ href, label: context.t(label) })),
    many: links.length + files.length > 4,
    list: listModel(found, context),
    nothing: null,
  });
}

/** There is no programme whose list this could be. */
export function noListPage(title: string) {
  return ({ t }: PageContext): ListPage => ({
    title: t(title),
    breadcrumbs: [{ label: t('navigation.office'), href: '/office' }],
    lead: null,
    links: [],
    files: [],
    many: false,
    list: null,
    nothing: { title: t('lists.empty'), text: t('review.noProgramme'), action: null },
  });
}
