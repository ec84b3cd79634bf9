import { configKeys } from '../../src/config/config-keys.js';
import { readProjectFile } from './project-files.js';

describe('.env.example', () => {
  it('lists exactly the variables that the program reads, in the same order', () => {
    const listed = readProjectFile('.env.example').match(/^(# )?[A-Z][A-Z_]*(?==)/gm) ?? [];
    expect(listed.map((name) => name.replace('# ', ''))).toEqual(
      configKeys.map(({ name }) => name),
    );
  });

  it('explains each variable', () => {
    expect(configKeys.filter(({ description }) => !description.trim())).toEqual([]);
  });
});
