import { FieldError, ManifestSettings, Topology } from '../types';
import { fieldError } from './fieldErrors';
import { DNS_LABEL, DNS_NAME, IMAGE, VISIBLE_LINE } from './patterns';
import { isCidr } from './cidr';
import { isSupportedServerVersion } from '../serverVersion';

const REMEDY = 'Have the platform team correct app-config.';
/** `<cache>.` in front of the domain takes up to 41 characters of the 253 of a DNS name. */
const MAX_DOMAIN = 212;

function when(
  broken: boolean,
  field: string,
  value: unknown,
  expected: string,
): FieldError[] {
  return broken
    ? [fieldError(`settings.${field}`, value, expected, REMEDY)]
    : [];
}

function isPinned(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return IMAGE.test(image) && /[:@]/.test(name) && !/:latest$/.test(name);
}

/**
 * Checks the part of the platform team's settings that a cache uses, because these values end up in command lines,
 * host names and network rules. A region no cache asks for cannot stop this one.
 */
export function checkSettings(
  settings: ManifestSettings,
  used: { regions: readonly string[]; topology: Topology | undefined },
): FieldError[] {
  const regions = settings.regions.flatMap((region, index) => {
    if (!used.regions.includes(region.name)) return [];
    const field = `regions[${index}]`;
    const { name, title, domain, cidrs } = region;
    const first = settings.regions.findIndex(other => other.name === name);
    return [
      ...when(
        !DNS_LABEL.test(name) || first !== index,
        `${field}.name`,
        name,
        'a DNS label that no other region has',
      ),
      ...when(
        !title || title.length > 100 || !VISIBLE_LINE.test(title),
        `${field}.title`,
        title,
        'one line of visible text of 1 to 100 characters',
      ),
      ...when(
        !DNS_NAME.test(domain) || domain.length > MAX_DOMAIN,
        `${field}.domain`,
        domain,
        `a DNS name of at most ${MAX_DOMAIN} characters, such as "region1.example.com"`,
      ),
      ...when(
        used.topology === 'replicated' && cidrs.length === 0,
        `${field}.cidrs`,
        cidrs,
        'at least one address range, because the network policy of a replicated cache lets only these reach the primary',
      ),
      ...cidrs.flatMap((cidr, position) =>
        when(
          !isCidr(cidr),
          `${field}.cidrs[${position}]`,
          cidr,
          'an address range such as "10.1.0.0/16" or "fd00:1::/48"',
        ),
      ),
    ];
  });
  return [
    ...regions,
    ...when(
      !isPinned(settings.image),
      'image',
      settings.image,
      'an image with a tag other than "latest" or with a digest',
    ),
    ...when(
      !isSupportedServerVersion(settings.serverVersion),
      'serverVersion',
      settings.serverVersion,
      'a Dragonfly version of at least 1.40.0, such as "1.40.1"',
    ),
    ...when(
      settings.startGuardImage !== undefined &&
        !isPinned(settings.startGuardImage),
      'startGuardImage',
      settings.startGuardImage,
      'an image with a tag other than "latest" or with a digest',
    ),
    ...when(
      !DNS_LABEL.test(settings.monitoringNamespace),
      'monitoringNamespace',
      settings.monitoringNamespace,
      'a Kubernetes namespace',
    ),
  ];
}
