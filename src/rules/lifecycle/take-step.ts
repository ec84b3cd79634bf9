import { Refusal } from '../refusal.js';
import { type Lifecycle, START, type TransitionRequest, transition } from './lifecycle.js';

/**
 * The state an event leads to.
 * @throws Refusal as the table says
 */
export function takeStep<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: State | typeof START,
  event: Event,
  request: TransitionRequest,
): State {
  const result = transition(lifecycle, state, event, request);
  if (!result.ok) throw new Refusal(result.code, result.variables);
  return result.to;
}
