/** Name of the cookie that carries a session's id. */
export const sessionCookie = 'biaogan';
