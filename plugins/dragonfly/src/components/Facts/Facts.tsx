import { ReactNode } from 'react';
import styles from './Facts.module.css';

interface FactsProps {
  /** Name of the list for assistive technology. */
  label: string;
  facts: { term: string; description: ReactNode }[];
}

/** Terms and what they are, as a definition list. */
export function Facts(props: FactsProps) {
  return (
    <dl className={styles.facts} aria-label={props.label}>
      {props.facts.map(({ term, description }) => (
        <div key={term} className={styles.fact}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.description}>{description}</dd>
        </div>
      ))}
    </dl>
  );
}
