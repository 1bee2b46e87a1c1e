import { Text, VisuallyHidden } from '@backstage/ui';
import {
  Series,
  SeriesAnswer,
  SeriesMetric,
  seriesMetrics,
} from 'backstage-plugin-dragonfly-common';
import { useId } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { chartRows } from './chartRows';
import { describeSeries } from './describeSeries';
import { describeValue } from './describeValue';

const HEIGHT = 180;
const AXIS_WIDTH = 96;

/** Told apart by dashes as well as by colour. */
const STYLES = [
  { stroke: 'var(--bui-fg-info, #1f6feb)', strokeDasharray: undefined },
  { stroke: 'var(--bui-fg-warning, #b35900)', strokeDasharray: '6 3' },
  { stroke: 'var(--bui-fg-success, #1a7f37)', strokeDasharray: '2 3' },
  { stroke: 'var(--bui-fg-primary, #555555)', strokeDasharray: '8 3 2 3' },
];

interface SeriesChartProps {
  metric: SeriesMetric;
  answer: SeriesAnswer;
}

function timeOf(at: number, answer: SeriesAnswer): string {
  const date = new Date(at);
  return answer.resolution === 'hour'
    ? date.toLocaleString()
    : date.toLocaleTimeString();
}

/** One metric of a cache over time: a line for each region, a band for its extremes, gaps where nothing was known. */
export function SeriesChart(props: SeriesChartProps) {
  const { metric, answer } = props;
  const titleId = useId();
  const series = answer.series.filter(one => one.metric === metric);
  const known = series.filter(({ points }) => points.length > 0);
  return (
    <figure aria-labelledby={titleId} style={{ margin: 0 }}>
      <Text as="h3" id={titleId} variant="body-medium" weight="bold">
        {seriesMetrics[metric].title}
      </Text>
      <VisuallyHidden>
        {series.map(one => (
          <p key={one.region ?? ''}>{describeSeries(one)}</p>
        ))}
      </VisuallyHidden>
      {known.length > 0 ? (
        <div aria-hidden>
          <Plot series={known} answer={answer} />
        </div>
      ) : (
        <Text as="p" variant="body-small">
          Nothing known in this range.
        </Text>
      )}
    </figure>
  );
}

function Plot(props: { series: Series[]; answer: SeriesAnswer }) {
  const { series, answer } = props;
  const [{ unit, metric }] = series;
  const { rows, lines } = chartRows(series);
  const exposed =
    metric === 'lag' || metric === 'exposure' ? answer.everythingExposed : [];
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      {/* The sentences above say what it shows; nothing in it takes the focus. */}
      <ComposedChart data={rows} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--bui-border-1, #8884)" vertical={false} />
        <XAxis
          dataKey="at"
          type="number"
          domain={[Date.parse(answer.from), Date.parse(answer.to)]}
          tickFormatter={at => timeOf(at, answer)}
          stroke="var(--bui-fg-secondary, #777)"
        />
        <YAxis
          width={AXIS_WIDTH}
          domain={unit === 'share' ? [0, 1] : undefined}
          tickFormatter={value => describeValue(unit, value)}
          stroke="var(--bui-fg-secondary, #777)"
        />
        <Tooltip
          labelFormatter={at => new Date(Number(at)).toLocaleString()}
          formatter={value =>
            Array.isArray(value)
              ? value.map(end => describeValue(unit, Number(end))).join(' to ')
              : describeValue(unit, Number(value))
          }
          contentStyle={{
            background: 'var(--bui-bg-app, #fff)',
            color: 'var(--bui-fg-primary, #000)',
          }}
        />
        <Legend />
        {exposed.map(({ from, to }) => (
          <ReferenceArea
            key={from}
            x1={Date.parse(from)}
            x2={Date.parse(to)}
            fill="var(--bui-bg-danger, #cf222e33)"
            ifOverflow="hidden"
          />
        ))}
        {lines.flatMap(line => {
          const { mean, band, isFirst, isPoint } = line;
          const style = STYLES[series.indexOf(line.series) % STYLES.length];
          const name = line.series.region ?? 'cache';
          return [
            <Area
              key={band}
              dataKey={band}
              name={`${name}, extremes`}
              stroke="none"
              fill={style.stroke}
              fillOpacity={0.15}
              legendType="none"
              isAnimationActive={false}
              connectNulls
            />,
            <Line
              key={mean}
              dataKey={mean}
              name={name}
              {...style}
              strokeWidth={2}
              legendType={isFirst ? 'line' : 'none'}
              dot={isPoint}
              isAnimationActive={false}
              connectNulls
            />,
          ];
        })}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
