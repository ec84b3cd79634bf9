import { checkWording } from './programme-name.js';

describe('the wording of a programme', () => {
  it('never claims the state, and is plain otherwise', () => {
    expect(checkWording('2026年衢州市示范网商评选', 'approvedDemonstration')).toEqual({
      barred: [],
      flagged: [],
    });
    expect(checkWording('中国全国国家级网商', null)).toEqual({
      barred: ['国家', '中国', '全国'],
      flagged: [],
    });
    expect(checkWording('全国示范网商', null)).toEqual({ barred: ['全国'], flagged: [] });
  });

  it('of a professional grading speaks of no demonstration, naming or plaque', () => {
    expect(checkWording('网商等级评定', 'professionalGrading').flagged).toEqual([]);
    expect(checkWording('示范网商授牌', 'professionalGrading').flagged).toEqual(['示范', '授牌']);
    expect(checkWording('命名公告', 'professionalGrading').flagged).toEqual(['命名']);
  });
});
