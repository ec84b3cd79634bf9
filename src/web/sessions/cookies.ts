/** Names of the cookies; each carries the `__Host-` prefix where people come over https. */
export const cookieNames = {
  /** A session's id. */
  session: 'biaogan',
  /** The secret behind the tokens of this browser's forms. */
  form: 'biaogan-form',
  /** The sentence for the next page. */
  flash: 'biaogan-flash',
  /** The receipt that was given a moment ago, sealed. */
  receipt: 'biaogan-receipt',
  /** Whose files this browser keeps for work without a network. */
  device: 'biaogan-device',
} as const;

export interface Cookies {
  readonly session: string;
  readonly form: string;
  readonly flash: string;
  readonly receipt: string;
  readonly device: string;
  /** What every cookie of this installation is set with. */
  readonly options: {
    readonly httpOnly: true;
    readonly sameSite: 'lax';
    readonly path: '/';
    readonly secure: boolean;
  };
}

/**
 * By the address that people type: a proxy may well speak http to this program. With the prefix a
 * browser takes the cookie over https only, from this host only, so no neighbour can plant one.
 */
export function cookiesOf({ https }: { readonly https: boolean }): Cookies {
  const prefix = https ? '__Host-' : '';
  return {
    session: prefix + cookieNames.session,
    form: prefix + cookieNames.form,
    flash: prefix + cookieNames.flash,
    receipt: prefix + cookieNames.receipt,
    device: prefix + cookieNames.device,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: https },
  };
}
