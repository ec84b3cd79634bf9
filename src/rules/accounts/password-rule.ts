const common = [
  'password',
  'qwerty',
  'admin',
  'welcome',
  'iloveyou',
  'letmein',
  'woaini',
  'abc123',
  '123456',
  '111111',
  '666666',
  '888888',
];

/**
 * Ten characters or more from three of the four classes (lower case, upper case, digits, others),
 * and not built around a common password or the account's own mobile number.
 * @returns a locale key, or null when the password may be used
 */
export function passwordProblem(password: string, mobile: string): string | null {
  const characters = Array.from(password).length;
  if (characters < 10) return 'accounts.password.short';
  if (characters > 128) return 'accounts.password.long';
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((one) =>
    one.test(password),
  ).length;
  if (classes < 3) return 'accounts.password.classes';
  const plain = password.toLowerCase();
  const core = plain.replace(/[^a-z\d]/g, '');
  if (common.some((word) => core === word || core.replaceAll(word, '').length < 4)) {
    return 'accounts.password.common';
  }
  return plain.includes(mobile) ? 'accounts.password.mobile' : null;
}
