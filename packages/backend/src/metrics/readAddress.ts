/** The loopback interface: metrics need no login, so nobody else gets them unless told so. */
const DEFAULT_HOST = '127.0.0.1';

/**
 * Where metrics are shown, by the variables that OpenTelemetry names for it, `OTEL_EXPORTER_PROMETHEUS_PORT` and
 * `OTEL_EXPORTER_PROMETHEUS_HOST`. Undefined without a port: then none are.
 *
 * @throws Error when the port is none
 */
export function readAddress(
  environment: Record<string, string | undefined>,
): { host: string; port: number } | undefined {
  const text = environment.OTEL_EXPORTER_PROMETHEUS_PORT;
  if (!text) {
    return undefined;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(
      `OTEL_EXPORTER_PROMETHEUS_PORT is "${text}"; expected a port from 1 to 65535. Correct it, or remove it to show no metrics.`,
    );
  }
  return {
    host: environment.OTEL_EXPORTER_PROMETHEUS_HOST || DEFAULT_HOST,
    port,
  };
}
