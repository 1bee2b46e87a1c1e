import { makeStyles } from '@material-ui/core/styles';
import { KeyboardEvent, memo, useRef } from 'react';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flex: '0 0 300px',
    flexDirection: 'column',
    maxHeight: 480,
    overflow: 'auto',
    [theme.breakpoints.down('sm')]: { flexBasis: '100%', maxHeight: 160 },
  },
  file: {
    background: 'none',
    border: 'none',
    color: theme.palette.text.primary,
    cursor: 'pointer',
    flexShrink: 0,
    font: 'inherit',
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
    padding: theme.spacing(0.5, 1.5),
    textAlign: 'left',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&[aria-selected=true]': {
      backgroundColor: theme.palette.action.selected,
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
}));

interface FileListProps {
  paths: string[];
  selected: string;
  /** Id of what shows the file; that of a file's tab is `<id>-<path>`. */
  id: string;
  onSelect: (path: string) => void;
}

/** Where a key leads among the files; absent for other keys. */
function indexAfter(
  key: string,
  from: number,
  last: number,
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, last);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

function Files(props: FileListProps) {
  const { paths, selected, id, onSelect } = props;
  const classes = useStyles();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const target = indexAfter(
      event.key,
      paths.indexOf(selected),
      paths.length - 1,
    );
    if (target !== undefined) {
      event.preventDefault();
      onSelect(paths[target]);
      list.current?.querySelectorAll('button').item(target).focus();
    }
  }

  return (
    <div
      ref={list}
      className={classes.list}
      role="tablist"
      aria-label="Files"
      aria-orientation="vertical"
    >
      {paths.map(path => (
        <button
          key={path}
          type="button"
          role="tab"
          id={`${id}-${path}`}
          className={classes.file}
          aria-controls={id}
          aria-selected={path === selected}
          tabIndex={path === selected ? 0 : -1}
          onClick={() => onSelect(path)}
          onKeyDown={onKeyDown}
        >
          {path}
        </button>
      ))}
    </div>
  );
}

/** The files of a cache, one of them chosen; drawn anew only when files come or go. */
export const FileList = memo(
  Files,
  (before, after) =>
    before.selected === after.selected &&
    before.id === after.id &&
    before.onSelect === after.onSelect &&
    before.paths.join('\n') === after.paths.join('\n'),
);
