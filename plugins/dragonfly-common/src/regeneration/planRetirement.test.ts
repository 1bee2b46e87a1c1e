import { edited, repository } from '../roleChange/__testUtils__/repositories';
import { planRetirement } from './planRetirement';

const files = repository();
const custom = {
  path: 'overlays/region1/custom/patch.yaml',
  content: 'ours',
};

function planned(...args: Parameters<typeof planRetirement>) {
  const result = planRetirement(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result;
}

describe('retiring a cache', () => {
  it('waits for its consumers', () => {
    expect(planRetirement(files)).toEqual({
      ok: false,
      errors: [
        expect.objectContaining({
          code: 'consumers-listed',
          path: 'cache-request.yaml',
          message: expect.stringMatching(
            /found the consumer "component:default\/checkout"; expected no consumer\. Move them.*"consumersMoved"/,
          ),
        }),
      ],
    });
  });

  it('deletes what was generated and nothing else', () => {
    const notes = { path: 'NOTES.md', content: '' };
    const result = planned([...files, custom, notes], {
      consumersMoved: true,
    });
    expect(result.delete).toEqual(
      files
        .map(({ path }) => path)
        .filter(path => !path.includes('/custom/'))
        .sort(),
    );
    expect(result.kept).toEqual(
      expect.arrayContaining([custom.path, notes.path]),
    );
    expect(result.write).toEqual([]);
  });

  it('needs no word where nobody uses the cache', () => {
    const { report } = planned(repository('region1', { consumers: [] }));
    expect(report).toContain('No consumer is recorded.');
    expect(report).toContain('its data is lost for good');
  });

  it('tells the order and what was edited', () => {
    const folder = edited(files, 'README.md', text => `${text}ours\n`);
    const { delete: gone, report } = planned(folder, { consumersMoved: true });
    expect(gone).toContain('README.md');
    expect(report).toContain(
      'Edited by hand, and deleted with them: `README.md`',
    );
    expect(report).toMatch(
      /1\. The consumers `component:default\/checkout` no longer use the cache.*\n2\. .*`kubectl delete -k overlays\/<region>` in each region \(`region1`, `region2`\)/,
    );
  });

  it('leaves the other entities of the catalog file', () => {
    const folder = edited(
      files,
      'catalog-info.yaml',
      text => `${text}---\nkind: Component\nmetadata:\n  name: other\n`,
    );
    const result = planned(folder, { consumersMoved: true });
    expect(result.delete).not.toContain('catalog-info.yaml');
    expect(result.write).toHaveLength(1);
    expect(result.write[0].content).toContain('name: other');
    expect(result.write[0].content).not.toContain('sessions');
  });

  it('is refused when the catalog file cannot be read, since others may have entities in it', () => {
    const folder = edited(
      files,
      'catalog-info.yaml',
      text => `${text}---\n${'['.repeat(200_000)}`,
    );
    expect(planRetirement(folder, { consumersMoved: true })).toEqual({
      ok: false,
      errors: [
        expect.objectContaining({
          code: 'file-unreadable',
          path: 'catalog-info.yaml',
          message: expect.stringMatching(
            /catalog-info\.yaml, line \d+: found text that nests too deeply .*200 levels.*Correct it/,
          ),
        }),
      ],
    });
  });

  it('is refused without a record', () => {
    expect(planRetirement([custom])).toMatchObject({
      ok: false,
      errors: [{ code: 'no-record' }],
    });
  });
});
