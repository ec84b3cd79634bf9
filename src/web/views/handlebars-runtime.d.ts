/** Handlebars without its compiler; the package describes only the whole. */
declare module 'handlebars/dist/cjs/handlebars.runtime.js' {
  import Handlebars from 'handlebars';
  export default Handlebars;
}
