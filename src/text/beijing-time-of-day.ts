const hours = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
});

/** 15:04:05 in Beijing. */
export function beijingTimeOfDay(instant: string): string {
  return hours.format(Date.parse(instant));
}
