import { describe, expect, it } from '@jest/globals';
import { projectFiles } from './project-files.js';

const sources = projectFiles('src', '.ts').filter(({ path }) => !path.endsWith('.spec.ts'));
const naming = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

/** What is asked when an account or a duty is made cannot be passed by where there is one maker. */
describe('who may', () => {
  it('have an account is asked in one place', () => {
    expect(naming(/new Account\(|repo\(Account\)\s*\.insert|INSERT INTO account\b/u)).toEqual([
      'src/accounts/create-account.ts',
    ]);
  });

  it('hold a duty is asked in one place', () => {
    expect(naming(/new Duty\(|repo\(Duty\)\s*\.insert|INSERT INTO duty\b/u)).toEqual([
      'src/accounts/grant-duty.ts',
    ]);
  });

  it('do two things is read from one table', () => {
    expect(naming(/['"`]forbiddenPair\.|FORBIDDEN_PAIRS/u)).toEqual([
      'src/rules/lifecycle/forbidden-pairs.ts',
    ]);
  });
});
