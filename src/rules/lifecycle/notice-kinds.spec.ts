import { NOTICE_KINDS, NOTICE_RULES } from './notice-kinds.js';

describe('a kind of notice', () => {
  it.each([
    [
      'the second person',
      'twoPeople',
      ['publication', 'correction', 'revocation', 'restoration', 'termination'],
    ],
    ['posting on the day itself', 'postedSameDay', ['defence', 'publicity']],
    [
      'a legal basis in force',
      'needsLegalBasis',
      ['call', 'defence', 'publicity', 'publication', 'correction', 'revocation'],
    ],
  ] as const)('asks for %s', (_what, asked, kinds) => {
    expect(NOTICE_KINDS.filter((kind) => NOTICE_RULES[kind][asked])).toEqual(kinds);
  });
});
