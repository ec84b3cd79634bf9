export { CloseRound } from './close-round.js';
export { OpenDeclaration } from './open-declaration.js';
export { OpenRound } from './open-round.js';
