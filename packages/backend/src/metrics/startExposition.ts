import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/**
 * Shows everything that goes through the platform's metrics service at `/metrics` of this address, for a Prometheus to
 * scrape. Only what asks for its meter afterwards is shown, so this must run before the backend starts.
 *
 * @returns ends it
 * @throws Error when nothing can listen at the address
 */
export async function startExposition(address: {
  host: string;
  port: number;
}): Promise<() => Promise<void>> {
  const exporter = new PrometheusExporter({
    ...address,
    preventServerStart: true,
  });
  const provider = new MeterProvider({ readers: [exporter] });
  metrics.setGlobalMeterProvider(provider);
  await exporter.startServer();
  return async () => {
    metrics.disable();
    await provider.shutdown();
  };
}
