import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { formatMemory, Sizing } from 'backstage-plugin-dragonfly-common';
import { SizingSteps } from './SizingSteps';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gap: theme.spacing(0.5, 2),
    gridTemplateColumns: 'max-content 1fr',
    margin: theme.spacing(1, 0),
    '& dd': { margin: 0 },
  },
}));

/** The figures of a sizing, by name. */
function factsOf(sizing: Sizing): [name: string, value: string][] {
  const { memoryBytes, threads, podMemoryBytes, podCpu, backlog } = sizing;
  return [
    ['Memory', formatMemory(memoryBytes)],
    ['Threads', String(threads)],
    [
      'Pod',
      `${formatMemory(podMemoryBytes)} of memory, requested and at most; ${podCpu} CPU requested`,
    ],
    ...backlog.map(({ flag, value, seconds }): [string, string] => [
      'Backlog',
      `--${flag}=${value}, which covers a cut of ${seconds} s`,
    ]),
    ...(backlog.length > 0
      ? ([
          [
            'Timeouts',
            `replication after ${sizing.replicationTimeoutMs} ms, acknowledgements every ${sizing.acksIntervalMs} ms`,
          ],
        ] satisfies [string, string][])
      : []),
  ];
}

interface SizingResultViewProps {
  sizing: Sizing;
}

/** What a cache needs, and how that was computed. */
export function SizingResultView(props: SizingResultViewProps) {
  const { sizing } = props;
  const classes = useStyles();
  return (
    <>
      <dl className={classes.facts}>
        {factsOf(sizing).map(([name, value]) => (
          <div key={`${name} ${value}`} style={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {name}
            </Typography>
            <Typography component="dd" variant="body2">
              {value}
            </Typography>
          </div>
        ))}
      </dl>
      <SizingSteps steps={sizing.steps} />
    </>
  );
}
