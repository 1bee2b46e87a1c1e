import { assess } from '../replication';
import {
  declaration,
  failed,
  NOW,
  primary,
  replica,
  windowOf,
} from '../replication/__fixtures__/builders';
import { Observation } from '../replication/types';
import { eventsBetween } from './eventsBetween';

function stateOf(...observations: Observation[]) {
  return assess(declaration(), windowOf(...observations), NOW);
}

const healthy = stateOf(primary(), replica());

function between(before = healthy, after = healthy) {
  return eventsBetween(before, after).map(({ kind, region, message }) =>
    [kind, region, message].filter(Boolean).join(' | '),
  );
}

it('has nothing to say of what stays as it is', () => {
  expect(between()).toEqual([]);
});

it('tells the cause before the verdict, and the end of both', () => {
  const broken = stateOf(primary({ at: -1 }), failed('refused'), replica());
  expect(between(healthy, broken)).toEqual([
    'reason-appeared | region1 | The primary in region1 has not answered for 1 s (connection refused).',
    'verdict-changed | The cache is critical; it was healthy.',
  ]);
  expect(between(broken, healthy)).toEqual([
    'reason-cleared | region1 | No longer: Server unreachable in region1.',
    'verdict-changed | The cache is healthy; it was critical.',
  ]);
});

it('does not repeat a reason whose numbers move', () => {
  const one = stateOf(primary({ at: -4 }), failed('refused'), replica());
  const two = stateOf(primary({ at: -5 }), failed('refused'), replica());
  expect(between(one, two)).toEqual([]);
});

it('sees roles change, servers come back and full syncs pass', () => {
  const swapped = stateOf(
    replica({ region: 'region1', sync: true }),
    primary({ region: 'region2' }),
  );
  expect(between(healthy, swapped)).toEqual(
    expect.arrayContaining([
      'role-changed | region1 | The server in region1 is a replica now; it was the primary.',
      'full-sync-started | region1 | A full sync of the replica in region1 has begun.',
      'role-changed | region2 | The server in region2 is the primary now; it was a replica.',
    ]),
  );
  expect(
    between(healthy, stateOf(primary({ replicationId: 'new' }), replica())),
  ).toContain(
    'server-restarted | region1 | The primary in region1 came back as a new server.',
  );
});
