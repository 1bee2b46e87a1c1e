import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A certificate authority, and a server's certificate that it has signed. */
export interface Certificates {
  authority: string;
  certificate: string;
  key: string;
}

/** Makes them in a folder, under a prefix. */
export function makeCertificates(folder: string, prefix: string): Certificates {
  const file = (name: string) => join(folder, `${prefix}-${name}`);
  const openssl = (...words: string[]) =>
    execFileSync('openssl', words, { stdio: 'ignore' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  openssl(
    ...['req', '-x509', ...newKey, '-nodes', '-days', '2'],
    ...['-subj', `/CN=${prefix} authority`],
    ...['-keyout', file('ca.key'), '-out', file('ca.crt')],
  );
  openssl(
    ...['req', ...newKey, '-nodes', '-subj', '/CN=localhost'],
    ...['-keyout', file('tls.key'), '-out', file('tls.csr')],
  );
  openssl(
    ...['x509', '-req', '-in', file('tls.csr'), '-days', '2'],
    ...['-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-CAcreateserial'],
    ...['-out', file('tls.crt')],
  );
  return {
    authority: file('ca.crt'),
    certificate: file('tls.crt'),
    key: file('tls.key'),
  };
}
