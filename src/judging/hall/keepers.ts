/** Who keeps the defence: notes who comes and works the clock. */
export const KEEPERS = ['CityRegistrar', 'Verifier', 'Tabulator'] as const;
