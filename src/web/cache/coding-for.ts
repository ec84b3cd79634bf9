/** A coding that is named, unless it is named as one that the reader does not take. */
const named = {
  br: /(?:^|[\s,])br\s*(?:$|,|;(?!\s*q\s*=\s*0(?:\.0*)?\s*(?:$|,)))/,
  gzip: /(?:^|[\s,])gzip\s*(?:$|,|;(?!\s*q\s*=\s*0(?:\.0*)?\s*(?:$|,)))/,
};

/** Whether a reader takes a coding. */
export function takes(accepted: string | undefined, coding: 'br' | 'gzip'): boolean {
  return accepted !== undefined && named[coding].test(accepted);
}

/** The coding of the two that a reader takes, the smaller one first. */
export function codingFor(accepted: string | undefined): 'br' | 'gzip' | null {
  return takes(accepted, 'br') ? 'br' : takes(accepted, 'gzip') ? 'gzip' : null;
}
