import { reason } from './reason';
import { reasonDefinitions } from './reasonDefinitions';

it.each(Object.entries(reasonDefinitions))(
  '%s has a title for a badge and a next step in whole sentences',
  (_code, { title, nextStep }) => {
    expect(title).toMatch(/^[A-Z].{3,30}$/);
    expect(title).not.toMatch(/\.$/);
    expect(nextStep).toMatch(/^[A-Z].*\.$/);
  },
);

it.each`
  severity      | codes
  ${'critical'} | ${['UNREACHABLE', 'NO_PRIMARY', 'DUAL_PRIMARY', 'LINK_DOWN', 'COPY_WIPED', 'RESTART_UNSAFE', 'REPLICATION_STOPPED', 'WRONG_PRIMARY']}
  ${'unknown'}  | ${['AUTH_FAILED', 'NOT_OBSERVED', 'STALE', 'NOT_CONFIGURED', 'PORTAL_ISOLATED', 'LAG_UNKNOWN']}
`('exactly $codes are $severity', ({ severity, codes }) => {
  const found = Object.entries(reasonDefinitions)
    .filter(([, definition]) => definition.severity === severity)
    .map(([code]) => code);
  expect(found.sort()).toEqual(codes.sort());
});

it('puts a reason together from its definition and this case', () => {
  expect(reason('ROLE_DRIFT', 'A sentence.', 'region2')).toEqual({
    code: 'ROLE_DRIFT',
    message: 'A sentence.',
    region: 'region2',
    ...reasonDefinitions.ROLE_DRIFT,
  });
});
