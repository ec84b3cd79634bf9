import { addRouteFacts } from '../http/route-facts.js';

/** What is sent is believed for its own signature, whoever sends it: no token of a form goes with it. */
export const ProvesItself =
  () =>
  (_: object, __: string | symbol, { value }: PropertyDescriptor): void =>
    addRouteFacts(value as object, { provesItself: true });
