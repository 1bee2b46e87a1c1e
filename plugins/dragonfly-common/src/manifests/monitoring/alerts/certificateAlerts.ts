import { ResolvedCache } from '../../resolvedCache';
import { CERTIFICATE_EXPIRY } from '../metrics/otherMetrics';
import { AlertRule } from './types';

/** cert-manager renews when a third of the lifetime is left, so what is this close to its end was not renewed. */
const DAYS_LEFT = 14;

/** Watches the server's certificate, where there is one; the metric comes from cert-manager of the region. */
export function certificateAlerts(cache: ResolvedCache): AlertRule[] {
  if (!cache.issuer) return [];
  const named = (namespaceLabel: string) =>
    `${CERTIFICATE_EXPIRY}{name="${cache.names.tls}", ${namespaceLabel}="${cache.namespace}"}`;
  return [
    {
      alert: 'DragonflyCertificateExpiry',
      // The namespace of the certificate is in one or the other label, depending on `honorLabels` of the scrape.
      expr: `(${named('namespace')} or ${named('exported_namespace')}) - time() < ${DAYS_LEFT} * 86400`,
      for: '1h',
      severity: 'critical',
      summary: `The certificate of cache ${cache.name} ends in {{ $value | humanizeDuration }}.`,
      description:
        'cert-manager should have renewed it by now. When it ends, clients refuse to connect and replication does not come back after its next interruption.',
    },
  ];
}
