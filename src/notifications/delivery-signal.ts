import { Injectable } from '@nestjs/common';

/** Says that something waits, so that a code does not wait for the next look at the queue. */
@Injectable()
export class DeliverySignal {
  private listener: (() => void) | null = null;

  hear(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener?.();
  }
}
