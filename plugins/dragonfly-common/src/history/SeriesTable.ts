import { seriesMetrics } from './metrics';
import { SeriesColumn, SeriesGrid } from './SeriesColumn';
import { CacheSample, SeriesAnswer, SeriesMetric } from './types';

/**
 * Series of one cache while they are put together: numbers in columns. A week of three metrics is a thousand points; as
 * objects they would outlive every quick collection of garbage, and the slow ones hold up everybody.
 *
 * @public
 */
export class SeriesTable {
  readonly #grid: SeriesGrid;
  readonly #metrics: readonly SeriesMetric[];
  readonly #columns = new Map<string, SeriesColumn>();
  readonly #regions = new Set<string>();
  readonly #exposed: Uint8Array;
  readonly #stepMs: number;

  /**
   * With a step for each multiple of `stepMs` that touches a range.
   *
   * @param range - Unix milliseconds; `to` is not part of it
   */
  static ofSteps(
    range: { from: number; to: number },
    stepMs: number,
    metrics: readonly SeriesMetric[],
  ): SeriesTable {
    const first = Math.floor(range.from / stepMs);
    const steps = Math.max(0, Math.ceil(range.to / stepMs) - first);
    const starts = Float64Array.from(
      { length: steps },
      (_, step) => (first + step) * stepMs,
    );
    const stepOf = (at: number) => {
      const step = Math.floor(at / stepMs) - first;
      return step < steps ? Math.max(-1, step) : -1;
    };
    return new SeriesTable({ starts, stepOf }, stepMs, metrics);
  }

  /**
   * With a step for each of some moments.
   *
   * @param moments - Unix milliseconds
   * @param stepMs - what a moment stands for where something lasts
   */
  static ofMoments(
    moments: Iterable<number>,
    stepMs: number,
    metrics: readonly SeriesMetric[],
  ): SeriesTable {
    const starts = Float64Array.from(new Set(moments)).sort();
    const steps = new Map<number, number>();
    starts.forEach((at, step) => steps.set(at, step));
    const stepOf = (at: number) => steps.get(at) ?? -1;
    return new SeriesTable({ starts, stepOf }, stepMs, metrics);
  }

  private constructor(
    grid: SeriesGrid,
    stepMs: number,
    metrics: readonly SeriesMetric[],
  ) {
    this.#grid = grid;
    this.#stepMs = stepMs;
    this.#metrics = metrics;
    this.#exposed = new Uint8Array(grid.starts.length);
  }

  /** Where its steps begin, Unix milliseconds. */
  get starts(): Float64Array {
    return this.#grid.starts;
  }

  /** Whether a metric was asked for. */
  has(metric: SeriesMetric): boolean {
    return this.#metrics.includes(metric);
  }

  /** The column of a metric that was asked for. */
  column(metric: SeriesMetric, region?: string): SeriesColumn {
    const key = region === undefined ? metric : `${metric} ${region}`;
    const column =
      this.#columns.get(key) ?? new SeriesColumn(this.#grid, metric, region);
    this.#columns.set(key, column);
    return column;
  }

  /** There is a node in a region, also if nothing is known of it. */
  addRegion(region: string): void {
    this.#regions.add(region);
  }

  /** There were samples at a moment in which everything was exposed. */
  expose(at: number): void {
    const step = this.#grid.stepOf(at);
    if (step >= 0) this.#exposed[step] = 1;
  }

  addSample(sample: CacheSample): void {
    const { at, nodes, exposure } = sample;
    for (const metric of this.#metrics) {
      const { ofCache, ofNode } = seriesMetrics[metric];
      if (ofCache) addValue(this.column(metric), at, ofCache(sample));
      for (const node of ofNode ? nodes : []) {
        addValue(this.column(metric, node.region), at, ofNode?.(node));
      }
    }
    nodes.forEach(({ region }) => this.addRegion(region));
    if (exposure?.kind === 'everything') this.expose(at);
  }

  /** One column for each metric of the cache, and one for each region of those of nodes; in the order they were asked for. */
  columns(): SeriesColumn[] {
    const regions = [...this.#regions].sort();
    return this.#metrics.flatMap(metric =>
      (seriesMetrics[metric].ofCache ? [undefined] : regions).map(region =>
        this.column(metric, region),
      ),
    );
  }

  /** Spans in which any sample said that everything was exposed; steps that touch are one span. */
  everythingExposed(): SeriesAnswer['everythingExposed'] {
    const spans: { from: number; to: number }[] = [];
    this.starts.forEach((from, step) => {
      if (this.#exposed[step] === 0) return;
      const last = spans.at(-1);
      const to = from + this.#stepMs;
      if (last && from <= last.to) last.to = to;
      else spans.push({ from, to });
    });
    return spans.map(({ from, to }) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
    }));
  }
}

function addValue(
  column: SeriesColumn,
  at: number,
  value: number | undefined,
): void {
  if (value !== undefined) column.add(at, value, value, value, 1);
}
