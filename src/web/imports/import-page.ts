import type { Refusal } from '../../rules/refusal.js';
import type { StatTiles } from '../component-models.js';
import type { ErrorSummary, FieldCheckboxes, FieldFile } from '../field-models.js';
import { confirmField } from '../forms/confirmed-doubts.js';
import type { PageContext } from '../page-context.js';
import type { PageFrame } from '../views/page.js';

declare module '../views/page.js' {
  interface PageModels {
    'lists/import': ImportPage;
  }
}

/** More lines than this help nobody; the rest is counted. */
const most = 200;

export interface ImportLine {
  readonly line: number;
  readonly text: string;
}

/** A cell as it stands and as it would stand. */
export interface ImportCell {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface ImportChange {
  readonly line: number;
  readonly name: string;
  readonly cells: readonly ImportCell[];
}

/** What the page says of one kind of import, as texts. */
export interface ImportTexts {
  readonly title: string;
  readonly parent: { readonly label: string; readonly href: string };
  readonly base: string;
  readonly lead: string;
  readonly hint: string;
  readonly columns: readonly string[];
  readonly links: readonly { readonly label: string; readonly href: string }[];
  /** Whether the work begins with what these links give, and not with a file that somebody has. */
  readonly beginsWithLinks?: boolean;
  /** What entering does besides. */
  readonly consequence: string;
  readonly submit: string;
  readonly changes: string;
  readonly entering: string;
  readonly of: string;
}

export interface ImportPreview {
  readonly encoding: string;
  readonly hash: string;
  readonly digest: string;
  readonly tiles: readonly { readonly label: string; readonly value: number }[];
  readonly errors: readonly ImportLine[];
  readonly warnings: readonly ImportLine[];
  readonly changes: readonly ImportChange[];
  /** Where each of the changes has to be seen before it is entered. */
  readonly mostChanges?: number;
  /** How many of the warnings wait for the word of a person. */
  readonly asked: number;
  /** How much would be written. */
  readonly writes: number;
}

export interface ImportPage extends PageFrame {
  readonly texts: ImportTexts;
  readonly summary: ErrorSummary;
  readonly file: FieldFile;
  readonly columns: string;
  readonly links: { readonly first: ImportTexts['links']; readonly last: ImportTexts['links'] };
  readonly run: string;
  readonly preview: {
    readonly tiles: StatTiles;
    readonly encoding: string;
    readonly errors: readonly ImportLine[];
    readonly moreErrors: number;
    readonly warnings: readonly ImportLine[];
    readonly moreWarnings: number;
    readonly changes: readonly ImportChange[];
    readonly moreChanges: number;
    /** Null while the file has errors or changes nothing. */
    readonly confirm: {
      readonly hash: string;
      readonly digest: string;
      /** The word of the person, where the plan asks for it. */
      readonly confirmed: FieldCheckboxes | null;
    } | null;
    readonly nothing: boolean;
  } | null;
}

export function importPage(
  texts: ImportTexts,
  preview: ImportPreview | null,
  { refusal, run }: { readonly refusal: Refusal | null; readonly run: string },
  { t }: PageContext,
): ImportPage {
  const error = refusal ? t(refusal.code, refusal.variables) : null;
  const isOfFile = refusal?.kind === 'invalid' && refusal.field !== 'confirmed';
  return {
    title: texts.title,
    breadcrumbs: [texts.parent, { label: texts.title, href: null }],
    texts,
    summary: { errors: error ? [{ name: refusal?.field ?? 'file', text: error }] : [] },
    file: {
      name: 'file',
      label: t('merchants.import.file'),
      hint: texts.hint,
      error: isOfFile ? error : null,
      required: true,
      accept: '.xlsx,.csv,.txt',
      multiple: false,
      files: [],
    },
    columns: texts.columns.join(t('navigation.listComma')),
    links: texts.beginsWithLinks
      ? { first: texts.links, last: [] }
      : { first: [], last: texts.links },
    run,
    preview: preview ? shown(preview) : null,
  };

  function shown(of: ImportPreview): NonNullable<ImportPage['preview']> {
    const rest = (lines: readonly unknown[], shownOf = most) => Math.max(0, lines.length - shownOf);
    const sound = of.errors.length === 0;
    const label = t('merchants.import.asked', { count: of.asked });
    const confirmed = confirmField(label, t('merchants.import.confirmed'), {
      error: refusal?.field === 'confirmed' ? error : null,
      ticked: false,
    });
    return {
      tiles: {
        tiles: of.tiles.map((tile) => ({
          label: tile.label,
          value: String(tile.value),
          unit: texts.of,
          note: null,
        })),
      },
      encoding: of.encoding,
      errors: of.errors.slice(0, most),
      moreErrors: rest(of.errors),
      warnings: of.warnings.slice(0, most),
      moreWarnings: rest(of.warnings),
      changes: of.changes.slice(0, of.mostChanges ?? most),
      moreChanges: rest(of.changes, of.mostChanges),
      confirm:
        sound && of.writes > 0
          ? { hash: of.hash, digest: of.digest, confirmed: of.asked ? confirmed : null }
          : null,
      nothing: sound && of.writes === 0,
    };
  }
}
