import { RESULT_SENTENCES } from '../../../rules/privacy/result-policy.js';
import type { FieldCheckboxes, FieldTextarea } from '../../../web/field-models.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { PageContext, Translate } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { Actor } from '../../../web/actor.js';
import { holds } from '../../../web/actor.js';
import type { ApplicationFile } from '../application-file.js';
import { CONFIRMATION, confirmationOf } from '../confirmation.js';
import {
  type DeclarationKind,
  type GivenDeclarations,
  consentItems,
  declarationKinds,
} from '../declarations.js';
import type { SubmissionProblem } from '../submission-problem.js';
import { draftProblems } from '../submission-problems.js';
import { say } from './draw-field.js';
import { type DrawnEvidence, acceptedFiles, drawEvidence } from './evidence.page.js';
import { type FormFrame, formFrame } from './form-frame.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/declarations': DeclarationsPage;
  }
}

export interface DeclarationsPage extends PageFrame, FormFrame {
  readonly id: string;
  readonly problems: readonly { readonly href: string; readonly text: string }[];
  readonly missing: number;
  readonly declarations: readonly {
    readonly title: string;
    readonly text: string;
    /** What the agreement covers besides what is ticked. */
    readonly covers: { readonly lead: string; readonly items: readonly string[] } | null;
    readonly ticks: FieldCheckboxes;
    readonly relations: FieldTextarea | null;
  }[];
  readonly editable: boolean;
  /** Who may press submit: the representative, an agent with a signed statement, or nobody yet. */
  readonly submit: boolean;
  readonly ask: boolean;
  readonly statement: {
    readonly text: string;
    readonly files: readonly DrawnEvidence[];
    readonly accept: string;
  } | null;
}

export function declarationsPage(
  file: ApplicationFile,
  actor: Actor,
  typed: RawForm = {},
  problems: readonly SubmissionProblem[] = [],
) {
  return (context: PageContext): DeclarationsPage => {
    const isRepresentative = holds(actor, 'LegalRepresentative');
    const hasAccount = file.representatives.length > 0;
    const editable = file.open.everything;
    return {
      ...formFrame(file, 'declarations', context),
      id: file.application.id,
      problems: problems.map((problem) => problemLine(file, problem, context)),
      missing: draftProblems(file).length,
      declarations: declarationKinds.map((kind) => ({
        title: context.t(`applications.declaration.${kind}`),
        text: context.t(`applications.declaration.${kind}.text`),
        covers: covered(kind, context.t),
        ticks: ticksOf(file, kind, typed, problems, context),
        relations: kind === 'recusalHelp' ? relationsField(typed, context) : null,
      })),
      editable,
      submit: editable && confirmationOf(actor, file) !== null,
      ask: editable && !isRepresentative && hasAccount && !actor.clerk,
      statement:
        editable && !isRepresentative && (!hasAccount || actor.clerk)
          ? {
              text: context.t(
                actor.clerk ? 'applications.confirm.window' : 'applications.confirm.statementText',
              ),
              files: file.evidence
                .filter(({ indicator }) => indicator === CONFIRMATION)
                .map((one) => drawEvidence(one, true, context)),
              accept: acceptedFiles,
            }
          : null,
    };
  };
}

/** The whole text that a declaration shows, ticks included: this is what its hash proves. */
export function shownText(file: ApplicationFile, kind: DeclarationKind, t: Translate): string {
  const covers = covered(kind, t);
  const lines = consentItems(file, kind).map(({ key }) => t(`applications.consent.${key}`));
  return [
    t(`applications.declaration.${kind}.text`),
    ...(covers ? [covers.lead, ...covers.items] : []),
    ...lines,
  ].join('\n');
}

/** The same sentences as in the privacy notice. */
function covered(kind: DeclarationKind, t: Translate) {
  if (kind !== 'publicity') return null;
  return {
    lead: t('applications.declaration.publicity.covers'),
    items: RESULT_SENTENCES.map((key) => t(key)),
  };
}

export function readDeclarations(raw: RawForm): GivenDeclarations {
  const ticked = (kind: DeclarationKind) => typedTexts(raw, kind).filter((text) => text !== '');
  const given = (kind: DeclarationKind) => ({
    accepted: ticked(kind).includes('on'),
    items: ticked(kind).filter((text) => text !== 'on'),
  });
  const relations = (typedTexts(raw, 'relations')[0] ?? '').slice(0, 2000).split(/\r?\n/);
  return {
    truth: given('truth'),
    creditQuery: given('creditQuery'),
    publicity: given('publicity'),
    personalInformation: given('personalInformation'),
    noViolation: given('noViolation'),
    recusalHelp: {
      ...given('recusalHelp'),
      items: relations.map((line) => line.trim()).filter(Boolean),
    },
  };
}

function ticksOf(
  file: ApplicationFile,
  kind: DeclarationKind,
  typed: RawForm,
  problems: readonly SubmissionProblem[],
  context: PageContext,
): FieldCheckboxes {
  const { t } = context;
  const chosen = typedTexts(typed, kind);
  const items = consentItems(file, kind);
  const problem = problems.find(({ field }) => field === kind);
  const options = items.length
    ? items.map(({ key, needed }) => ({
        value: key,
        label: t(`applications.consent.${key}`),
        hint: t(needed ? 'applications.consent.needed' : 'applications.consent.optional'),
      }))
    : [{ value: 'on', label: t('applications.declaration.agree'), hint: null }];
  return {
    name: kind,
    label: t(items.length ? 'applications.declaration.tickEach' : 'applications.declaration.tick'),
    hint: null,
    error: problem ? problemText(problem, context) : null,
    required: true,
    inline: false,
    options: options.map((option) => ({ ...option, selected: chosen.includes(option.value) })),
  };
}

function relationsField(typed: RawForm, { t }: PageContext): FieldTextarea {
  return {
    name: 'relations',
    label: t('applications.declaration.relations'),
    hint: t('applications.declaration.relations.hint'),
    error: null,
    required: false,
    value: typedTexts(typed, 'relations')[0] ?? '',
    rows: 3,
    maxLength: null,
  };
}

function problemLine(file: ApplicationFile, problem: SubmissionProblem, context: PageContext) {
  const { step, field } = problem;
  const page = step === 'declarations' ? '' : `/my/applications/${file.application.id}/${step}`;
  return {
    href: `${page}${field ? `#field-${field}` : ''}`,
    text: context.t('applications.problem.on', {
      step: context.t(`applications.step.${step}`),
      problem: problemText(problem, context, file.programme.dataYear),
    }),
  };
}

function problemText({ code, label }: SubmissionProblem, context: PageContext, year = 0): string {
  return context.t(code, { label: label ? say(label, context) : '', year: String(year) });
}
