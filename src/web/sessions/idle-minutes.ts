/** No session lives longer without a request. */
export const longestIdleMinutes = 60;

/** Minutes without a request after which a session ends; judges read long files. */
export function idleMinutes(accountKind: string | null): number {
  return accountKind === 'judge' ? longestIdleMinutes : 30;
}
