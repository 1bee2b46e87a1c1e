import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Finding, FindingSeverity } from 'backstage-plugin-dragonfly-common';
import { AdrLine } from '../AdrLine';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(3) },
  finding: { marginTop: theme.spacing(1.5), overflowWrap: 'anywhere' },
}));

const severityWords = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
} satisfies Record<FindingSeverity, string>;

interface FindingListProps {
  findings: Finding[];
  /** Where the policy was read from. */
  source: string;
}

/** What the checks of the generated files found. */
export function FindingList(props: FindingListProps) {
  const { findings, source } = props;
  const classes = useStyles();
  if (!findings.length) {
    return (
      <Typography variant="body2">
        The checks of the files found nothing.
      </Typography>
    );
  }
  return (
    <ul className={classes.list}>
      {findings.map(finding => {
        const { rule, severity, path, line, object, adrLine } = finding;
        return (
          <li
            key={`${rule} ${path} ${line} ${object}`}
            className={classes.finding}
          >
            <Typography variant="subtitle2" component="h4">
              {`${severityWords[severity]}: ${finding.message}`}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {`${path}, line ${line}${object ? `, ${object}` : ''} · ${rule} `}
              {adrLine !== undefined && (
                <AdrLine line={adrLine} source={source} />
              )}
            </Typography>
            <Typography variant="body2">
              {`${finding.why} ${finding.fix}`}
            </Typography>
          </li>
        );
      })}
    </ul>
  );
}
