import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import { type FieldProblem, doubtKey } from '../../../rules/registry/field-problem.js';
import { areConfirmed, confirmField } from '../../../web/forms/confirmed-doubts.js';
import type { ErrorSummary, FieldCheckboxes } from '../../../web/field-models.js';
import type { SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatHundredths } from '../../../text/format.js';
import type { ApplicationFile } from '../application-file.js';
import { isAnythingOpen } from '../open-items.js';
import { stepVersion } from '../step-content.js';
import {
  type StepItem,
  type StepName,
  type StepSection,
  isSectionOpen,
  stepSections,
} from '../step-fields.js';
import { type DrawnField, drawField, say, shown, storedForm } from './draw-field.js';
import { type FormFrame, formFrame } from './form-frame.js';
import { type Difference, differences } from './differences.js';
import { itemTitle, sectionTitle } from './typed-step.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/step': StepPage;
  }
}

export interface StepPage extends PageFrame, FormFrame {
  readonly lead: string;
  readonly id: string;
  readonly step: StepName;
  readonly version: string;
  readonly editable: boolean;
  readonly summary: ErrorSummary;
  /** Set when somebody saved first: what is stored beside what was typed. */
  readonly merge: { readonly rows: readonly Difference[] } | null;
  readonly doubts: readonly string[];
  /** Keys of the doubts that are shown, sent along with the tick. */
  readonly asked: readonly string[];
  readonly confirmed: FieldCheckboxes | null;
  readonly sections: readonly DrawnSection[];
}

export interface DrawnSection {
  readonly id: string;
  readonly title: string;
  readonly weight: string | null;
  readonly anchors: { readonly summary: string; readonly lines: readonly string[] } | null;
  readonly fields: readonly DrawnField[];
  readonly locked: SummaryList | null;
  readonly groups: readonly {
    readonly title: string;
    readonly hint: string;
    readonly lines: readonly { readonly legend: string; readonly fields: readonly DrawnField[] }[];
    readonly locked: readonly SummaryList[];
  }[];
}

export interface SentStep {
  readonly typed: RawForm;
  readonly errors: readonly FieldError[];
  readonly conflict: boolean;
  readonly doubts: readonly FieldProblem[];
  /** Only these fields were kept as typed; the others stand as they are stored. */
  readonly added?: true;
}

/** A step as stored, or as it was sent when it comes back with errors or after a lost race. */
export function stepPage(file: ApplicationFile, step: StepName, sent: SentStep | null = null) {
  return (context: PageContext): StepPage => {
    const frame = formFrame(file, step, context);
    const sections = shownSections(file, step);
    const items = sections.flatMap((section) => [
      ...section.items,
      ...section.rows.flatMap(({ lines }) => lines.flat()),
    ]);
    const typed: RawForm =
      sent && !sent.added ? sent.typed : { ...storedForm(items), ...sent?.typed };
    const errors = sent?.errors ?? [];
    const doubts = sent?.doubts ?? [];
    return {
      ...frame,
      lead: context.t(leadKey(file, step, sections.length)),
      id: file.application.id,
      step,
      // After an error the form still stands on the version it was drawn from.
      version: sentVersion(sent) ?? stepVersion(file, step),
      editable: isAnythingOpen(file.open) && sections.length > 0,
      summary: { errors: errors.map((error) => errorLine(error, items, context)) },
      merge: sent?.conflict ? { rows: differences(items, sent.typed, context) } : null,
      doubts: doubts.map((one) => errorLine(one, items, context).text),
      asked: doubts.map(doubtKey),
      confirmed: doubts.length ? confirmBox(errors, typed, doubts, context) : null,
      sections: sections.map((section) => drawSection(file, section, typed, errors, context)),
    };
  };
}

/** In a correction the opened items only: everything else stands on the receipt. */
function shownSections(file: ApplicationFile, step: StepName): readonly StepSection[] {
  const sections = stepSections(file, step);
  return file.correction && isAnythingOpen(file.open)
    ? sections.filter((section) => isSectionOpen(section))
    : sections;
}

function leadKey(file: ApplicationFile, step: StepName, sections: number): string {
  if (file.open.everything) return `applications.${step}.lead`;
  if (!isAnythingOpen(file.open)) return 'applications.step.readOnly';
  return sections > 0 ? 'applications.step.corrected' : 'applications.step.notOpened';
}

function sentVersion(sent: SentStep | null): string | null {
  if (!sent || sent.conflict || sent.added) return null;
  return typedTexts(sent.typed, 'version')[0] ?? null;
}

function confirmBox(
  errors: readonly FieldError[],
  typed: RawForm,
  doubts: readonly FieldProblem[],
  { t }: PageContext,
): FieldCheckboxes {
  const asks = errors.some(({ field }) => field === 'confirmed');
  return confirmField(t('applications.doubts.confirmed'), t('applications.doubts.tick'), {
    error: asks ? t('applications.doubts.ask') : null,
    ticked: areConfirmed(typed, doubts),
  });
}

function errorLine(error: FieldError, items: readonly StepItem[], context: PageContext) {
  const item = items.find(({ field }) => field.name === error.field);
  const field = item ? itemTitle(item, context) : '';
  return { name: error.field, text: context.t(error.code, { ...error.variables, field }) };
}

function drawSection(
  file: ApplicationFile,
  section: StepSection,
  typed: RawForm,
  errors: readonly FieldError[],
  context: PageContext,
): DrawnSection {
  const { t } = context;
  const draw = (items: readonly StepItem[]) =>
    items
      .filter(({ open }) => open)
      .map((item) => drawField(withAsked(file, section, item), typed, errors, context));
  return {
    id: section.code,
    title: sectionTitle(section, context),
    weight:
      section.weight === null
        ? null
        : t('applications.weight', { points: formatHundredths(section.weight) }),
    anchors: section.anchors.length
      ? {
          summary: t('applications.texts.anchors'),
          lines: section.anchors.map((anchor) => say(anchor, context)),
        }
      : null,
    fields: draw(section.items),
    locked: lockedList(section.items, context),
    groups: section.rows.map(({ list, lines, open }) => ({
      title: t(`applications.rows.${list.key}`),
      hint: [
        file.asked.has(list.key)
          ? t('applications.correction.asked', { text: file.asked.get(list.key)! })
          : '',
        t(open ? 'applications.rows.hint' : 'applications.rows.locked'),
      ]
        .filter(Boolean)
        .join(' '),
      lines: open
        ? lines.map((line, i) => ({
            legend: t('applications.rows.line', { n: i + 1 }),
            fields: draw(line),
          }))
        : [],
      locked: open ? [] : lines.flatMap((line) => lockedList(line, context) ?? []),
    })),
  };
}

/** What the office asks stands beside the field that answers it. */
function withAsked({ asked }: ApplicationFile, { code }: StepSection, item: StepItem): StepItem {
  const text =
    asked.get(item.key) ??
    asked.get(`text.${item.key}`) ??
    (code === 'penalty' ? asked.get('penaltySelfReport') : undefined);
  if (!text) return item;
  const hint = { key: 'applications.correction.asked', variables: { text } };
  return { ...item, field: { ...item.field, hint } };
}

function lockedList(items: readonly StepItem[], context: PageContext): SummaryList | null {
  const locked = items.filter(({ open }) => !open);
  if (locked.length === 0) return null;
  return {
    rows: locked.map(({ field, stored, fromRegister }) => ({
      term: say(field.label, context),
      value:
        fromRegister && stored === null
          ? context.t('applications.figures.notFiled')
          : shown(field, stored, context),
      action: null,
    })),
  };
}
