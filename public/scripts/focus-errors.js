/** Brings the reader to the error summary after a refused form. */
export function focusErrors(summary) {
  summary?.focus();
}
