import { type AssignmentModel, KEPT, OPEN } from './assignment-model.js';

/** No entry can make this exchange. */
export const NOBODY = -1;

/**
 * A partial assignment together with its exchanges between judges: `weight[a × judges + b]` is the
 * cheapest cost change of handing one application from judge a to judge b, and `carrier` that
 * application. It is the residual network of the minimum-cost flow source → application →
 * (application, organisation) → judge → sink, with the application nodes contracted: a city has few
 * judges and many applications, so shortest paths run over the judges only.
 */
export class ExchangeGraph {
  private constructor(
    readonly model: AssignmentModel,
    /** Row per entry: its judges, `seated[entry]` of `perEntry` places filled. */
    readonly seats: Int32Array,
    readonly seated: Int32Array,
    /** Entries of each judge; its length is the judge's load. */
    readonly held: readonly number[][],
    readonly status: Uint8Array,
    readonly weight: Float64Array,
    readonly carrier: Int32Array,
  ) {}

  /** Holds the existing work and nothing else. */
  static of(model: AssignmentModel): ExchangeGraph {
    const [entryCount, judgeCount] = [model.entries.length, model.judges.length];
    const graph = new ExchangeGraph(
      model,
      new Int32Array(entryCount * model.perEntry).fill(NOBODY),
      new Int32Array(entryCount),
      Array.from({ length: judgeCount }, () => []),
      model.status.slice(),
      new Float64Array(judgeCount * judgeCount).fill(Infinity),
      new Int32Array(judgeCount * judgeCount).fill(NOBODY),
    );
    for (let cell = 0; cell < model.status.length; cell += 1) {
      if (model.status[cell] === KEPT) graph.seat(Math.floor(cell / judgeCount), cell % judgeCount);
    }
    return graph;
  }

  copy(model = this.model): ExchangeGraph {
    return new ExchangeGraph(
      model,
      this.seats.slice(),
      this.seated.slice(),
      this.held.map((entries) => [...entries]),
      this.status.slice(),
      this.weight.slice(),
      this.carrier.slice(),
    );
  }

  /** Summed cost of all pairs, loads aside. */
  pairCost(): number {
    const { cost, judges, perEntry } = this.model;
    let total = 0;
    for (let place = 0; place < this.seats.length; place += 1) {
      const judge = this.seats[place]!;
      if (judge !== NOBODY) total += cost[Math.floor(place / perEntry) * judges.length + judge]!;
    }
    return total;
  }

  /** Topics shared by application and judge, summed over all pairs. */
  match(): number {
    return Math.max(0, Math.ceil(-this.pairCost() / this.model.matchUnit));
  }

  load(judge: number): number {
    return this.held[judge]!.length;
  }

  /** May the entry take the judge, in a free place or in the place of `leaving`? */
  admits(entry: number, judge: number, leaving: number): boolean {
    const { organisation, judges, perEntry } = this.model;
    if (this.status[entry * judges.length + judge] !== OPEN) return false;
    const first = entry * perEntry;
    for (let place = first; place < first + this.seated[entry]!; place += 1) {
      const other = this.seats[place]!;
      if (other !== leaving && organisation[other] === organisation[judge]) return false;
    }
    return judge !== leaving;
  }

  seat(entry: number, judge: number): void {
    this.seats[entry * this.model.perEntry + this.seated[entry]!] = judge;
    this.seated[entry]! += 1;
    this.held[judge]!.push(entry);
    this.block(entry, judge);
    this.offerAll(entry, judge);
  }

  exchange(entry: number, leaving: number, arriving: number): void {
    this.seats[this.seats.indexOf(leaving, entry * this.model.perEntry)] = arriving;
    const entries = this.held[leaving]!;
    entries[entries.indexOf(entry)] = entries.at(-1)!;
    entries.pop();
    this.held[arriving]!.push(entry);
    this.withdrawAll(entry, leaving);
    this.block(entry, arriving);
    for (const from of this.judgesOf(entry)) {
      for (const to of this.model.colleagues[leaving]!) this.offer(entry, from, to);
    }
    this.offerAll(entry, arriving);
  }

  /** Closes (`BARRED`) or pins (`KEPT`) a pair. */
  restrict(entry: number, judge: number, status: number): void {
    this.status[entry * this.model.judges.length + judge] = status;
    this.withdrawAll(entry, judge);
    this.block(entry, judge);
  }

  /** The entry no longer goes to the judge or a colleague of the same organisation. */
  private block(entry: number, judge: number): void {
    for (const from of this.judgesOf(entry)) {
      for (const to of this.model.colleagues[judge]!) this.withdraw(entry, from, to);
    }
  }

  private withdrawAll(entry: number, from: number): void {
    for (let to = 0; to < this.held.length; to += 1) this.withdraw(entry, from, to);
  }

  private withdraw(entry: number, from: number, to: number): void {
    const arc = from * this.held.length + to;
    if (this.carrier[arc] !== entry) return;
    this.weight[arc] = Infinity;
    this.carrier[arc] = NOBODY;
    for (const other of this.held[from]!) this.offer(other, from, to);
  }

  private offerAll(entry: number, from: number): void {
    for (let to = 0; to < this.held.length; to += 1) this.offer(entry, from, to);
  }

  private offer(entry: number, from: number, to: number): void {
    const { cost, judges } = this.model;
    const row = entry * judges.length;
    const change = cost[row + to]! - cost[row + from]!;
    const arc = from * judges.length + to;
    if (change >= this.weight[arc]!) return;
    if (this.status[row + from] === KEPT || !this.admits(entry, to, from)) return;
    this.weight[arc] = change;
    this.carrier[arc] = entry;
  }

  judgesOf(entry: number): number[] {
    const first = entry * this.model.perEntry;
    return Array.from(this.seats.subarray(first, first + this.seated[entry]!));
  }
}
