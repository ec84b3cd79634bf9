/** The two e-commerce parks of the survey year; the office adds others. */
export const PARKS = [
  {
    code: 'jinhui',
    nameZh: '金辉电子商务园',
    nameEn: 'Jinhui E-commerce Park',
    divisionCode: '330803',
    sinceYear: 2012,
  },
  {
    // The 西区 has no code of its own in GB/T 2260 and lies within 柯城区.
    code: 'yigao',
    nameZh: '颐高电子商务园',
    nameEn: 'Yigao E-commerce Park',
    divisionCode: '330802',
    sinceYear: 2013,
  },
] as const;
