import { PassThrough, type Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { RepeatedWork } from '../../config/repeated-work.js';
import { type BoardHead, BoardQueries, type BoardState } from './board.queries.js';

/** Boards look at the clock this often, and hear of it at least every tenth time. */
const EVERY = 1000;
const SILENCE = 10;
/** Beyond this a board asks for its page instead. */
const MOST_LISTENERS = 300;

interface Watched {
  readonly head: BoardHead;
  readonly listeners: Set<PassThrough>;
  /** Everything but the running time, as it was last told. */
  told: string;
  silent: number;
}

/**
 * Tells open boards what the server's clock says. One look a second at each board that somebody has
 * open, however many do, so that any process may serve the keeper's acts.
 */
@Injectable()
export class BoardFeed implements OnModuleDestroy {
  private readonly watched = new Map<string, Watched>();
  private listeners = 0;
  private readonly work = new RepeatedWork(() => this.look(), EVERY);
  private running = false;
  private ended = false;

  constructor(private readonly boards: BoardQueries) {}

  /** Server-sent events of a board; null when too many listen or the server ends. */
  async open(head: BoardHead): Promise<Readable | null> {
    if (this.ended || this.listeners >= MOST_LISTENERS) return null;
    // Before anybody is counted: a database that is away would leave a listener behind.
    const first = eventOf(await this.boards.state(head));
    this.listeners += 1;
    const stream = new PassThrough();
    const board = this.watched.get(head.roundId) ?? {
      head,
      listeners: new Set<PassThrough>(),
      told: '',
      silent: 0,
    };
    this.watched.set(head.roundId, board);
    board.listeners.add(stream);
    stream.on('close', () => this.leave(board, stream));
    stream.write(`retry: 3000\n\n${first}`);
    if (!this.running) {
      this.running = true;
      this.work.start(() => undefined);
    }
    return stream;
  }

  /** Whoever still listens would hold the server up: they come back to the next one. */
  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    for (const { listeners } of this.watched.values()) {
      for (const stream of listeners) stream.end();
    }
    await this.work.stop();
  }

  private leave(board: Watched, stream: PassThrough): void {
    if (!board.listeners.delete(stream)) return;
    this.listeners -= 1;
    if (board.listeners.size === 0) this.watched.delete(board.head.roundId);
  }

  private async look(): Promise<void> {
    for (const board of this.watched.values()) {
      const state = await this.boards.state(board.head);
      const { spokenMilliseconds: _, overtimeSeconds: __, ...clock } = state.clock;
      const told = JSON.stringify({ ...state, clock });
      board.silent += 1;
      if (told === board.told && board.silent < SILENCE) continue;
      board.told = told;
      board.silent = 0;
      for (const stream of board.listeners) stream.write(eventOf(state));
    }
  }
}

function eventOf(state: BoardState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
