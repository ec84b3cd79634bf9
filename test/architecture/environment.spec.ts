import { configKeys } from '../../src/config/config-keys.js';
import { readProjectFile } from './project-files.js';

describe('.env.example', () => {
  it('lists exactly the variables that the program reads, in the same order', () => {
    const listed = readProjectFile('.env.example').match(/^(# )?[A-Z][A-Z_]*(?==)/gm) ?? [];
    expect(listed.map((name) => name.replace('# ', ''))).toEqual(
      configKeys.map(({ name }) => name),
    );
  });

  it('explains each in Chinese and in English', () => {
    const blocks = readProjectFile('.env.example').trim().split('\n\n');
    const lacking = blocks.filter((block) => {
      const words = block.split('\n').slice(0, -1);
      const isChinese = (line: string) => /\p{Script=Han}/u.test(line);
      return !words.some(isChinese) || words.every(isChinese);
    });
    expect(blocks).toHaveLength(configKeys.length);
    expect(lacking).toEqual([]);
  });

  it('explains each variable', () => {
    expect(configKeys.filter(({ description }) => !description.trim())).toEqual([]);
  });
});
