/** One measured figure beside what it is compared with. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  reference: number;
  target: string;
  ratio: number;
  met: boolean;
}
