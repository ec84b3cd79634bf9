import type { Actor } from './roles.js';

/** Stands in `from` for "does not exist yet": the row creates the thing. */
export const START = 'Start';

/**
 * One arrow of a lifecycle. `rule` is the row of the rule book, `verb` the word on the journal
 * entry; events are finer than verbs so that state and event together name one arrow.
 */
export interface TransitionRow<State extends string = string, Event extends string = string> {
  readonly rule: string;
  readonly from: readonly (State | typeof START)[];
  readonly event: Event;
  readonly verb: string;
  readonly to: State;
  /** Every guard must be true; names are keys under `lifecycle.guard`. */
  readonly guards: readonly string[];
  readonly actors: readonly Actor[];
  /** Documents the step produces, keys under `document`. */
  readonly documents: readonly string[];
  /** Default limit in working days; the programme's own data replaces it. */
  readonly limitWorkingDays?: number;
}

export interface Lifecycle<State extends string = string, Event extends string = string> {
  readonly name: string;
  readonly states: readonly State[];
  readonly rows: readonly TransitionRow<State, Event>[];
}

export interface TransitionRequest {
  readonly role: Actor;
  /** What the use case found out; a guard that is not listed counts as unmet. */
  readonly guards: Readonly<Record<string, boolean>>;
}

export type TransitionResult<State extends string = string, Event extends string = string> =
  | { readonly ok: true; readonly to: State; readonly row: TransitionRow<State, Event> }
  | {
      readonly ok: false;
      readonly code: 'lifecycle.refused.event';
      readonly variables: {
        readonly lifecycle: string;
        readonly state: string;
        readonly event: string;
      };
    }
  | {
      readonly ok: false;
      readonly code: 'lifecycle.refused.role';
      readonly variables: { readonly rule: string; readonly role: string };
    }
  | {
      readonly ok: false;
      readonly code: 'lifecycle.refused.guard';
      readonly variables: { readonly rule: string; readonly guard: string };
      readonly unmetGuards: readonly string[];
    };

/** The state an event leads to, or a refusal that names the missing arrow, the role or the unmet guards. */
export function transition<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: State | typeof START,
  event: Event,
  { role, guards }: TransitionRequest,
): TransitionResult<State, Event> {
  const row = lifecycle.rows.find((each) => each.event === event && each.from.includes(state));
  if (row === undefined) {
    const variables = { lifecycle: lifecycle.name, state, event };
    return { ok: false, code: 'lifecycle.refused.event', variables };
  }
  if (!row.actors.includes(role)) {
    return { ok: false, code: 'lifecycle.refused.role', variables: { rule: row.rule, role } };
  }
  const unmetGuards = row.guards.filter((guard) => guards[guard] !== true);
  const [guard] = unmetGuards;
  if (guard !== undefined) {
    const variables = { rule: row.rule, guard };
    return { ok: false, code: 'lifecycle.refused.guard', variables, unmetGuards };
  }
  return { ok: true, to: row.to, row };
}

/** Events that leave a state, for one role when given: what a page may offer as buttons. */
export function allowedEvents<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: State | typeof START,
  role?: Actor,
): readonly Event[] {
  return lifecycle.rows
    .filter((row) => row.from.includes(state) && (role === undefined || row.actors.includes(role)))
    .map((row) => row.event);
}

/** States from which no arrow leads to another state. */
export function finalStates<State extends string>(lifecycle: Lifecycle<State>): readonly State[] {
  return lifecycle.states.filter((state) =>
    lifecycle.rows.every((row) => !row.from.includes(state) || row.to === state),
  );
}

/** Locale key of a state's Chinese and English name. */
export function stateLabelKey(lifecycle: Lifecycle, state: string): string {
  return `lifecycle.${lifecycle.name}.${state}`;
}
