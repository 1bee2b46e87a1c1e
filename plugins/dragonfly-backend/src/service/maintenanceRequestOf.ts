import { InputError } from '@backstage/errors';
import {
  MaintenanceRequest,
  readMaintenanceRequest,
} from 'backstage-plugin-dragonfly-common';

/** For messages about bodies that cannot be used. */
export const EXAMPLE =
  'Send for example {"minutes": 30, "note": "moves to region2"} as application/json.';

/**
 * Reads the body of a request for a maintenance.
 *
 * @throws InputError that names each wrong field, its value and what was expected
 */
export function maintenanceRequestOf(body: unknown): MaintenanceRequest {
  const result = readMaintenanceRequest(body);
  if (!result.ok) {
    const messages = result.problems.map(({ message }) => message);
    throw new InputError(`${messages.join(' ')} ${EXAMPLE}`);
  }
  return result.request;
}
