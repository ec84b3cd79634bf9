// Fetched by `judging.js` where sheets are kept on the device, or about to be.
export { keepSheet } from './offline/keep-sheet.js';
export { offline } from './offline/offline.js';
