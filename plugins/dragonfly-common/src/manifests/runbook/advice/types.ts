import { Actor } from '../../../replication/reasons';
import { AlertName } from '../../monitoring/alerts/types';
import { ResolvedCache } from '../../resolvedCache';

/** What to do about one alert. */
export interface AlertAdvice {
  actor: Actor;
  /** What can be behind it, the likely first. */
  causes: string[];
  /** What to look at; `$region` is the region of the alert. */
  commands: (cache: ResolvedCache) => string[];
  /** What to do, in order. */
  actions: string[];
}

/** Advice by alert. */
export type AdviceBook = Partial<Record<AlertName, AlertAdvice>>;
