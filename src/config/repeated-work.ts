/**
 * Work that a server does again and again beside its requests. It never overlaps itself, and whoever
 * stops it waits for what is under way: the database must not be closed under it.
 */
export class RepeatedWork {
  private timer: NodeJS.Timeout | null = null;
  private underWay: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  /** @param every milliseconds between two beginnings */
  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly every: number,
  ) {}

  start(onError: (error: unknown) => void): void {
    this.timer = setInterval(() => this.begin(onError), this.every);
    this.timer.unref();
  }

  /** As `start`, and once without waiting. */
  startAtOnce(onError: (error: unknown) => void): void {
    this.start(onError);
    this.begin(onError);
  }

  /** Once more without waiting; what comes while it is under way makes it begin again at its end. */
  soon(onError: (error: unknown) => void): void {
    if (this.stopped) return;
    if (this.underWay) this.again = true;
    else this.begin(onError);
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.underWay;
  }

  private begin(onError: (error: unknown) => void): void {
    this.underWay ??= this.work()
      .then(() => undefined, onError)
      .finally(() => {
        this.underWay = null;
        if (!this.again) return;
        this.again = false;
        this.soon(onError);
      });
  }
}
