import { readDocument } from './document';
import { plainText, textLines } from './text';

function paragraph(markdown: string) {
  return readDocument(markdown).blocks[0].node;
}

it('leaves formatting and comments out and keeps placeholders', () => {
  const node = paragraph(
    'A **b** `c<d>` [e](f) <!-- g -->\n<kbd>h</kbd> <host>:<port><br/>&amp; \\*',
  );
  expect(plainText(node)).toBe('A b c<d> e h <host>:<port> & *');
});

it('knows the line of each line, whatever is in it', () => {
  const node = paragraph(
    '**One:** a  \nTwo: `b\nb` c\\\nFour: [d](e\n"title") &#10;x',
  );
  expect(textLines(node)).toEqual([
    { line: 1, text: 'One: a' },
    { line: 2, text: 'Two: b' },
    { line: 3, text: 'b c' },
    { line: 4, text: 'Four: d' },
    { line: 5, text: expect.stringContaining('x') },
  ]);
});
