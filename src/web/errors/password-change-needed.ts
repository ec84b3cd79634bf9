/** A one-time password opens one page only: the one where it is changed. */
export class PasswordChangeNeeded extends Error {
  constructor() {
    super('password change needed');
    this.name = 'PasswordChangeNeeded';
  }
}
