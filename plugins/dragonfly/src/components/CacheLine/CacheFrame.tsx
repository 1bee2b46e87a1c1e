import { ReactNode } from 'react';
import styles from './CacheLine.module.css';

interface CacheFrameProps {
  name: string;
  heading: ReactNode;
  children: ReactNode;
}

/** What the lines of all caches of a card have in common, whether their state is known or not. */
export function CacheFrame(props: CacheFrameProps) {
  return (
    <section className={styles.cache} aria-label={`Cache ${props.name}`}>
      <div className={styles.heading}>{props.heading}</div>
      {props.children}
    </section>
  );
}
