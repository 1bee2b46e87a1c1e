import Link from '@material-ui/core/Link';
import { linkToLine } from './linkToLine';

interface AdrLineProps {
  /** One-based line of the decision record. */
  line: number;
  /** Where it was read from: an address, or the path of the copy that comes with the portal. */
  source: string;
}

/** Names a line of the decision record, and leads there when its address is known. */
export function AdrLine(props: AdrLineProps) {
  const { line, source } = props;
  const href = linkToLine(source, line);
  const words = `from ADR line ${line}`;
  return href ? (
    // In a tab of its own: the form that this stands in would be lost.
    <Link href={href} target="_blank" rel="noopener" underline="always">
      {words}
    </Link>
  ) : (
    <>{words}</>
  );
}
