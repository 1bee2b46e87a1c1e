import { parseVersion } from './parseVersion';

describe('parseVersion', () => {
  it.each`
    output                                                                                 | flavour        | version
    ${'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=ae4d7c97'} | ${'redis'}     | ${'7.0.15'}
    ${'Valkey server v=8.0.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=1d4d8e2b'} | ${'valkey'}    | ${'8.0.1'}
    ${'dragonfly v1.40.1-f8eca6d0b\nbuild time: 2026-08-22 10:00:00'}                      | ${'dragonfly'} | ${'1.40.1'}
    ${'dragonfly df-v1.40.1'}                                                              | ${'dragonfly'} | ${'1.40.1'}
  `('recognises $flavour $version', ({ output, flavour, version }) => {
    expect(parseVersion(output)).toEqual({ flavour, version });
  });

  it('refuses other programs', () => {
    expect(parseVersion('GNU bash, version 5.2.15')).toBeUndefined();
  });
});
