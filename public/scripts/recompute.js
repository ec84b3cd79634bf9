// For the page on which anybody computes a published list again: by the rules themselves, in a worker.
import { start } from './page.js';
import { show } from './recompute/show.js';

start(() => {
  for (const element of document.querySelectorAll('[data-recompute]')) recomputing(element);
});

function recomputing(element) {
  const { bundle, worker, texts: written } = element.dataset;
  const texts = JSON.parse(written);
  const button = element.querySelector('button');
  const place = element.querySelector('[data-result]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    place.textContent = texts['awards.recompute.underWay'];
    try {
      const answer = await fetch(bundle);
      if (!answer.ok) throw new Error(answer.statusText);
      show(place, await inWorker(worker, await answer.text()), texts);
    } catch {
      place.textContent = texts['awards.recompute.unreachable'];
    }
    button.disabled = false;
  });
}

function inWorker(address, text) {
  const worker = new Worker(address);
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(text);
  }).finally(() => worker.terminate());
}
