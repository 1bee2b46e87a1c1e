import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { dragonflyBackend } from '../../__testUtils__/dragonflyBackend';
import { LoopbackGithub } from '../../__testUtils__/LoopbackGithub';
import { policyDocument } from '../../__testUtils__/policyDocument';
import { runAction } from '../../__testUtils__/runAction';
import { startFileServer, urlReader } from '../../__testUtils__/urlReader';
import { createLintManifestsAction } from './createLintManifestsAction';
import { examples } from './createLintManifestsAction.examples';

const FIXTURES = resolve(
  __dirname,
  '../../../../dragonfly-common/src/lint/__fixtures__',
);
const operator = readFileSync(join(FIXTURES, 'operator-replica.yaml'), 'utf8');
const harmless = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const alarming = `${harmless}---
apiVersion: v1
kind: Service
metadata:
  name: dfly-a
`;
const document = policyDocument();

const workspace = createMockDirectory();
let baseUrl: string;

beforeAll(async () => {
  const { server } = await startTestBackend({
    features: [dragonflyBackend(document)],
  });
  baseUrl = `http://localhost:${server.port()}/api`;
});

beforeEach(() => workspace.clear());

function lint(
  input: JsonObject,
  reader: UrlReaderService = mockServices.urlReader.mock(),
) {
  const action = createLintManifestsAction({
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `${baseUrl}/${pluginId}`,
    }),
    reader,
  });
  return runAction(action, input, { workspacePath: workspace.path });
}

describe('a folder of the workspace', () => {
  it('is reported with file and line, against the policy in force', async () => {
    workspace.setContent({
      'deploy/cache/operator.yaml': operator,
      'deploy/README.md': '# Nothing here\n',
      'deploy/logo.png': 'no text',
      'deploy/node_modules/other.yaml': '"',
    });
    const { log, output } = await lint({
      sourcePath: 'deploy',
      failOn: 'never',
      sarifPath: 'reports/lint.sarif',
    });
    expect(output).toEqual({
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: 'operator-undoes-replica',
          severity: 'error',
          path: 'cache/operator.yaml',
          line: 13,
        }),
      ]),
      counts: { error: 6, warning: 4, info: 3 },
      unread: [],
      policyRevision: document.revision,
      report: expect.stringContaining('6 errors, 4 warnings and 3 notes'),
    });
    expect(log).toContainEqual(
      expect.stringMatching(
        /^cache\/operator\.yaml:13 error operator-undoes-replica /,
      ),
    );
    const sarif = JSON.parse(
      readFileSync(workspace.resolve('reports/lint.sarif'), 'utf8'),
    );
    expect(sarif.runs[0].results).toHaveLength(13);
  });

  it('fails on errors unless it is told otherwise', async () => {
    workspace.setContent({ 'a.yaml': alarming });
    await expect(lint({ sourcePath: '.' })).rejects.toThrow(
      'The manifests have 1 error, 0 warnings and 0 notes; expected none from severity "error" on.',
    );
    await expect(
      lint({ sourcePath: '.', failOn: 'never' }),
    ).resolves.toBeDefined();
  });

  it('writes the SARIF file before it fails', async () => {
    workspace.setContent({ 'a.yaml': alarming });
    await expect(
      lint({ sourcePath: 'a.yaml', sarifPath: 'a.sarif' }),
    ).rejects.toThrow('1 error');
    expect(workspace.content()).toHaveProperty(['a.sarif']);
  });

  it.each`
    sourcePath   | message
    ${'../..'}   | ${'Relative path is not allowed to refer to a directory outside its parent'}
    ${'missing'} | ${'Found no file or folder "missing" in the workspace.'}
    ${'link'}    | ${'Found no file or folder "link" in the workspace, but a link.'}
    ${'empty'}   | ${'Found nothing to look at; expected YAML, JSON, Markdown or a redis.conf.'}
  `('refuses $sourcePath', async ({ sourcePath, message }) => {
    workspace.setContent({ 'empty/a.txt': '', 'real/a.yaml': harmless });
    symlinkSync(workspace.resolve('real'), workspace.resolve('link'));
    await expect(lint({ sourcePath })).rejects.toThrow(message);
  });

  it('follows no link, wherever it leads', async () => {
    workspace.setContent({ 'real/a.yaml': harmless });
    symlinkSync('/etc/hostname', workspace.resolve('real/b.yaml'));
    symlinkSync('/etc', workspace.resolve('real/c'));
    const { output } = await lint({ sourcePath: 'real' });
    const reason = 'It is a link, which is not followed.';
    expect(output.unread).toEqual([
      { path: 'b.yaml', reason },
      { path: 'c', reason },
    ]);
  });

  it('says when nothing could be read', async () => {
    workspace.setContent({ 'a.yaml': 'a: {{ .Values.a }}' });
    await expect(lint({ sourcePath: '.' })).rejects.toThrow(
      /Found nothing to look at; .* Not read: 1 file\./,
    );
  });
});

it.each([{}, { sourcePath: '.', url: 'https://git.example.com/' }])(
  'wants exactly one place: %j',
  async input => {
    await expect(lint(input)).rejects.toThrow('expected exactly one of them');
  },
);

describe('an address', () => {
  it('of a folder is read through the integrations of the portal', async () => {
    const github = await LoopbackGithub.start({
      'deploy/a.yaml': alarming,
      'deploy/logo.png': 'no text',
      'other/b.yaml': '"',
    });
    try {
      const reader = await urlReader({ integrations: github.integrations });
      const { output } = await lint(
        {
          url: 'https://github.example.com/acme/platform/tree/main/deploy',
          failOn: 'never',
        },
        reader,
      );
      expect(output).toMatchObject({
        findings: [
          { rule: 'service-stops-dragonfly', path: 'a.yaml', line: 8 },
        ],
        unread: [],
      });
    } finally {
      await github.stop();
    }
  });

  it('of a file is read when backend.reading.allow has its host', async () => {
    const server = await startFileServer({ '/caches/a.yaml': alarming });
    const url = `http://${server.host}/caches/a.yaml`;
    try {
      const allowed = await urlReader({
        backend: { reading: { allow: [{ host: server.host }] } },
      });
      const { output } = await lint({ url, failOn: 'never' }, allowed);
      expect(output.findings).toMatchObject([{ path: 'a.yaml', line: 8 }]);
      await expect(lint({ url: `${url}.yaml` }, allowed)).rejects.toThrow(
        /Could not read the manifests at "url"/,
      );
      await expect(lint({ url }, await urlReader({}))).rejects.toThrow(
        /Could not read the manifests at "url".*not allowed/s,
      );
    } finally {
      await server.stop();
    }
  });

  it('is an address', async () => {
    await expect(lint({ url: 'deploy' })).rejects.toThrow(
      'Field "url" is no address',
    );
  });
});

it.each(examples)('example: $description', async ({ example }) => {
  workspace.setContent({ 'deploy/a.yaml': harmless });
  const [step] = parse(example).steps;
  const text = Buffer.from(harmless);
  const reader = mockServices.urlReader.mock({
    readUrl: async () => ({ buffer: async () => text }),
    readTree: async () => ({
      files: async () => [{ path: 'a.yaml', content: async () => text }],
      archive: async () => Readable.from([]),
      dir: async () => '',
      etag: '',
    }),
  });
  const { output } = await lint(step.input, reader);
  expect(step.action).toBe('dragonfly:manifests:lint');
  expect(output.findings).toEqual([]);
});
