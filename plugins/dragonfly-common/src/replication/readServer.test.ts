import { parseInfo } from './parseInfo';
import { readServer } from './readServer';

it.each`
  fields                                                                 | flavour        | version
  ${'redis_version:7.4.0\r\ndragonfly_version:df-v1.40.1'}               | ${'dragonfly'} | ${'1.40.1'}
  ${'redis_version:7.0.15'}                                              | ${'redis'}     | ${'7.0.15'}
  ${'redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.1.0'} | ${'valkey'}    | ${'8.1.0'}
`('tells $flavour $version', ({ fields, flavour, version }) => {
  expect(
    readServer(parseInfo(`# Server\r\n${fields}\r\nuptime_in_seconds:27\r\n`)),
  ).toEqual({ ok: true, value: { flavour, version, uptimeSeconds: 27 } });
});

it('refuses a reply without a version', () => {
  expect(readServer(parseInfo('# Server\r\nos:Linux'))).toMatchObject({
    ok: false,
    failure: { kind: 'protocol' },
  });
});
