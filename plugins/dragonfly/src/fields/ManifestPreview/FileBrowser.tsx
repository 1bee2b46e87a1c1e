import { makeStyles } from '@material-ui/core/styles';
import { ManifestFile } from 'backstage-plugin-dragonfly-common';
import { useId, useState } from 'react';
import { FileContent } from './FileContent';
import { FileList } from './FileList';

const useStyles = makeStyles(theme => ({
  browser: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) },
}));

/** Says what the other files are, so it is read first. */
const FIRST_FILE = 'README.md';

interface FileBrowserProps {
  /** At least one. */
  files: ManifestFile[];
}

/** Every file of a cache, one of them open. */
export function FileBrowser(props: FileBrowserProps) {
  const { files } = props;
  const classes = useStyles();
  const id = useId();
  const [path, setPath] = useState(FIRST_FILE);
  // Another answer can remove the file that was open.
  const open = files.find(file => file.path === path) ?? files[0];
  return (
    <div className={classes.browser}>
      <FileList
        id={id}
        paths={files.map(file => file.path)}
        selected={open.path}
        onSelect={setPath}
      />
      <FileContent id={id} file={open} />
    </div>
  );
}
