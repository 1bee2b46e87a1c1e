import { AlertName } from '../../monitoring/alerts/types';
import { copyAdvice } from './copyAdvice';
import { primaryAdvice } from './primaryAdvice';
import { serverAdvice } from './serverAdvice';
import { AlertAdvice } from './types';

/** Advice for every alert there is; an alert without one does not compile. */
export const alertAdvice: Record<AlertName, AlertAdvice> = {
  ...serverAdvice,
  ...copyAdvice,
  ...primaryAdvice,
};
