/** Told by a long calculation how many of its equal steps are done; it never changes a result. */
export type Progress = (done: number, total: number) => void;

export const unheard: Progress = () => undefined;
