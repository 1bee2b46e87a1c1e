import { REVISION } from '../../__fixtures__/policyDocument';

/** Answers to every page of the wizard: a session cache with a replica. */
export const answers = {
  name: 'sessions',
  owner: 'group:default/identity',
  useCase: { id: 'session-cache', policyRevision: REVISION },
  regions: { primary: 'region1', others: ['region2'] },
  repoUrl: 'github.com?owner=acme&repo=platform',
  folder: 'caches',
};

/** The same for rate limiting, whose primaries know nothing of each other. */
export const independentAnswers = {
  ...answers,
  useCase: { id: 'rate-limiting', policyRevision: REVISION },
};
