import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { code, plain, table } from './markdown';

it.each([
  '<script>alert(1)</script>',
  '[a](javascript:alert(1))',
  '![a](http://example.com/a.png)',
  '**bold** _it_ `code` ~~gone~~',
  '<https://example.com>',
  '&lt;b&gt;',
  'C:\\path\\',
])('shows %s as it is', text => {
  const tree = fromMarkdown(`x ${plain(text)}`);
  expect(tree.children).toHaveLength(1);
  expect(tree.children[0]).toMatchObject({
    type: 'paragraph',
    children: [{ type: 'text' }],
  });
  expect(toString(tree)).toBe(`x ${text}`);
});

it('keeps text from outside on one line', () => {
  expect(plain('a\n# b\u202ec')).toBe('a\\\\u\\{a\\}\\# b\\\\u\\{202e\\}c');
});

it.each(['a', '`', 'a``b`', 'x y'])('shows "%s" as code', text => {
  expect(fromMarkdown(code(text))).toMatchObject({
    children: [{ children: [{ type: 'inlineCode', value: text }] }],
  });
});

it('keeps a bar inside its cell', () => {
  expect(table(['a'], [[code('x|y')], [plain('x|y')]])).toBe(
    '| a |\n| --- |\n| `x\\|y` |\n| x\\|y |',
  );
});
