import { ResolvedCache } from '../resolvedCache';
import { PATHS } from '../serverArguments';
import { code, fenced, list } from './markdown';

function withoutTls(cache: ResolvedCache): string {
  const where =
    cache.topology === 'replicated'
      ? 'the networks and the regions'
      : 'the network';
  return `These files set up no TLS: passwords and data cross ${where} in clear text unless something below encrypts them.`;
}

function replicationText(cache: ResolvedCache): string[] {
  if (cache.topology === 'independent') return [];
  return [
    'Replication is encrypted in both directions: every server listens with TLS and dials with TLS, so a fail-back needs no other flags.',
    `**A replica does not check the certificate of its primary.** The server has one flag for that, ${code('--tls_ca_cert_file')}, and with it the same server asks every application for a client certificate. It is left out: somebody who can put himself between the regions could pose as the primary and would be sent the password. Where that matters, give every application a certificate of the same authority, then add the flag. The start guard does check the certificate (its chain, not the name in it).`,
    `**The issuers of all regions must sign with the same root**, and must put it under ${code('ca.crt')} in the Secret. An issuer of ACME puts none there, and the pod does not start then. The start guard takes a server with another root for one that is alive and does not say its role.`,
    'To switch TLS on for a cache that runs without it, both sides must restart: a replica with TLS cannot follow a primary without it. Plan it as a cache that is filled anew.',
  ];
}

function renewalText(cache: ResolvedCache): string[] {
  if (cache.flavour === 'operator') {
    return [
      'A server reads its certificate when it starts. The documentation of the operator says how it takes over a renewed one.',
    ];
  }
  return [
    'A server reads its certificate when it starts, and cert-manager renews it a month before it ends. The files in the pod follow within about a minute; then tell the server to read them, with the functions of "Prepare" in `docs/runbook.md`. Open connections go on with the old one.',
    fenced('sh', [
      'region=REGION # the region with the new certificate',
      `ask "$region" CONFIG SET tls_cert_file ${PATHS.tls}/tls.crt`,
      `ask "$region" CONFIG SET tls_key_file ${PATHS.tls}/tls.key`,
      'ask "$region" CONFIG SET tls true',
    ]),
  ];
}

/** Who checks which certificate, and how one is changed without a restart. */
export function tlsSection(cache: ResolvedCache): string {
  const { adminPort, issuer, names } = cache;
  if (!issuer) return ['## TLS', withoutTls(cache)].join('\n\n');
  return [
    '## TLS',
    `cert-manager keeps the certificate of each region in the Secret ${code(names.tls)}, from ${issuer.kind} ${code(issuer.name)}. Applications connect to port ${cache.port} with TLS and check the certificate with the root of that issuer, which they get from the platform: the Secret itself holds the key and stays with the server.`,
    list([
      ...replicationText(cache),
      `The admin port ${adminPort} speaks no TLS, so that probes and monitoring work without a certificate. It must not leave the region.`,
    ]),
    ...renewalText(cache),
  ].join('\n\n');
}
