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

/**
 * The move that an event makes. An event that the state does not know is a lost race or an old page:
 * buttons are offered by the same table.
 * @throws Refusal of kind conflict for the state, invalid for the role or a guard
 */
export function requireMove<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: State | typeof START,
  event: Event,
  request: TransitionRequest,
): Move<State, Event> {
  const result = transition(lifecycle, state, event, request);
  if (result.ok) return result;
  const kind = result.code === 'lifecycle.refused.event' ? 'conflict' : 'invalid';
  throw new Refusal(result.code, result.variables, null, kind);
}
