import { NodeDeclaration } from '../../../inventory/types';
import { ReasonCode } from '../../reasons';
import { Lag, Verdict } from '../../types';

/** What is expected at one moment of a recording. */
export interface Phase {
  /** On the recording's clock. */
  atMs: number;
  situation: string;
  verdict: Verdict;
  reasons: ReasonCode[];
  /** Kind of the lag of the node that is, was or should be the replica; region2 unless another is named. */
  lag?: { region?: string; kind: Lag['kind']; because?: string };
  exposure?: string;
}

/** One recording, how it is polled, and what must be said of it when. */
export interface Scenario {
  recording: string;
  /** What the recording does not contain, and what follows for the expectations. */
  notRecorded?: string;
  regions?: Record<string, string>;
  nodes?: NodeDeclaration[];
  startMs: number;
  intervalMs?: number;
  phases: Phase[];
}
