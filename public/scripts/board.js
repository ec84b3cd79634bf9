import { hallClock } from './hall-clock.js';

/** Without word from the server for this long the line is down. */
const SILENCE = 15000;
const ASK_AGAIN = 10000;

/** Shows what the server says as it changes; the clock goes on by itself when it says nothing. */
export function board(element) {
  const words = element.dataset;
  const slot = (name) => element.querySelector(`[data-slot=${name}]`);
  const clock = element.querySelector('[data-hall-clock]');
  let heard = performance.now();

  function show({ place, next, heard: done, total, clock: reading, reveal }) {
    heard = performance.now();
    const { phase } = reading;
    slot('label').textContent = place === null ? words.none : words[`on${capital(phase)}`];
    slot('number').textContent = place === null ? '' : words.number.replace('[n]', place);
    slot('next').textContent = next === null ? '' : words.next.replace('[n]', next);
    slot('progress').textContent = words.progress.replace('[h]', done).replace('[n]', total);
    clock.querySelector('.hall-clock-phase').textContent = words[`phase${capital(phase)}`] ?? '';
    Object.assign(clock.dataset, {
      hallClock: phase,
      spoken: reading.spokenMilliseconds,
      limit: reading.limitSeconds,
    });
    hallClock(clock, heard);
    // Points come with the page alone.
    if ((reveal ?? '') !== slot('reveal').dataset.reveal) void ask().catch(() => undefined);
  }

  const source = new EventSource(words.board);
  source.addEventListener('message', ({ data }) => show(JSON.parse(data)));
  setInterval(() => {
    const silent = performance.now() - heard > SILENCE;
    slot('line').hidden = !silent;
    // The server takes no more listeners: the page itself tells.
    if (source.readyState === EventSource.CLOSED) void ask().catch(() => undefined);
  }, ASK_AGAIN);

  async function ask() {
    const response = await fetch(location.href);
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector('[data-board]');
    for (const name of ['label', 'number', 'next', 'progress']) {
      slot(name).textContent = fresh.querySelector(`[data-slot=${name}]`).textContent;
    }
    slot('reveal').replaceWith(fresh.querySelector('[data-slot=reveal]'));
    const reading = fresh.querySelector('[data-hall-clock]');
    clock.querySelector('.hall-clock-phase').textContent =
      reading.querySelector('.hall-clock-phase').textContent;
    Object.assign(clock.dataset, reading.dataset);
    heard = performance.now();
    slot('line').hidden = true;
    hallClock(clock, heard);
  }
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
