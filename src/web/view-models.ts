/*
 * The models of views/layouts and views/partials. Templates are compiled in strict mode, so every
 * key is always present and null says "there is none". Text arrives in the reader's language.
 */
export type * from './component-models.js';
export type * from './field-models.js';
export type * from './icon-name.js';
export type * from './layout-model.js';
