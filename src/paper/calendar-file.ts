export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

/** Days to be kept in somebody's own calendar. */
export interface CalendarFile {
  readonly name: string;
  readonly days: readonly CalendarDay[];
}

export interface CalendarDay {
  /** The same for ever: a calendar that asks again moves the day instead of adding another. */
  readonly id: string;
  /** Counts how often the day was moved. */
  readonly sequence: number;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
}

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LONGEST = 75;

/**
 * A calendar of whole days by RFC 5545.
 * @param now instant of the writing
 */
export function writeCalendar({ name, days }: CalendarFile, now: string): string {
  const stamp = now.replace(/\.\d+|[-:]/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Biaogan//Biaogan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ id, sequence, day, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${id}`,
      `SEQUENCE:${sequence}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r?\n/g, String.raw`\n`)
    .replace(/\p{Cc}/gu, '');
}

/** A long line goes on after a blank; a character is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LONGEST) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
