import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { applicationLifecycle } from '../../../rules/lifecycle/application-lifecycle.js';
import { allowedEvents } from '../../../rules/lifecycle/lifecycle.js';
import { programmeLifecycle } from '../../../rules/lifecycle/programme-lifecycle.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldRadios,
  FieldTextarea,
} from '../../../web/field-models.js';
import { type MergeModel, mergeOf } from '../../../web/forms/merge-form.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { TerminationForm } from './termination.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/termination': TerminationPage;
  }
}

export interface TerminationPage extends PageFrame {
  readonly id: string;
  readonly version: number;
  readonly lead: string;
  readonly draftId: string | null;
  readonly possible: boolean;
  readonly summary: ErrorSummary;
  readonly merge: MergeModel | null;
  readonly ground: FieldRadios;
  readonly reason: FieldTextarea;
  readonly sure: FieldCheckboxes;
}

export interface TerminationRows {
  readonly programme: ProgrammeRow;
  readonly states: readonly { readonly state: string; readonly count: number }[];
  /** The notice that already waits for the second person. */
  readonly draftId: string | null;
  /** The programme went on while the form was being filled in. */
  readonly overtaken: boolean;
}

/** Says how many applications end with the programme before anyone presses the button. */
export function terminationPage(
  { programme, states, draftId, overtaken }: TerminationRows,
  form: Submitted<TerminationForm>,
) {
  return (context: PageContext): TerminationPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const title = t('programmes.termination.title');
    const { id, name, version } = programme;
    const possible = allowedEvents(programmeLifecycle, programme.state).includes('terminate');
    const count = states
      .filter(({ state }) =>
        allowedEvents(applicationLifecycle, state as never).includes('endWithProgramme'),
      )
      .reduce((sum, one) => sum + one.count, 0);
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: name, href: `/office/programmes/${id}` },
        { label: title, href: null },
      ],
      id,
      version,
      lead: t(possible ? 'programmes.termination.lead' : 'programmes.termination.notPossible', {
        name,
        count,
      }),
      draftId,
      possible,
      summary: drawn.summary,
      merge: overtaken
        ? mergeOf(form, { ground: t(`lifecycle.programme.${programme.state}`) }, context)
        : null,
      ground: drawn.radios('ground'),
      reason: drawn.textarea('reason'),
      sure: drawn.flag('sure'),
    };
  };
}
