import type { FilePlaces } from '../../sheets/pages/evidence-pairs.js';

/** Files of an anchor below its own address; the small copy of a picture would be the original's. */
export function anchorFiles(base: string): FilePlaces {
  return { href: (id) => `${base}/files/${id}`, thumbnail: () => null };
}
