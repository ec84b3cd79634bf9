import { dayFields } from '../../../web/errors/typed-before.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { TypedField } from '../../../web/http/request.js';
import type { PageContext } from '../../../web/page-context.js';
import type { ApplicationFile } from '../application-file.js';
import { readField } from '../data-field.js';
import { MOST_ROWS } from '../row-lists.js';
import {
  type StepItem,
  type StepName,
  type StepSection,
  rowItems,
  stepSections,
} from '../step-fields.js';
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

/** With the lines that the sent page had, which may be more than there are now. */
function itemsOf({ items, rows }: StepSection): readonly StepItem[] {
  const lines = Array.from({ length: MOST_ROWS }, (_, line) => line);
  return [
    ...items,
    ...rows.flatMap(({ list }) => lines.flatMap((line) => rowItems(list, line, {}, false))),
  ];
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
  if (problem) {
    const names = [field.name, ...dayFields(field.name)];
    return names
      .flatMap((name) => typedTexts(typed, name))
      .filter(Boolean)
      .join('-');
  }
  return stored === null ? '' : shown(field, stored, context);
}
