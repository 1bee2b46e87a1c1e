import { InputError } from '@backstage/errors';
import { CacheRequest } from './types';

const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function checkLabel(what: string, value: string): void {
  if (!DNS_LABEL.test(value)) {
    throw new InputError(
      `${what} is "${value}"; expected a DNS label: lower-case letters, digits and inner hyphens, at most 63 characters.`,
    );
  }
}

/**
 * Refuses requests that cannot work, before anything is started. Names become directories, so they are checked.
 *
 * @throws Error naming the field and its value
 */
export function checkRequest(request: CacheRequest): void {
  checkLabel('name', request.name);
  request.regions.forEach((region, index) =>
    checkLabel(`regions[${index}] of cache "${request.name}"`, region),
  );
  if (new Set(request.regions).size !== request.regions.length) {
    throw new InputError(
      `Cache "${request.name}" names a region twice (${request.regions.join(', ')}); a cache has one node per region.`,
    );
  }
  if (request.regions.length === 0) {
    throw new InputError(
      `Cache "${request.name}" names no region; it needs at least one.`,
    );
  }
}
