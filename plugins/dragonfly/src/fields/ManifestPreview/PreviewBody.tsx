import FormHelperText from '@material-ui/core/FormHelperText';
import { Finding } from 'backstage-plugin-dragonfly-common';
import { describePreview } from './describePreview';
import { Preview } from './previewOf';
import { PreviewTabs } from './PreviewTabs';

interface PreviewBodyProps {
  preview: Preview;
  /** Absent while they are still looked for. */
  findings?: Finding[];
  /** Where the policy was read from. */
  source: string;
}

/** The files with what is to be known of them, or why there are none. */
export function PreviewBody(props: PreviewBodyProps) {
  const { preview, findings, source } = props;
  switch (preview.kind) {
    case 'rendered':
      return (
        <PreviewTabs
          manifests={preview.manifests}
          findings={findings}
          source={source}
        />
      );
    case 'refused':
      return (
        <div role="alert">
          {preview.errors.map(({ field, message }) => (
            <FormHelperText key={`${field} ${message}`} error>
              {message}
            </FormHelperText>
          ))}
        </div>
      );
    case 'policy-changed':
      return (
        <FormHelperText error role="alert">
          {describePreview(preview)}
        </FormHelperText>
      );
    case 'incomplete':
      return <FormHelperText>{describePreview(preview)}</FormHelperText>;
    default:
      return preview satisfies never;
  }
}
