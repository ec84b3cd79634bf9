import { Refusal } from '../../rules/refusal.js';

export interface Objector {
  readonly identityKind: 'unit' | 'person' | 'anonymous';
  readonly name: string | null;
  readonly telephone: string | null;
}

/** What is missing of whoever objects under a name, in the order of the form. */
export function objectorProblems({ identityKind, name, telephone }: Objector): readonly Refusal[] {
  if (identityKind === 'anonymous') return [];
  return [
    ...(name ? [] : [new Refusal('awards.objection.name', {}, 'name')]),
    ...(telephone ? [] : [new Refusal('awards.objection.telephone', {}, 'telephone')]),
  ];
}
