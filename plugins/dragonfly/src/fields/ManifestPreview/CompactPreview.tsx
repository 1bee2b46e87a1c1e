import { JsonObject } from '@backstage/types';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  PolicyDocument,
  WizardParameters,
} from 'backstage-plugin-dragonfly-common';
import { useId, useState } from 'react';
import { describePreview } from './describePreview';
import { PreviewBody } from './PreviewBody';
import { usePreview } from './usePreview';

const useStyles = makeStyles(theme => ({
  preview: { padding: theme.spacing(1, 2) },
  head: { alignItems: 'center', display: 'flex', gap: theme.spacing(2) },
  line: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  button: { flexShrink: 0 },
}));

interface CompactPreviewProps {
  form: JsonObject;
  document: PolicyDocument;
  parameters?: Partial<WizardParameters>;
}

/** The preview in one line that opens, to stand below other fields. */
export function CompactPreview(props: CompactPreviewProps) {
  const { form, document, parameters } = props;
  const { preview, findings } = usePreview(form, document, parameters);
  const classes = useStyles();
  const bodyId = useId();
  const [isOpen, setOpen] = useState(false);
  const canOpen = preview.kind !== 'incomplete';
  return (
    <Paper variant="outlined" className={classes.preview}>
      <div className={classes.head}>
        <Typography variant="body2" role="status" className={classes.line}>
          {describePreview(preview, findings)}
        </Typography>
        <Button
          size="small"
          className={classes.button}
          disabled={!canOpen}
          aria-expanded={canOpen && isOpen}
          aria-controls={bodyId}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Hide preview' : 'Show preview'}
        </Button>
      </div>
      <div id={bodyId}>
        {canOpen && isOpen && (
          <PreviewBody
            preview={preview}
            findings={findings}
            source={document.source}
          />
        )}
      </div>
    </Paper>
  );
}
