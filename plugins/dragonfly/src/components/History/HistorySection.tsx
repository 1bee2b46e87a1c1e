import { Alert, Flex, Select } from '@backstage/ui';
import {
  CacheDeclaration,
  SeriesMetric,
} from 'backstage-plugin-dragonfly-common';
import { useState } from 'react';
import { useSeries } from '../../hooks';
import { LiveBoundary } from '../LiveBoundary';
import { Section } from '../Section';
import { isRangeId, lengthOf, RangeId, RANGES } from './ranges';
import { SeriesChart } from './SeriesChart';

const OF_EVERY_CACHE: SeriesMetric[] = [
  'memory',
  'hit-ratio',
  'evictions',
  'commands',
  'probe-latency',
];

function metricsOf({ topology }: CacheDeclaration): SeriesMetric[] {
  return topology === 'replicated'
    ? ['lag', 'exposure', ...OF_EVERY_CACHE]
    : OF_EVERY_CACHE;
}

/** How a cache was over time, in a range of the reader's choice. */
export function HistorySection(props: { cache: CacheDeclaration }) {
  const { cache } = props;
  const [range, setRange] = useState<RangeId>('15m');
  const metrics = metricsOf(cache);
  const live = useSeries(cache.entityRef, metrics, {
    lengthMs: lengthOf(range),
  });
  return (
    <Section title="History">
      <Flex direction="column" gap="4">
        <Select
          label="Range"
          options={RANGES.map(({ id, title }) => ({ value: id, label: title }))}
          value={range}
          onChange={choice => {
            if (isRangeId(choice)) setRange(choice);
          }}
        />
        <LiveBoundary
          live={live}
          subject="the history of this cache"
          entityRef={cache.entityRef}
        >
          {answer => (
            <Flex direction="column" gap="4">
              {answer.problem && (
                <Alert status="warning" icon title={answer.problem} />
              )}
              {metrics.map(metric => (
                <SeriesChart key={metric} metric={metric} answer={answer} />
              ))}
            </Flex>
          )}
        </LiveBoundary>
      </Flex>
    </Section>
  );
}
