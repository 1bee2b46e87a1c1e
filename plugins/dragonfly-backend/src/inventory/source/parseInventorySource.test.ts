import { parseInventorySource } from './parseInventorySource';

const documentOf = (caches: object, more: object = {}) =>
  JSON.stringify({ version: 1, caches, ...more });

const nodeOf = (node: unknown) =>
  documentOf({ sessions: { nodes: { region1: node } } });

describe('parseInventorySource', () => {
  it('reads YAML with everything in it', () => {
    const text = `
version: 1
caches:
  sessions:
    entityRef: Resource:Sessions
    nodes:
      region1: &node { host: ses-17.example.com, port: '6380', tls: true, credentials: databases }
      region2: *node
profiles:
  legacy: { nodes: { region1: { host: '{{cache}}.old.example.com' } } }
`;
    const node = {
      host: 'ses-17.example.com',
      port: 6380,
      tls: true,
      credentials: 'databases',
    };
    const legacy = {
      host: '{{cache}}.old.example.com',
      port: 6379,
      tls: false,
    };

    expect(parseInventorySource(text)).toEqual({
      ok: true,
      document: {
        caches: new Map([
          [
            'sessions',
            {
              ok: true,
              entry: {
                entityRef: 'resource:default/sessions',
                nodes: { region1: node, region2: node },
              },
            },
          ],
        ]),
        profiles: new Map([
          ['legacy', { ok: true, entry: { nodes: { region1: legacy } } }],
        ]),
      },
    });
  });

  const bomb = [
    'version: 1',
    'a0: &a0 [x, x]',
    ...Array.from(
      { length: 20 },
      (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`,
    ),
  ].join('\n');

  it.each`
    situation                  | text                                                 | reason
    ${'an empty text'}         | ${''}                                                | ${'it is null; expected an object with "version" and "caches".'}
    ${'no version'}            | ${'caches: {}'}                                      | ${'it.version is missing; expected 1.'}
    ${'another version'}       | ${'version: 2\ncaches: {}'}                          | ${'it.version is 2; expected 1.'}
    ${'no caches'}             | ${'version: 1'}                                      | ${'it.caches is missing; expected an object with an entry for each cache.'}
    ${'a secret at the top'}   | ${documentOf({}, { password: 'geheim' })}            | ${'it has unknown keys: password. Secrets live in app-config'}
    ${'no YAML'}               | ${'version: 1\ncaches: {geheim'}                     | ${'it is not YAML or JSON: BAD_INDENT in line 2'}
    ${'a cache twice'}         | ${'version: 1\ncaches:\n  a: { }\n  b: {}\n  a: {}'} | ${'it has the key of line 5 twice'}
    ${'brackets too deep'}     | ${'['.repeat(100_000)}                               | ${'it nests too deeply to be read, in line 1'}
    ${'lists too deep'}        | ${'- '.repeat(50_000)}                               | ${'it nests too deeply to be read, in line 1'}
    ${'aliases that multiply'} | ${bomb}                                              | ${'it nests too deeply to be read'}
  `('refuses $situation as a whole', ({ text, reason }) => {
    const result = parseInventorySource(text);

    expect(result).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
    });
    expect(JSON.stringify(result)).not.toContain('geheim');
  });

  it.each`
    situation                      | node                                                       | problem
    ${'a password'}                | ${{ host: 'geheim', password: 'geheim' }}                  | ${'caches.sessions.nodes.region1 has unknown keys: password. Secrets live in app-config: name an entry of dragonfly.credentials'}
    ${'a file of a password'}      | ${{ host: 'geheim', passwordFile: '/geheim' }}             | ${'has unknown keys: passwordFile. Secrets live in app-config'}
    ${'a user'}                    | ${{ host: 'geheim', username: 'geheim' }}                  | ${'has unknown keys: username. Secrets live in app-config'}
    ${'authorities'}               | ${{ host: 'geheim', caFile: '/geheim' }}                   | ${'has unknown keys: caFile. Secrets live in app-config'}
    ${'a host as a key'}           | ${{ host: 'geheim', 'geheim.example.com': 1 }}             | ${'has unknown keys: (a name not shown).'}
    ${'a host with a port'}        | ${{ host: 'geheim:1/0' }}                                  | ${'region1.host is a text that cannot be used; expected a host name or address without scheme and port'}
    ${'no host'}                   | ${{}}                                                      | ${'region1.host is missing; expected a host name or address. Add it to the inventory source.'}
    ${'a port out of range'}       | ${{ host: 'geheim', port: 70000 }}                         | ${'region1.port is 70000; expected a port from 1 to 65535.'}
    ${'a host in place of a port'} | ${{ host: 'geheim', port: 'geheim.example.com' }}          | ${'region1.port is a text that cannot be used; expected a port'}
    ${'a host in place of a node'} | ${'geheim.example.com'}                                    | ${'region1 is a text that cannot be used; expected an object with "host".'}
    ${'a list'}                    | ${['geheim']}                                              | ${'region1 is a list; expected an object with "host".'}
    ${'credentials in place'}      | ${{ host: 'geheim', credentials: { password: 'geheim' } }} | ${'region1.credentials is an object that cannot be used; expected the name of an entry'}
  `(
    'refuses a node with $situation, and does not show it',
    ({ node, problem }) => {
      const result = parseInventorySource(nodeOf(node));

      expect(result).toMatchObject({ ok: true });
      const entry = result.ok && result.document.caches.get('sessions');
      expect(entry).toEqual({
        ok: false,
        problems: [expect.stringContaining(problem)],
      });
      expect(JSON.stringify(entry)).not.toContain('geheim');
    },
  );

  it.each`
    situation                     | caches                                                   | name                    | problem
    ${'no nodes'}                 | ${{ sessions: {} }}                                      | ${'sessions'}           | ${'caches.sessions.nodes is missing; expected an object with a node for each region.'}
    ${'a region that is a host'}  | ${{ sessions: { nodes: { 'geheim.example.com': {} } } }} | ${'sessions'}           | ${'caches.sessions.nodes.(a name not shown) has a name that cannot be used; expected a DNS label'}
    ${'a reference that is none'} | ${{ sessions: { entityRef: 'geheim', nodes: {} } }}      | ${'sessions'}           | ${'caches.sessions.entityRef is a text that cannot be used; expected a full entity reference'}
    ${'a name that is a host'}    | ${{ 'geheim.example.com': { nodes: {} } }}               | ${'geheim.example.com'} | ${'caches.(a name not shown) has a name that cannot be used; expected a DNS label'}
  `(
    'refuses a cache with $situation, and only that',
    ({ caches, name, problem }) => {
      const good = { nodes: { region1: { host: 'flags' } } };
      const result = parseInventorySource(
        documentOf({ ...caches, flags: good }),
      );

      expect(result).toMatchObject({ ok: true });
      const read = result.ok ? result.document.caches : new Map();
      expect(read.get('flags')).toMatchObject({ ok: true });
      expect(read.get(name)).toEqual({
        ok: false,
        problems: expect.arrayContaining([expect.stringContaining(problem)]),
      });
      expect(JSON.stringify(read.get(name))).not.toContain('geheim');
    },
  );
});
