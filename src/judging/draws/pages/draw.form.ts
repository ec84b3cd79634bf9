import type { FieldMinimum } from '../../../rules/draw/draw-record.js';
import { Refusal } from '../../../rules/refusal.js';
import { FlagField, TextField, TextareaField, WholeField } from '../../../web/forms/fields.js';

export class BeginDrawForm {
  @TextField({ label: 'judging.draw.category', max: 20 })
  categoryId!: string;
}

export class DrawTermsForm {
  @WholeField({
    label: 'judging.draw.panelSize',
    hint: 'judging.draw.panelSize.hint',
    unit: 'judging.draw.people',
    min: 5,
    max: 21,
  })
  panelSize!: number;
  @WholeField({
    label: 'judging.draw.alternates',
    hint: 'judging.draw.alternates.hint',
    unit: 'judging.draw.people',
    min: 3,
    max: 21,
  })
  alternates!: number;
  @WholeField({
    label: 'judging.draw.perDivision',
    hint: 'judging.draw.perDivision.hint',
    unit: 'judging.draw.people',
    min: 1,
    max: 2,
  })
  perDivision!: number;
  @TextareaField({
    label: 'judging.draw.fields',
    hint: 'judging.draw.fields.hint',
    max: 2000,
    rows: 8,
  })
  fields!: string;
  @WholeField({ label: 'judging.expert.version', min: 1 })
  version!: number;
}

export class ExclusionForm {
  @TextField({ label: 'judging.panel.expert', max: 20 })
  expertId!: string;
  @TextareaField({
    label: 'judging.draw.exclusionReason',
    hint: 'judging.draw.exclusionReason.hint',
    min: 4,
    max: 200,
    rows: 2,
  })
  exclusionReason!: string;
}

export class ReadmitForm {
  @TextField({ label: 'judging.panel.expert', max: 20 })
  readmitId!: string;
}

export class WitnessForm {
  @TextField({
    label: 'judging.draw.witness',
    hint: 'judging.draw.witness.hint',
    min: 6,
    max: 60,
  })
  witness!: string;
}

export class RevealForm {
  @TextareaField({
    label: 'judging.draw.present',
    hint: 'judging.draw.present.hint',
    max: 400,
    rows: 4,
  })
  present!: string;
}

export class SignForm {
  @TextField({ label: 'judging.draw.recordHash', max: 64 })
  recordHash!: string;
  @FlagField({ label: 'judging.draw.read' })
  read!: boolean;
}

export class VoidForm {
  @TextareaField({
    label: 'judging.draw.voidReason',
    hint: 'judging.draw.voidReason.hint',
    min: 10,
    max: 300,
    rows: 3,
  })
  voidReason!: string;
}

/** One field a line, its least number of seats at the end: `电子商务 2`. */
export function parseMinima(text: string): FieldMinimum[] {
  return linesOf(text).map((line) => {
    const [, field, number] = /^(.+?)[\s:=\uff1a]+(\d{1,2})$/.exec(line) ?? [];
    if (!field || !number) throw new Refusal('judging.draw.fieldLine', { line }, 'fields');
    return { field, minimum: Number(number) };
  });
}

export function minimaText(fields: readonly FieldMinimum[]): string {
  return fields.map(({ field, minimum }) => `${field} ${minimum}`).join('\n');
}

const PRESENT = { least: 2, most: 20, longest: 20 } as const;

/** Names of the people at the meeting, one a line. */
export function parsePresent(text: string): string[] {
  const names = [...new Set(linesOf(text))];
  const faulty = names.find((name) => Array.from(name).length > PRESENT.longest);
  if (faulty) throw new Refusal('judging.draw.nameLong', { name: faulty }, 'present');
  if (names.length < PRESENT.least || names.length > PRESENT.most) {
    throw new Refusal('judging.draw.presentCount', { count: names.length }, 'present');
  }
  return names;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
