import type { ErrorSummary } from '../../web/field-models.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ProgrammeRow, RoundRow } from '../programme.queries.js';
import { type Visibility, visibilities } from '../round.entity.js';
import type { RoundInput } from '../set-rounds.js';
import { dayText, isDay } from './calendar.form.js';
import { officeCrumbs } from '../office-crumbs.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/rounds': RoundsPage;
  }
}

export interface RoundsPage extends PageFrame {
  readonly id: string;
  readonly summary: ErrorSummary;
  readonly conflicting: boolean;
  readonly rounds: readonly {
    readonly id: string;
    readonly version: number;
    readonly label: string;
    readonly editable: boolean;
    readonly state: string;
    readonly blind: boolean;
    /** Null where a round has no place for it. */
    readonly repeats: { readonly ticked: boolean; readonly error: string | null } | null;
    readonly stored: string;
    readonly otherScores: readonly { value: string; label: string; selected: boolean }[];
    readonly opensOn: string;
    readonly closesOn: string;
  }[];
}

export function roundsPage(
  programme: ProgrammeRow,
  rounds: readonly RoundRow[],
  names: ReadonlyMap<string, { readonly zh: string; readonly en: string }>,
  state: {
    readonly typed: RawForm | null;
    readonly errors: readonly FieldError[];
    readonly conflicting: boolean;
  },
) {
  return (context: PageContext): RoundsPage => {
    const { t, lang } = context;
    const title = t('programmes.rounds.title');
    const { typed } = state;
    const labelOf = ({ categoryId, kind }: RoundRow) => {
      const name = names.get(categoryId);
      return t('programmes.room.round', {
        category: (lang === 'zh-CN' ? name?.zh : name?.en) ?? '',
        kind: t(`programmes.round.${kind}`),
      });
    };
    const problemAt = (name: string) => {
      const found = state.errors.find(({ field }) => field === name);
      return found
        ? t(found.code, { ...found.variables, field: t('programmes.rounds.repeats') })
        : null;
    };
    const value = (name: string, stored: string) =>
      typed ? (typedTexts(typed, name)[0] ?? '') : stored;
    return {
      title,
      breadcrumbs: officeCrumbs(context, programme, title),
      id: programme.id,
      summary: {
        errors: state.errors.map(({ field, code, variables }) => {
          const [id = '', part = ''] = field.split('.');
          const round = rounds.find((one) => one.id === id);
          const asked = round ? t(`programmes.rounds.${part}`) : t('programmes.rounds.day');
          const problem = t(code, { ...variables, field: asked });
          return {
            name: field || 'rounds',
            text: round
              ? t('programmes.rounds.problem', { round: labelOf(round), part: asked, problem })
              : problem,
          };
        }),
      },
      conflicting: state.conflicting,
      rounds: rounds.map((round) => {
        const chosen = value(`${round.id}.otherScores`, round.otherScores);
        const visible = (kind: string) => t(`programmes.visibility.${kind}`);
        return {
          id: round.id,
          version: round.version,
          label: labelOf(round),
          editable: roundIn.planned.has(round.state),
          state: t(`programmes.roundState.${round.state}`),
          blind: typed ? typedTexts(typed, `${round.id}.blind`).length > 0 : round.blind === 1,
          repeats:
            round.kind === 'material'
              ? {
                  ticked: typed
                    ? typedTexts(typed, `${round.id}.repeats`).length > 0
                    : round.repeats === 1,
                  error: problemAt(`${round.id}.repeats`),
                }
              : null,
          stored: t(
            round.repeats ? 'programmes.rounds.storedWithRepeats' : 'programmes.rounds.stored',
            {
              blind: t(round.blind ? 'programmes.rounds.blind' : 'programmes.rounds.open'),
              otherScores: visible(round.otherScores),
              from: round.opensOn,
              to: round.closesOn,
            },
          ),
          otherScores: visibilities.map((kind) => ({
            value: kind,
            label: visible(kind),
            selected: kind === chosen,
          })),
          opensOn: value(`${round.id}.opensOn`, round.opensOn),
          closesOn: value(`${round.id}.closesOn`, round.closesOn),
        };
      }),
    };
  };
}

/** The rounds as typed; rounds that have begun are not on the form and stay as they are. */
export function readRounds(
  raw: RawForm,
  rounds: readonly RoundRow[],
): { readonly rounds: readonly RoundInput[]; readonly errors: readonly FieldError[] } {
  const sent = rounds.filter(({ id }) => typedTexts(raw, `${id}.version`).length > 0);
  const errors: FieldError[] = [];
  const inputs = sent.map(({ id }) => {
    for (const end of ['opensOn', 'closesOn'] as const) {
      const day = dayText(raw, `${id}.${end}`);
      if (isDay(day)) continue;
      const variables = { date: day.slice(0, 40) };
      const code = day === '' ? 'forms.required' : 'calendar.dateInvalid';
      errors.push({ field: `${id}.${end}`, code, variables });
    }
    const chosen = typedTexts(raw, `${id}.otherScores`)[0] ?? '';
    if (!(visibilities as readonly string[]).includes(chosen)) {
      errors.push({
        field: `${id}.otherScores`,
        code: 'programmes.refused.visibility',
        variables: {},
      });
    }
    return {
      id,
      version: Number(typedTexts(raw, `${id}.version`)[0]),
      blind: typedTexts(raw, `${id}.blind`).length > 0,
      repeats: typedTexts(raw, `${id}.repeats`).length > 0,
      otherScores: chosen as Visibility,
      opensOn: dayText(raw, `${id}.opensOn`),
      closesOn: dayText(raw, `${id}.closesOn`),
    };
  });
  return { rounds: inputs, errors };
}
