import Button from '@material-ui/core/Button';
import { useEffect, useState } from 'react';

/** How long the button says what became of the copy. */
const OUTCOME_MS = 2_000;

interface CopyButtonProps {
  text: string;
  /** What is copied, for screen readers. */
  what: string;
}

/** Copies a text to the clipboard. */
export function CopyButton(props: CopyButtonProps) {
  const { text, what } = props;
  const [outcome, setOutcome] = useState<string>();
  useEffect(() => {
    if (outcome === undefined) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), OUTCOME_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('Copied');
    } catch {
      setOutcome('Could not copy');
    }
  }

  return (
    <>
      <Button size="small" aria-label={`Copy ${what}`} onClick={copy}>
        {outcome ?? 'Copy'}
      </Button>
      <span role="status" style={{ position: 'absolute', left: -10_000 }}>
        {outcome}
      </span>
    </>
  );
}
