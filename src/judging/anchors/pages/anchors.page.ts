import type { AnchorState } from '../../../rules/lifecycle/anchor-states.js';
import { ANCHORS_LEAST, ANCHORS_MOST, asksForAnchors } from '../../../rules/rounds/anchors.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldSelect } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { CategoryRow, ProgrammeRow } from '../../../programmes/programme.queries.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { anchorIn } from '../../../rules/lifecycle/anchor-states.js';
import type { AnchorRow, PastFile } from '../anchor.queries.js';
import { BeginAnchorForm } from './anchor.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/anchors': AnchorsPage;
  }
}

export interface AnchorsPage extends PageFrame {
  readonly lead: string;
  readonly summary: ErrorSummary;
  readonly categories: readonly {
    readonly id: string;
    readonly name: string;
    readonly asked: boolean;
    readonly frozen: boolean;
    readonly progress: string;
    readonly anchors: readonly {
      readonly href: string;
      readonly label: string;
      readonly hint: string;
      readonly status: StatusTag;
    }[];
    /** Null for whoever may not begin one, or where none can be added. */
    readonly form: { readonly action: string; readonly source: FieldSelect } | null;
  }[];
}

export const anchorTones = {
  Draft: 'neutral',
  Prepared: 'attention',
  Confirmed: 'good',
  Withdrawn: 'neutral',
} as const satisfies Record<AnchorState, StatusTag['tone']>;

export interface AnchorsInput {
  readonly programme: ProgrammeRow;
  /** Null for an edition of the time before rules were kept, which asked for nothing. */
  readonly rules: RuleSet | null;
  readonly categories: readonly CategoryRow[];
  readonly anchors: readonly AnchorRow[];
  readonly frozen: ReadonlySet<string>;
  readonly pastFiles: ReadonlyMap<string, readonly PastFile[]>;
}

export function anchorsPage(input: AnchorsInput, refused: Submitted<BeginAnchorForm> | null) {
  return (context: PageContext): AnchorsPage => {
    const { t } = context;
    return {
      title: t('judging.anchor.title'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        {
          label: t('judging.panel.title', { programme: input.programme.name }),
          href: `/office/panels/${input.programme.id}`,
        },
        { label: t('judging.anchor.title'), href: null },
      ],
      lead: t('judging.anchor.lead', { least: ANCHORS_LEAST, most: ANCHORS_MOST }),
      summary: {
        errors: (refused ? context.draw(refused).summary.errors : []).map(({ name, text }) => ({
          name: name === 'sourceId' ? sourceField(refused!.value.categoryId) : name,
          text,
        })),
      },
      categories: input.categories.map((category) =>
        categoryModel(category, input, refused, context),
      ),
    };
  };
}

/** Each category has a form of its own on the page, and its field a name of its own. */
export function sourceField(categoryId: string): string {
  return `source-${categoryId}`;
}

function categoryModel(
  category: CategoryRow,
  { programme, rules, anchors, frozen, pastFiles }: AnchorsInput,
  refused: Submitted<BeginAnchorForm> | null,
  context: PageContext,
): AnchorsPage['categories'][number] {
  const { t, lang, actor } = context;
  const { id, code } = category;
  const own = anchors.filter(({ categoryId }) => categoryId === id);
  const kept = own.filter(({ state }) => anchorIn.kept.has(state));
  const asked = rules !== null && asksForAnchors(rules, code);
  const may = allows('anchor.prepare', actor) && asked && !frozen.has(id);
  const sent = refused?.value.categoryId === id ? refused : unsentForm(BeginAnchorForm);
  const source = context.draw(sent).select(
    'sourceId',
    (pastFiles.get(id) ?? []).map((file) => ({
      value: file.id,
      label: t('judging.anchor.pastFile', {
        year: String(file.year),
        number: file.number,
        name: file.merchantName,
      }),
    })),
  );
  return {
    id,
    name: categoryName(category, context),
    asked,
    frozen: frozen.has(id),
    progress: t('judging.anchor.progress', {
      confirmed: own.filter(({ state }) => anchorIn.confirmed.has(state)).length,
      least: ANCHORS_LEAST,
      most: ANCHORS_MOST,
    }),
    anchors: kept.map((anchor) => ({
      href: `/office/anchor-dossiers/${anchor.id}`,
      label: t('judging.anchor.numbered', { number: anchor.number }),
      hint: t('judging.anchor.preparedBy', {
        name: anchor.preparerName ?? '',
        time: formatInstant(lang, anchor.preparedAt),
      }),
      status: { label: t(`judging.anchorState.${anchor.state}`), tone: anchorTones[anchor.state] },
    })),
    form:
      may && kept.length < ANCHORS_MOST
        ? {
            action: `office/anchors/${programme.id}`,
            source: {
              ...source,
              name: sourceField(id),
              placeholder: t('judging.anchor.byHand'),
            },
          }
        : null,
  };
}
