/** How an objection reaches the office that does not come through the site; the last is its own finding. */
export const channels = ['telephone', 'post', 'window', 'office'] as const;
export type Channel = (typeof channels)[number];

/** What comes on paper is scanned; a call leaves no paper. */
export const onPaper: ReadonlySet<Channel> = new Set(['post', 'window']);

/** Nobody objects: the office found it itself (R5). */
export const ownMotion: ReadonlySet<Channel> = new Set(['office']);
