import { Refusal } from '../refusal.js';
import {
  type Lifecycle,
  type START,
  type TransitionRequest,
  type TransitionResult,
  transition,
} from './lifecycle.js';

type Move<State extends string, Event extends string> = Extract<
  TransitionResult<State, Event>,
  { readonly ok: true }
>;

/** Guard → what the act says of it, where it can say more than the name of the condition. */
export type OwnWords = Readonly<Partial<Record<string, () => Refusal>>>;

/**
 * The move that an event makes. An event that the state does not know is a lost race or an old page:
 * buttons are offered by the same table.
 * @throws Refusal of kind conflict for the state, invalid for the role or a guard, or as `words` say
 */
export function requireMove<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: State | typeof START,
  event: Event,
  request: TransitionRequest,
  words: OwnWords = {},
): Move<State, Event> {
  const result = transition(lifecycle, state, event, request);
  if (result.ok) return result;
  const { code, variables } = result;
  const own = code === 'lifecycle.refused.guard' && words[variables.guard];
  if (own) throw own();
  const kind = code === 'lifecycle.refused.event' ? 'conflict' : 'invalid';
  throw new Refusal(code, variables, null, kind);
}
