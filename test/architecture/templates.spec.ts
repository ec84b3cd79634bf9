import { viewHelpers } from '../../src/web/views/view-helpers.js';
import { projectFiles } from './project-files.js';
import { lintTemplate } from './template-lint.js';

const options = {
  rawExpressions: [],
  /**
   * A name here is a promise of the view models: its value is a path of this site, made by the
   * server. An address that a person typed must carry another name, and then is not a link.
   */
  addressNames: ['href', 'previous', 'next', 'css', 'js', 'mark', 'icons'],
  literalWords: ['CSV', 'JSON', 'PDF', 'ICP', 'A4'],
};

describe('templates', () => {
  const templates = projectFiles('views', '.hbs');

  it('exist', () => {
    expect(templates.length).toBeGreaterThan(0);
  });

  it.each(templates.map(({ path, text }) => [path, text]))('%s is in order', (_, text) => {
    expect(lintTemplate(text, options)).toEqual([]);
  });
});

test('no template asks a helper where it means a field of the same name', () => {
  const bare = new RegExp(`{{(?:${Object.keys(viewHelpers).join('|')})}}`);
  const asked = projectFiles('views', '.hbs').filter(({ text }) => bare.test(text));
  expect(asked.map(({ path }) => path)).toEqual([]);
});
