import { reasonDefinitions } from '../../replication';
import {
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { rulesIn } from '../monitoring/__testUtils__/rules';
import { anchorsIn, runbookIn, shellBlocks } from './__testUtils__/readRunbook';
import { runbookAnchors } from './runbookAnchors';

const withIssuer = settings({ issuer: { kind: 'Issuer', name: 'internal' } });
const replicated = rendered(spec(), policyOf(), withIssuer);
const independent = rendered(independentSpec(), policyOf(), withIssuer);

describe('the runbook', () => {
  it.each([replicated, independent])(
    'has a section for every alert, where the alert says ($topology)',
    manifests => {
      const anchors = anchorsIn(runbookIn(manifests));
      for (const { alert, annotations } of rulesIn(manifests)) {
        if (!alert) continue;
        const [path, anchor] = annotations?.runbook.split('#') ?? [];
        expect(path).toBe('docs/runbook.md');
        expect(anchors).toContain(anchor);
      }
    },
  );

  it.each([replicated, independent])(
    'leads only to sections that are there ($topology)',
    manifests => {
      const text = runbookIn(manifests);
      const anchors = anchorsIn(text);
      const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, to]) => to);
      expect(links.filter(link => !anchors.includes(link))).toEqual([]);
      expect(new Set(anchors).size).toBe(anchors.length);
    },
  );

  it('has a section for every reason of the portal', () => {
    const known = new Set([
      ...anchorsIn(runbookIn(replicated)),
      ...anchorsIn(runbookIn(independent)),
    ]);
    for (const reason of Object.keys(reasonDefinitions)) {
      expect(runbookIn(replicated)).toContain(`| \`${reason}\` |`);
    }
    for (const anchor of Object.values(runbookAnchors)) {
      expect([...known]).toContain(anchor);
    }
  });

  it('is the same whichever region is the primary', () => {
    const moved = rendered(
      spec({ primaryRegion: 'region2', otherRegions: ['region1'] }),
      policyOf(),
      withIssuer,
    );
    for (const path of ['docs/index.md', 'docs/runbook.md', 'mkdocs.yml']) {
      const of = ({ files }: typeof moved) =>
        files.find(file => file.path === path);
      expect(of(moved)).toEqual(of(replicated));
    }
  });

  it('moves nothing where servers do not replicate', () => {
    const text = shellBlocks(runbookIn(independent)).join('\n');
    expect(text).not.toMatch(/switchover|failover|attach|patch|host_of/);
    expect(anchorsIn(runbookIn(independent))).not.toContain('move-the-primary');
  });

  it('says how to make each region the primary', () => {
    const three = settings({
      regions: [
        ...settings().regions,
        {
          name: 'region3',
          title: 'Oslo',
          domain: 'databases.region3.example.com',
          cidrs: ['10.3.0.0/16'],
        },
      ],
    });
    const text = runbookIn(
      rendered(
        spec({ otherRegions: ['region2', 'region3'] }),
        policyOf(),
        three,
      ),
    );
    for (const region of ['region1', 'region2', 'region3']) {
      expect(anchorsIn(text)).toContain(`make-${region}-the-primary`);
      expect(text).toContain(`\nfailover ${region}\n`);
    }
    expect(text).toContain('\nswitchover region1 region3\n');
    expect(text).toContain('attach "$other" "$new"');
  });

  it('holds no password and asks for none', () => {
    expect(shellBlocks(runbookIn(replicated)).join('\n')).not.toMatch(
      /--pass|redis-cli[^\n]* -a |AUTH [^I]/,
    );
  });

  it('escapes what a title says', () => {
    const [first, second] = settings().regions;
    const text = runbookIn(
      rendered(
        spec(),
        policyOf(),
        settings({ regions: [{ ...first, title: '<b>|x' }, second] }),
      ),
    );
    expect(text).toContain(String.raw`| region1 | \<b\>\|x |`);
  });
});
