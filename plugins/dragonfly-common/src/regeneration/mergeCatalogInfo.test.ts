import { parse } from 'yaml';
import { contentOf, rendered, spec } from '../manifests/__testUtils__/caches';
import { CacheSpec } from '../manifests/types';
import { mergeCatalogInfo } from './mergeCatalogInfo';

const PATH = 'catalog-info.yaml';
const file = (request: CacheSpec) => ({
  path: PATH,
  content: contentOf(rendered(request), PATH),
});

function merged(
  change: Partial<CacheSpec>,
  edit: (text: string) => string = text => text,
): string {
  const before = spec();
  const after = spec(change);
  const current = file(before);
  const content = edit(current.content);
  return mergeCatalogInfo({ ...current, content }, file(after), {
    before,
    after,
  }).content;
}

const added = (text: string) =>
  `# ours\n${text
    .replace('annotations:', "annotations:\n    a/b: 'c' # why")
    .replace(
      'tags:',
      'links:\n    - url: https://example.com\n  tags:\n    - ours',
    )
    .replace(
      'dependencyOf:',
      'dependencyOf:\n    - component:default/ours',
    )}---\nkind: Component\nmetadata: { name: other }\n`;

describe('the catalog entity of a changed cache', () => {
  it.each`
    change
    ${{}}
    ${{ memoryBytes: 2 ** 30 }}
    ${{ consumers: [{ entityRef: 'component:default/web' }] }}
    ${{ description: 'New', owner: 'group:default/edge', system: 'system:default/shop' }}
    ${{ consumers: [] }}
    ${{ useCase: 'api-cache', topology: 'replicated' }}
  `('is the generated one where nobody added to it: $change', ({ change }) => {
    const expected = parse(file(spec(change)).content);
    // A tag stays and so does a description, which people may have made their own.
    const { description, tags } = parse(merged(change)).metadata;
    expect(tags).toEqual(expect.arrayContaining(expected.metadata.tags));
    expect(parse(merged(change))).toEqual({
      ...expected,
      metadata: { ...expected.metadata, description, tags },
    });
  });

  it('stays byte for byte where the request has not changed', () => {
    expect(merged({}, added)).toBe(added(file(spec()).content));
  });

  it('keeps what people added', () => {
    const text = merged(
      { consumers: [{ entityRef: 'component:default/web' }] },
      added,
    );
    expect(text).toContain("a/b: 'c' # why");
    expect(text).toContain('url: https://example.com');
    expect(text).toContain('# ours');
    expect(text).toContain('name: other');
    expect(text).toMatch(
      /dependencyOf:\n +- component:default\/ours\n +- component:default\/web\n/,
    );
    expect(text).not.toContain('component:default/checkout');
  });

  it('keeps an owner that was changed in the catalog only', () => {
    const edit = (text: string) =>
      text.replace(
        'owner: group:default/identity',
        'owner: group:default/edge',
      );
    expect(merged({ memoryBytes: 2 ** 30 }, edit)).toContain(
      'owner: group:default/edge',
    );
    expect(merged({ owner: 'group:default/shop' }, edit)).toContain(
      'owner: group:default/shop',
    );
  });
});
