import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { Finding, RenderedManifests } from 'backstage-plugin-dragonfly-common';
import { useId, useState } from 'react';
import { DifferenceList } from './DifferenceList';
import { FileBrowser } from './FileBrowser';
import { FindingList } from './FindingList';

const useStyles = makeStyles(theme => ({
  preview: { minWidth: 0, width: '100%' },
  panel: { paddingTop: theme.spacing(1) },
  tab: {
    // The theme's own colour on hover leaves too little contrast in dark mode.
    '&:hover': {
      backgroundColor: theme.palette.action.hover,
      color: 'inherit',
    },
  },
}));

type Chosen = 'files' | 'differences' | 'findings';

interface PreviewTabsProps {
  manifests: RenderedManifests;
  /** Absent while they are still looked for. */
  findings?: Finding[];
  /** Where the policy was read from. */
  source: string;
}

/** Files, differences from the decision record and findings; only what is open is drawn. */
export function PreviewTabs(props: PreviewTabsProps) {
  const { manifests, findings, source } = props;
  const classes = useStyles();
  const id = useId();
  const [chosen, setChosen] = useState<Chosen>('files');
  const tabs: { name: Chosen; label: string }[] = [
    { name: 'files', label: `Files (${manifests.files.length})` },
    {
      name: 'differences',
      label: `Differences from the ADR (${manifests.deviations.length})`,
    },
    { name: 'findings', label: `Findings (${findings?.length ?? '…'})` },
  ];
  return (
    <div className={classes.preview}>
      <Tabs
        value={chosen}
        indicatorColor="primary"
        textColor="primary"
        variant="scrollable"
        aria-label="Preview"
        onChange={(_, name: Chosen) => setChosen(name)}
      >
        {tabs.map(({ name, label }) => (
          <Tab
            key={name}
            className={classes.tab}
            value={name}
            label={label}
            id={`${id}-tab-${name}`}
            aria-controls={`${id}-panel`}
          />
        ))}
      </Tabs>
      <div
        className={classes.panel}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${chosen}`}
      >
        {chosen === 'files' && <FileBrowser files={manifests.files} />}
        {chosen === 'differences' && (
          <DifferenceList differences={manifests.deviations} source={source} />
        )}
        {chosen === 'findings' && findings && (
          <FindingList findings={findings} source={source} />
        )}
      </div>
    </div>
  );
}
