import { applicationLifecycle } from './application-lifecycle.js';
import { finalStates, START, stateLabelKey, type Lifecycle } from './lifecycle.js';
import { noticeLifecycle } from './notice-lifecycle.js';
import { objectionLifecycle } from './objection-lifecycle.js';
import { practiceLifecycle } from './practice-lifecycle.js';
import { programmeLifecycle } from './programme-lifecycle.js';
import { roundLifecycle } from './round-lifecycle.js';
import { scoreSheetLifecycle } from './score-sheet-lifecycle.js';
import { titleLifecycle } from './title-lifecycle.js';

export const LIFECYCLES: readonly Lifecycle[] = [
  programmeLifecycle,
  applicationLifecycle,
  titleLifecycle,
  objectionLifecycle,
  scoreSheetLifecycle,
  roundLifecycle,
  noticeLifecycle,
  practiceLifecycle,
];

/** Text of a locale key; without a catalogue the last part of the key stands for itself. */
export type Label = (key: string) => string;

/** All lifecycles as one Markdown page of Mermaid diagrams. */
export function renderStateDiagrams(label: Label = lastPart): string {
  return LIFECYCLES.map(
    (lifecycle) =>
      `## ${label(`lifecycle.${lifecycle.name}.title`)}\n\n\`\`\`mermaid\n${toMermaid(lifecycle, label)}\`\`\`\n`,
  ).join('\n');
}

/** One lifecycle as a Mermaid state diagram; an arrow carries its rule and event. */
export function toMermaid(lifecycle: Lifecycle, label: Label = lastPart): string {
  const names = lifecycle.states.map(
    (state) => `  state "${label(stateLabelKey(lifecycle, state))}" as ${state}`,
  );
  const arrows = lifecycle.rows.flatMap((row) =>
    row.from.map(
      (from) =>
        `  ${from === START ? '[*]' : from} --> ${row.to} : ${row.rule} ${label(`lifecycle.event.${row.event}`)}`,
    ),
  );
  const ends = finalStates(lifecycle).map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', ...names, ...arrows, ...ends, ''].join('\n');
}

function lastPart(key: string): string {
  const parts = key.split('.');
  return (parts.at(-1) === 'title' ? parts.at(-2) : parts.at(-1)) ?? key;
}
