import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import dragonflyPlugin from 'backstage-plugin-dragonfly-backend';
import {
  cacheSpecOfForm,
  PolicyDocument,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';
import { version as generatorVersion } from 'backstage-plugin-dragonfly-common/package.json';
import { cacheTemplate } from '../__testUtils__/cacheTemplate';
import { LoopbackGithub } from '../__testUtils__/LoopbackGithub';
import { startScaffolder } from '../__testUtils__/startScaffolder';

const TEMPLATE = 'template:default/dragonfly-cache';
const BRANCH = 'dragonfly-cache/sessions';

const REGIONS = {
  region1: {
    title: 'Frankfurt',
    domain: 'databases.region1.example.com',
    cidrs: ['10.1.0.0/16'],
  },
  region2: {
    title: 'Dublin',
    domain: 'databases.region2.example.com',
    cidrs: ['10.2.0.0/16'],
  },
};

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-namespace': 'shop-checkout' },
  },
};

const values = {
  name: 'sessions',
  description: 'Who is signed in',
  owner: 'group:default/identity',
  system: 'system:default/shop',
  sizing: { by: 'numbers', memory: '1Gi' },
  regions: { primary: 'region1', others: ['region2'] },
  consumers: [
    { entityRef: 'component:default/checkout', namespace: 'shop-checkout' },
  ],
  repoUrl: 'github.example.com?owner=acme&repo=platform',
  folder: 'caches',
};

/** What the wizard's preview makes of its answers, by path in the repository. */
function previewedFiles(
  form: JsonObject & { name: string; folder: string },
  policy: PolicyDocument,
): Record<string, string> {
  const read = cacheSpecOfForm(form);
  const rendered = read.ok
    ? renderManifests(read.spec, policy.policy, policy.settings, {
        policyRevision: policy.revision,
        generatorVersion,
      })
    : read;
  if (!rendered.ok) {
    throw new Error(JSON.stringify(rendered.errors));
  }
  return Object.fromEntries(
    rendered.files.map(({ path, content }) => [
      `${form.folder}/${form.name}/${path}`,
      content,
    ]),
  );
}

/** The same files without the line that the action adds to the entity to say which template it came from. */
function withoutSource(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      content.replace(/^ +backstage\.io\/source-template: .*\n/m, ''),
    ]),
  );
}

describe('the template dragonfly-cache', () => {
  let github: LoopbackGithub;
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;
  let policy: PolicyDocument;

  /** Answers of the wizard under the policy in force. */
  const answers = (useCase = 'session-cache') => ({
    ...values,
    useCase: { id: useCase, policyRevision: policy.revision },
  });

  beforeEach(async () => {
    github = await LoopbackGithub.start();
    const template = cacheTemplate();
    scaffolder = await startScaffolder({
      features: [dragonflyPlugin],
      config: {
        integrations: github.integrations,
        dragonfly: { regions: REGIONS },
      },
      entities: [
        checkout,
        {
          ...template,
          metadata: {
            ...template.metadata,
            namespace: 'default',
            annotations: {
              'backstage.io/managed-by-location':
                'url:https://github.example.com/acme/platform/blob/main/template.yaml',
            },
          },
        },
      ],
    });
  });

  beforeEach(async () => {
    policy = await scaffolder.call('/dragonfly/policy');
  });

  afterEach(() => github.stop());

  it('brings the manifests into a pull request', async () => {
    const { status, log, output } = await scaffolder.run(TEMPLATE, answers());

    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(github.pulls).toEqual([
      {
        number: 1,
        title: 'Dragonfly cache sessions',
        body: expect.stringMatching(
          /^sessions: .*Frankfurt.*Dublin[^]*\n- \*\*[a-z-]+\*\* /,
        ),
        head: `acme:${BRANCH}`,
        base: 'main',
      },
    ]);
    const { 'README.md': readme, ...files } = github.git.files(BRANCH);
    expect(readme).toBe('# Platform\n');
    expect(files['caches/sessions/catalog-info.yaml']).toContain(
      `backstage.io/source-template: ${TEMPLATE}`,
    );
    expect(withoutSource(files)).toEqual(previewedFiles(answers(), policy));
    expect(github.git.files('main')).toEqual({ 'README.md': '# Platform\n' });
    expect(output).toEqual({
      links: [
        {
          title: 'Pull request',
          icon: 'github',
          url: 'https://github.example.com/acme/platform/pull/1',
        },
      ],
      text: [
        {
          title:
            'Your cache appears in the catalog after the pull request is merged',
          default: true,
          content: github.pulls[0].body,
        },
      ],
    });
  });

  it('tells the catalog where the merged file will be', async () => {
    await scaffolder.run(TEMPLATE, answers());

    expect(scaffolder.registered).toEqual([
      'https://github.example.com/acme/platform/blob/main/caches/sessions/catalog-info.yaml',
    ]);
  });

  it.each<[string, JsonObject]>([
    [
      'a size computed from answers',
      {
        sizing: {
          by: 'answers',
          data: '1.5Gi',
          writesPerSecond: 500,
          toleratedCutSeconds: 30,
          roundTripMilliseconds: 25,
        },
      },
    ],
    [
      'every output chosen',
      {
        output: {
          flavour: 'kustomize',
          secrets: 'bring-your-own',
          tls: false,
          crossRegion: 'load-balancer',
          argoCd: false,
        },
      },
    ],
    [
      'the operator, and a topology of one’s own choice',
      {
        useCase: { id: 'api-cache', topology: 'independent' },
        output: { flavour: 'operator' },
      },
    ],
    [
      'fields nobody touched',
      { sizing: {}, consumers: [], output: {}, preview: {}, system: '' },
    ],
  ])('publishes what was previewed: %s', async (_situation, change) => {
    const { useCase, ...rest } = answers();
    const form = {
      ...rest,
      ...change,
      useCase: {
        ...useCase,
        ...(typeof change.useCase === 'object' ? change.useCase : {}),
      },
    };
    const { status, log } = await scaffolder.run(TEMPLATE, form);

    expect({ status, log }).toMatchObject({ status: 'completed' });
    const { 'README.md': _readme, ...files } = github.git.files(BRANCH);
    expect(withoutSource(files)).toEqual(previewedFiles(form, policy));
  });

  it('updates the open pull request when it runs again', async () => {
    await scaffolder.run(TEMPLATE, answers());
    const before = github.git.files(BRANCH);

    const { status } = await scaffolder.run(TEMPLATE, {
      ...answers(),
      sizing: { by: 'numbers', memory: '2Gi' },
    });

    expect(status).toBe('completed');
    expect(github.pulls).toHaveLength(1);
    expect(github.git.files(BRANCH)).not.toEqual(before);
    expect(Object.keys(github.git.files(BRANCH))).toEqual(Object.keys(before));
  });

  it('works with the least that the wizard asks for', async () => {
    const { status, log } = await scaffolder.run(TEMPLATE, {
      name: 'limits',
      owner: 'group:default/edge',
      useCase: answers('rate-limiting').useCase,
      regions: { primary: 'region1' },
      repoUrl: values.repoUrl,
      folder: 'caches',
    });

    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(github.pulls).toHaveLength(1);
  });

  it('opens no pull request when the policy has changed meanwhile', async () => {
    const { status, log } = await scaffolder.run(TEMPLATE, {
      ...values,
      useCase: { id: 'session-cache', policyRevision: 'sha256:old' },
    });

    expect(status).toBe('failed');
    expect(log.join('\n')).toContain(
      'the answers were given under revision "sha256:old"',
    );
    expect(github.pulls).toEqual([]);
    expect(github.git.branches.has(BRANCH)).toBe(false);
  });

  it('asks for what is missing before anything runs', async () => {
    await expect(
      scaffolder.run(TEMPLATE, { ...answers(), name: 'Not A Label' }),
    ).rejects.toThrow(/400 .*does not match pattern/);
  });

  it('generates without the page "Repository", for variants that publish elsewhere', async () => {
    const template = cacheTemplate();
    const { parameters, steps } = template.spec;
    const { repoUrl: _repoUrl, folder: _folder, ...rest } = answers();
    const { directoryContents } = await scaffolder.call(
      '/scaffolder/v2/dry-run',
      {
        template: {
          ...template,
          spec: {
            ...template.spec,
            parameters: [parameters]
              .flat()
              .filter(page => page?.title !== 'Repository'),
            steps: steps.slice(0, 1),
            output: {},
          },
        },
        values: rest,
        directoryContents: [],
      },
    );

    expect(
      directoryContents.map(({ path }: { path: string }) => path),
    ).toContain('sessions/catalog-info.yaml');
  });

  it('shows the files in a dry run', async () => {
    const { steps, directoryContents, log } = await scaffolder.call(
      '/scaffolder/v2/dry-run',
      { template: cacheTemplate(), values: answers(), directoryContents: [] },
    );

    expect(steps.map(({ id }: { id: string }) => id)).toEqual([
      'generate',
      'publish',
      'register',
    ]);
    expect(
      directoryContents.map(({ path }: { path: string }) => path),
    ).toContain('sessions/catalog-info.yaml');
    expect(JSON.stringify(log)).toContain('Generated');
    expect(github.pulls).toEqual([]);
  });
});
