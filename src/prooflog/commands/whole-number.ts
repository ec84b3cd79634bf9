import { UsageError } from '../../command.js';

/** @throws UsageError when it is no whole number */
export function wholeNumber(text: string | undefined): number {
  if (!/^(0|[1-9]\d{0,9})$/.test(text ?? '')) {
    throw new UsageError('cli.log.number', { text: text ?? '' });
  }
  return Number(text);
}
