/** Minutes without a request after which a session ends; judges read long files. */
export function idleMinutes(accountKind: string | null): number {
  return accountKind === 'judge' ? 60 : 30;
}
