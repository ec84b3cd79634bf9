const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Counts down to `data-countdown` by the server's clock: `data-now` is its time when the page was
 * made, and what passes after that is measured here, so a wrong clock on the phone does not matter.
 */
export function countdown(element) {
  const { countdown: deadline, now, days, hours, minutes, past } = element.dataset;
  const atStart = (Date.parse(deadline) - Date.parse(now)) / 1000;
  const pageMade =
    performance.timeOrigin + performance.getEntriesByType('navigation')[0].responseStart;

  function tick() {
    const elapsed = (performance.timeOrigin + performance.now() - pageMade) / 1000;
    const left = Math.max(0, Math.floor(atStart - elapsed));
    const template = left === 0 ? past : left >= DAY ? days : left >= HOUR ? hours : minutes;
    element.textContent = fill(template, left);
    if (left > 0) setTimeout(tick, left >= HOUR ? 30000 : 1000);
  }

  element.hidden = false;
  tick();
}

function fill(template, left) {
  const parts = {
    days: Math.floor(left / DAY),
    hours: Math.floor((left % DAY) / HOUR),
    minutes: Math.floor((left % HOUR) / MINUTE),
    seconds: left % MINUTE,
  };
  return template.replace(/\[(\w+)\]/g, (whole, name) => String(parts[name] ?? whole));
}
