import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Every example is run by the tests. */
export const examples: TemplateExample[] = [
  {
    description:
      'A session cache with its primary in one region and a replica in another',
    example: yaml.stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate the manifests',
          action: 'dragonfly:manifests:generate',
          input: {
            name: 'sessions',
            owner: 'group:default/identity',
            useCase: 'session-cache',
            primaryRegion: 'region1',
            otherRegions: ['region2'],
          },
        },
      ],
    }),
  },
  {
    description:
      'Rate limiting, which the policy keeps local: an independent primary in each region',
    example: yaml.stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate the manifests',
          action: 'dragonfly:manifests:generate',
          input: {
            name: 'rate-limits',
            description: 'Counters of the public API',
            owner: 'group:default/platform',
            useCase: 'rate-limiting',
            primaryRegion: 'region1',
            otherRegions: ['region2'],
            memory: '512Mi',
          },
        },
      ],
    }),
  },
  {
    description:
      'An API cache without a copy in another region, with its consumers, in a folder of its own',
    example: yaml.stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate the manifests',
          action: 'dragonfly:manifests:generate',
          input: {
            name: 'catalog-pages',
            owner: 'group:default/storefront',
            system: 'system:default/shop',
            useCase: 'api-cache',
            topology: 'independent',
            primaryRegion: 'region1',
            memory: '1Gi',
            threads: 2,
            consumers: ['component:default/shop-web'],
            targetPath: 'caches/catalog-pages',
          },
        },
      ],
    }),
  },
  {
    description:
      'A cache sized from what it is to carry, without TLS, with its own Secrets and a consumer in a namespace',
    example: yaml.stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate the manifests',
          action: 'dragonfly:manifests:generate',
          input: {
            name: 'flags',
            owner: 'group:default/platform',
            useCase: 'feature-flags',
            primaryRegion: 'region2',
            otherRegions: ['region1'],
            sizing: {
              data: '512Mi',
              writesPerSecond: 200,
              toleratedCutSeconds: 60,
              roundTripMilliseconds: 25,
            },
            consumers: [
              {
                entityRef: 'component:default/shop-web',
                namespace: 'storefront',
              },
            ],
            secrets: 'bring-your-own',
            tls: false,
            crossRegion: 'load-balancer',
            repository: {
              url: 'https://github.com/acme/platform',
              folder: 'caches',
            },
          },
        },
      ],
    }),
  },
  {
    description:
      'Rate limiting whose servers the Dragonfly operator makes in each region',
    example: yaml.stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate the manifests',
          action: 'dragonfly:manifests:generate',
          input: {
            name: 'quotas',
            owner: 'group:default/platform',
            useCase: 'rate-limiting',
            primaryRegion: 'region1',
            flavour: 'operator',
          },
        },
      ],
    }),
  },
];
