import { reasonDefinitions } from './reasonDefinitions';
import { Reason, ReasonCode } from './reasons';

/** Puts a reason together: what never changes about its code, and the sentence of this case. @public */
export function reason(
  code: ReasonCode,
  message: string,
  region?: string,
): Reason {
  return { code, message, region, ...reasonDefinitions[code] };
}
