/** Where an expert may belong: the divisions of the city and its own office. */
export const EXPERT_DIVISIONS = [
  '330802',
  '330803',
  '330825',
  '330881',
  '330822',
  '330824',
  '330800-SBJ',
];

export const ORGANISATION_TYPES = [
  'university',
  'institute',
  'association',
  'enterprise',
  'government',
  'divisionOffice',
  'other',
];
