import { JsonObject } from '@backstage/types';
import Typography from '@material-ui/core/Typography';
import {
  PolicyDocument,
  WizardParameters,
} from 'backstage-plugin-dragonfly-common';
import { useEffect } from 'react';
import { Draft } from '../chosenUseCase';
import { PreviewValue } from '../types';
import { describePreview } from './describePreview';
import { PreviewBody } from './PreviewBody';
import { reviewOf } from './reviewOf';
import { usePreview } from './usePreview';

interface FullPreviewProps {
  form: JsonObject;
  document: PolicyDocument;
  parameters?: Partial<WizardParameters>;
  value: Draft<PreviewValue>;
  onChange: (value: Partial<PreviewValue>) => void;
}

/** The whole preview; it also keeps in the form what the review page says of it. */
export function FullPreview(props: FullPreviewProps) {
  const { form, document, parameters, value, onChange } = props;
  const { preview, findings } = usePreview(form, document, parameters);
  const review = reviewOf(preview, findings, document) ?? {};
  const isKept = JSON.stringify(value) === JSON.stringify(review);
  // What is kept is part of the form, of which the preview is made anew: keeping unfinished checks would never end.
  const isFinal = findings !== undefined;
  useEffect(() => {
    if (isFinal && !isKept) {
      onChange(review);
    }
  });
  return (
    <>
      <Typography variant="subtitle1" component="p" role="status">
        {describePreview(preview, findings)}
      </Typography>
      <PreviewBody
        preview={preview}
        findings={findings}
        source={document.source}
      />
    </>
  );
}
