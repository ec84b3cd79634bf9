/** One number, one account in use. */
export const mobileTaken = {
  table: 'account',
  columns: ['mobile_lookup'],
  name: 'account_mobile_unique',
};
