import { useApi } from '@backstage/core-plugin-api';
import { SeriesAnswer, SeriesMetric } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';
import { LiveData } from './types';
import { useLive } from './useLive';

/** A range of the past that ends now. @public */
export interface PastRange {
  /** Length in milliseconds. */
  lengthMs: number;
}

/** Steps of time after which a chart is drawn anew: no pixel moves sooner. */
const POINTS_OF_A_CHART = 200;
const SHORTEST_REFRESH_MS = 5_000;

/**
 * How one cache was until now, drawn anew as often as a chart of that range changes.
 *
 * @public
 */
export function useSeries(
  entityRef: string,
  metrics: readonly SeriesMetric[],
  { lengthMs }: PastRange,
): LiveData<SeriesAnswer> {
  const api = useApi(dragonflyApiRef);
  return useLive({
    api,
    key: ['series', entityRef, metrics, lengthMs],
    fetch: signal => {
      const now = Date.now();
      return api.getSeries(
        {
          entityRef,
          metrics: [...metrics],
          from: new Date(now - lengthMs).toISOString(),
          to: new Date(now).toISOString(),
        },
        { signal },
      );
    },
    intervalMs: Math.max(SHORTEST_REFRESH_MS, lengthMs / POINTS_OF_A_CHART),
  });
}
