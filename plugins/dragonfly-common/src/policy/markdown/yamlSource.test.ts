import { YamlSource } from './yamlSource';

const TEXT = `# comment
kind: &kind StatefulSet
again: *kind
empty:
quoted: "6379"
number: 0o17
list: [a, "b",
  c]
block:
  - one
  - name: two
---
second: true
`;

const { roots, errors } = YamlSource.parse(TEXT, 101);
const [first, second] = roots;

it.each`
  place                                   | value            | line
  ${first.get('kind')}                    | ${'StatefulSet'} | ${102}
  ${first.get('again')}                   | ${'StatefulSet'} | ${102}
  ${first.get('quoted')}                  | ${'6379'}        | ${105}
  ${first.get('number')}                  | ${'0o17'}        | ${106}
  ${first.get('list').at(1)}              | ${'b'}           | ${107}
  ${first.get('list').at(2)}              | ${'c'}           | ${108}
  ${first.get('block').at(0)}             | ${'one'}         | ${110}
  ${first.get('block').at(1).get('name')} | ${'two'}         | ${111}
  ${second.get('second')}                 | ${'true'}        | ${113}
`('finds $value in line $line', ({ place, value, line }) => {
  expect(place.sourced()).toEqual({ value, line });
});

it('has no errors in valid YAML', () => {
  expect(errors).toEqual([]);
});

it('goes through places that do not exist', () => {
  const nowhere = first.get('kind').get('a').at(3).get('b');
  expect(nowhere.exists).toBe(false);
  expect(nowhere.line).toBeUndefined();
  expect(nowhere.sourced()).toBeUndefined();
  expect(nowhere.items()).toEqual([]);
  expect(nowhere.keys()).toEqual([]);
});

it('takes an empty value for none', () => {
  expect(first.get('empty').exists).toBe(false);
  expect(first.get('empty').sourced()).toBeUndefined();
});

it('gives each error its line', () => {
  const broken = YamlSource.parse('a: 1\na: 2\nb: "open\n', 10);
  expect(broken.errors.map(({ line }) => line)).toEqual([11, 13]);
});

it('reads an alias as the last anchor before it', () => {
  const text = 'a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: *y\n';
  const [root] = YamlSource.parse(text, 1).roots;
  expect(root.get('b').sourced()).toEqual({ value: '1', line: 1 });
  expect(root.get('d').sourced()).toEqual({ value: '2', line: 3 });
  expect(root.get('e').exists).toBe(false);
});

it('survives an anchor inside of itself', () => {
  const [root] = YamlSource.parse('a: &a [*a, x]\n', 1).roots;
  expect(root.get('a').at(0).at(0).at(1).sourced()?.value).toBe('x');
});
