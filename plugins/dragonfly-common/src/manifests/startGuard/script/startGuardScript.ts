import { ASKING } from './asking';
import { CHOOSING } from './choosing';
import { SCRIPT_HEAD } from './head';
import { LIVING } from './living';

/**
 * The start guard, for any POSIX shell. It is plain text without a value from a request, so every cache and every
 * region gets the same bytes; what differs comes as files and as variables.
 */
export const START_GUARD_SCRIPT = [SCRIPT_HEAD, ASKING, CHOOSING, LIVING].join(
  '\n',
);
