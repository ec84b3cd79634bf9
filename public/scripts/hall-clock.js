const timers = new WeakMap();

/**
 * Lets a clock go on from what the server said, by what passes here: a wrong clock of this machine does not
 * matter, nor does a line that drops.
 */
export function hallClock(element, arrived = performance.now()) {
  clearInterval(timers.get(element));
  const { hallClock: phase, spoken, limit, leftLabel, overLabel } = element.dataset;
  const time = element.querySelector('[role=timer]');
  const label = element.querySelector('.hall-clock-label');

  function tick() {
    const passed = phase === 'running' ? performance.now() - arrived : 0;
    const seconds = Math.floor((Number(spoken) + passed) / 1000);
    const over = seconds - Number(limit);
    time.textContent = minutes(over > 0 ? over : -over);
    label.textContent = over > 0 ? overLabel : leftLabel;
    element.classList.toggle('hall-clock-over', over > 0);
  }

  tick();
  if (phase === 'running') timers.set(element, setInterval(tick, 250));
}

function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
