import {
  cacheEntity,
  cacheState,
  dualPrimary,
  nameTaken,
} from '../__fixtures__/caches';
import { CacheFacts, cacheText } from './cacheText';

const facts: CacheFacts = {
  entityRef: 'resource:default/sessions',
  owner: 'group:default/identity',
  system: 'system:default/login',
  useCase: 'Session cache',
  regions: ['frankfurt', 'dublin'],
  verdict: 'critical',
  reasons: [dualPrimary.message],
};

describe('cacheText', () => {
  it('puts into words what somebody may type', () => {
    const entity = cacheEntity('sessions', {
      metadata: {
        ...cacheEntity('sessions').metadata,
        title: 'Login sessions',
        description: 'Sessions of the web shop',
      },
    });

    expect(
      cacheText(entity, facts, {
        state: cacheState('sessions', { reasons: [dualPrimary] }),
        problems: [],
      }),
    ).toBe(
      'Dragonfly cache sessions, Login sessions. Sessions of the web shop. Owner: identity (group:default/identity). ' +
        'System: login (system:default/login). Use case: Session cache, session-cache. Regions: frankfurt, dublin. ' +
        'Verdict: critical. Two primaries (DUAL_PRIMARY). Frankfurt and Dublin both answer as primary.',
    );
  });

  it('leaves out what is not known', () => {
    expect(
      cacheText(
        cacheEntity('sessions', { metadata: { annotations: {} } }),
        {
          entityRef: 'resource:default/sessions',
          regions: [],
          verdict: 'unknown',
          reasons: [],
        },
        undefined,
      ),
    ).toBe('Dragonfly cache sessions. Verdict: unknown.');
  });

  it('names the code of a refused declaration', () => {
    const problem = nameTaken(facts.entityRef);

    expect(
      cacheText(
        cacheEntity('sessions'),
        { ...facts, verdict: 'unknown', reasons: [problem.message] },
        { problems: [problem] },
      ),
    ).toMatch(
      /Verdict: unknown\. NAME_TAKEN\. The cache name "sessions" belongs to resource:default\/sessions\.$/,
    );
  });
});
