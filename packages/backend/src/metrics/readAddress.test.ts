import { readAddress } from './readAddress';

const address = (port?: string, host?: string) =>
  readAddress({
    OTEL_EXPORTER_PROMETHEUS_PORT: port,
    OTEL_EXPORTER_PROMETHEUS_HOST: host,
  });

it('is nowhere without a port', () => {
  expect(address()).toBeUndefined();
  expect(address('', '0.0.0.0')).toBeUndefined();
});

it('is on the loopback interface unless told otherwise', () => {
  expect(address('9464')).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(address('9464', '0.0.0.0')).toEqual({ host: '0.0.0.0', port: 9464 });
});

it.each(['0', '65536', '1.5', 'http', '-1'])('refuses the port %s', port => {
  expect(() => address(port)).toThrow(
    `OTEL_EXPORTER_PROMETHEUS_PORT is "${port}"; expected a port from 1 to 65535.`,
  );
});
