import { linkToLine } from './linkToLine';

describe('linkToLine', () => {
  it.each`
    source                                           | link
    ${'https://github.com/acme/docs/blob/main/a.md'} | ${'https://github.com/acme/docs/blob/main/a.md?plain=1#L160'}
    ${'https://wiki.example.com/adr/7'}              | ${'https://wiki.example.com/adr/7'}
    ${'docs/adr/caching-with-dragonfly.md'}          | ${undefined}
    ${'data:text/html,adr'}                          | ${undefined}
    ${'https://'}                                    | ${undefined}
  `('leads from "$source" to $link', ({ source, link }) => {
    expect(linkToLine(source, 160)).toBe(link);
  });
});
