/** The page is for people who are signed in: the visitor is led to the sign-in page and back. */
export class SignInNeeded extends Error {
  constructor() {
    super('sign in first');
    this.name = 'SignInNeeded';
  }
}
