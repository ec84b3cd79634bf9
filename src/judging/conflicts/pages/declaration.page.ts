import type { ErrorSummary } from '../../../web/field-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { GROUND_NUMBERS } from '../../../rules/rounds/conflict-grounds.js';
import type { Identity } from '../conflict-facts.js';
import type { OwnSeatRow } from '../../sheets/judging.queries.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { type TypedDeclaration, theRest } from './read-declaration.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/declaration': DeclarationPage;
  }
}

export interface DeclarationPage extends PageFrame {
  readonly action: string;
  readonly version: number;
  readonly summary: ErrorSummary;
  readonly grounds: readonly {
    readonly value: string;
    readonly number: string;
    readonly text: string;
  }[];
  readonly applicants: readonly Applicant[];
  readonly count: number;
  readonly answered: string;
  /** How many "none for the rest" would cover. */
  readonly rest: number;
  /** Whom it covers, once it was asked for. */
  readonly covered: readonly { readonly token: string; readonly name: string }[];
}

interface Applicant {
  readonly token: string;
  readonly merchantName: string;
  readonly headName: string;
  readonly related: string | null;
  readonly hits: readonly string[];
  readonly none: boolean;
  readonly choices: readonly {
    readonly value: string;
    readonly short: string;
    readonly chosen: boolean;
  }[];
  readonly explanation: string;
  readonly needed: boolean;
  readonly groundError: string | null;
  readonly explanationError: string | null;
}

export interface DeclarationInput {
  readonly seat: OwnSeatRow;
  readonly identities: readonly Identity[];
  readonly typed: TypedDeclaration;
  readonly version: number;
  readonly errors: readonly FieldError[];
  /** Whether "none for the rest" was asked for and has to be confirmed. */
  readonly askRest?: boolean;
}

export function declarationPage(input: DeclarationInput) {
  const { seat, identities, typed, version, errors, askRest = false } = input;
  return (context: PageContext): DeclarationPage => {
    const { t } = context;
    const rest = theRest(identities, typed);
    const done = identities.filter(({ token }) => typed.get(token)?.chosen.length).length;
    return {
      title: t('judging.declaration.title', { category: categoryName(seat, context) }),
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: t('judging.declaration.short'), href: null },
      ],
      action: `judging/seats/${seat.id}/declaration`,
      version,
      summary: {
        errors: errors.map(({ field, code, variables }) => ({
          name: field || 'form',
          text: t(code, variables),
        })),
      },
      grounds: GROUND_NUMBERS.map((value) => ({
        value,
        number: t(`judging.ground.${value}.number`),
        text: t(`judging.ground.${value}`),
      })),
      applicants: identities.map((one) => applicant(one, input, context)),
      count: identities.length,
      answered: t('judging.declaration.answered', { done, count: identities.length }),
      rest: rest.length,
      covered: askRest
        ? rest.map(({ token, merchantName }) => ({ token, name: merchantName }))
        : [],
    };
  };
}

function applicant(
  { token, merchantName, headName, related, hits }: Identity,
  { typed, errors }: DeclarationInput,
  { t }: PageContext,
): Applicant {
  const { chosen = [], explanation = '' } = typed.get(token) ?? {};
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field);
    return error ? t(error.code, error.variables) : null;
  };
  return {
    token,
    merchantName,
    headName,
    related: related.length ? related.join(t('navigation.listComma')) : null,
    hits: hits.map(({ messageKey, value }) => t(messageKey, { value: hitValue(value, t) })),
    none: chosen.includes('none'),
    choices: GROUND_NUMBERS.map((value) => ({
      value,
      short: t(`judging.ground.${value}.short`),
      chosen: chosen.includes(value),
    })),
    explanation,
    needed: hits.length > 0,
    groundError: errorOf(`ground-${token}`),
    explanationError: errorOf(`explanation-${token}`),
  };
}

export function groundLabel(ground: string, t: PageContext['t']): string {
  return t('judging.ground.option', {
    number: t(`judging.ground.${ground}.number`),
    text: t(`judging.ground.${ground}`),
  });
}

export function groundOptions(t: PageContext['t']) {
  return GROUND_NUMBERS.map((value) => ({ value, label: groundLabel(value, t) }));
}

function hitValue(value: string, t: PageContext['t']): string {
  return /^\d{6}(-SBJ)?$/.test(value) ? t(`judging.division.${value}`) : value;
}
