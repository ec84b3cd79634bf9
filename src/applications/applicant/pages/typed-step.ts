import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { TypedField } from '../../../web/http/request.js';
import type { PageContext } from '../../../web/page-context.js';
import type { ApplicationFile } from '../application-file.js';
import { readField } from '../data-field.js';
import { type StepItem, type StepName, type StepSection, stepSections } from '../step-fields.js';
import { say, shown } from './draw-field.js';

/** What was sent of a step, as its page calls the fields: for whoever sent it too late to be saved. */
export function typedIntoStep(file: ApplicationFile, step: StepName, typed: RawForm) {
  return (context: PageContext): readonly TypedField[] =>
    stepSections(file, step).flatMap((section) =>
      itemsOf(section).map((item) => ({
        name: item.field.name,
        label: context.t('applications.typed.field', {
          section: sectionTitle(section, context),
          field: itemTitle(item, context),
        }),
        value: valueOf(item, typed, context),
      })),
    );
}

export function sectionTitle({ code, name }: StepSection, context: PageContext): string {
  const { t } = context;
  if (!name) return t('applications.penalty.title');
  return t('applications.indicator', { code, name: say(name, context) });
}

function itemsOf({ items, rows }: StepSection): readonly StepItem[] {
  return [...items, ...rows.flatMap(({ lines }) => lines.flat())];
}

/** A field of a list names its line. */
export function itemTitle({ field }: StepItem, context: PageContext): string {
  const label = say(field.label, context);
  const line = /^rows\.[^.]+\.(\d+)\./.exec(field.name)?.[1];
  return line === undefined
    ? label
    : context.t('applications.rows.field', { n: Number(line) + 1, field: label });
}

/** As it reads on the page; what cannot be read stays as it was typed. */
function valueOf({ field }: StepItem, typed: RawForm, context: PageContext): string {
  const { stored, problem } = readField(field, typed);
  if (problem) return typedTexts(typed, field.name).join('\n');
  return stored === null ? '' : shown(field, stored, context);
}
