import Sequencer from '@jest/test-sequencer';

/**
 * Files that take a minute and more. Begun last, one of them would run on while the other processes have
 * nothing left to do; on a fresh clone Jest knows no times and goes by the size of the files.
 */
const LONG = [
  'test/browser/every-page',
  'test/browser/every-state',
  'test/browser/signed-in-pages',
  'test/browser/public-pages',
  'test/browser/merchant-journey',
  'test/browser/lighthouse',
  'test/pages/bad-input',
  'test/pages/score-secrecy',
  'test/journeys/award',
  'test/faults/kills',
  'test/faults/first-starts',
];

export default class LongFilesFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = LONG.findIndex((name) => path.includes(`/${name}`));
      return at < 0 ? LONG.length : at;
    };
    return super.sort(tests).toSorted((one, other) => place(one) - place(other));
  }
}
