import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ManifestFile } from 'backstage-plugin-dragonfly-common';
import { useMemo } from 'react';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  file: {
    display: 'flex',
    flex: '1 1 400px',
    flexDirection: 'column',
    minWidth: 0,
  },
  head: {
    alignItems: 'center',
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 1),
  },
  lines: {
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
    color: theme.palette.text.primary,
    display: 'flex',
    flexGrow: 1,
    fontSize: theme.typography.body2.fontSize,
    height: 440,
    lineHeight: 1.5,
    overflow: 'auto',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  numbers: {
    color: theme.palette.text.secondary,
    margin: 0,
    padding: theme.spacing(1),
    textAlign: 'right',
    userSelect: 'none',
  },
  text: { margin: 0, padding: theme.spacing(1), paddingLeft: 0 },
}));

interface FileContentProps {
  /** Id of the tab panel; that of the file's tab is `<id>-<path>`. */
  id: string;
  file: ManifestFile;
}

/** One file with line numbers. Two texts, not one element per line: it is drawn anew at each key press. */
export function FileContent(props: FileContentProps) {
  const { id, file } = props;
  const { path, content } = file;
  const classes = useStyles();
  const text = content.replace(/\n$/, '');
  const count = text.split('\n').length;
  const numbers = useMemo(
    () => Array.from({ length: count }, (_, index) => index + 1).join('\n'),
    [count],
  );
  return (
    <div className={classes.file}>
      <div className={classes.head}>
        <Typography variant="subtitle2">{path}</Typography>
        <CopyButton text={content} what={path} />
      </div>
      <div
        className={classes.lines}
        role="tabpanel"
        id={id}
        aria-labelledby={`${id}-${path}`}
        // Focusable, so that the keyboard can scroll it.
        tabIndex={0}
      >
        <pre className={classes.numbers} aria-hidden>
          {numbers}
        </pre>
        <pre className={classes.text}>{text}</pre>
      </div>
    </div>
  );
}
