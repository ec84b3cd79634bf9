/** An address as a square that a telephone reads, in SVG. */
export async function squareCode(address: string): Promise<string> {
  // Read when the first code is drawn: a start does not need it.
  const { default: squares } = await import('qrcode');
  return squares.toString(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
}

/** The dark parts of such a square as one path of an inline drawing, and how many units it is wide. */
export interface SquarePath {
  readonly size: number;
  readonly path: string;
}

/** For pages that carry many of them: no request for each. */
export async function squarePath(address: string): Promise<SquarePath> {
  const { default: squares } = await import('qrcode');
  const { modules } = squares.create(address, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let run = 0;
      while (x + run < size && modules.get(y, x + run)) run += 1;
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { size, path };
}

/** A text of one or two thousand characters: as few squares as can be, so that they can still be told apart in print. */
export async function denseSquare(text: string): Promise<string> {
  const { default: squares } = await import('qrcode');
  return squares.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'L' });
}
