export interface DemoYear {
  readonly year: number;
  readonly holidays: string[];
  readonly makeUpDays: string[];
  readonly source: string;
}

/**
 * Years the demonstration plans into for which no State Council notice is loaded: weekends and the
 * fixed first days of the statutory holidays only, and marked as such. A real city never gets them.
 */
export function demoYears(today: string, known: readonly number[]): DemoYear[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1]
    .filter((one) => !known.includes(one))
    .map((one) => ({
      year: one,
      holidays: ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map(
        (day) => `${one}-${day}`,
      ),
      makeUpDays: [],
      source: '演示日历：放假通知尚未载入，仅计周末和元旦、劳动节、国庆节',
    }));
}
