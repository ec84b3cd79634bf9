/** One-way random, two-way random, two-way mixed; of one judge and of the mean of the k judges. */
export type IntraclassForm = 'ICC1' | 'ICC2' | 'ICC3' | 'ICC1k' | 'ICC2k' | 'ICC3k';
