import Handlebars from 'handlebars';
import { KeptPart } from './kept-part.js';

describe('a part of a page that was drawn before', () => {
  const part = new KeptPart('<table>表</table>');

  it('stands where the template names it, as it was drawn', () => {
    const page = Handlebars.compile('<h1>{{title}}</h1>{{part}}<p>{{after}}</p>')({
      title: '“<标题>”',
      part,
      after: '后文',
    });
    expect(page).not.toContain('<table>');
    expect(Buffer.concat(part.insertInto(page)).toString()).toBe(
      '<h1>“&lt;标题&gt;”</h1><table>表</table><p>后文</p>',
    );
  });

  it('leaves a page alone that does not name it', () => {
    expect(Buffer.concat(part.insertInto('<p>别的</p>')).toString()).toBe('<p>别的</p>');
  });

  it('cannot be called by what somebody writes: another part has another mark', () => {
    const other = new KeptPart('<table>别的</table>');
    expect(Buffer.concat(part.insertInto(`<p>${other.toHTML()}</p>`)).toString()).toBe(
      `<p>${other.toHTML()}</p>`,
    );
  });
});
