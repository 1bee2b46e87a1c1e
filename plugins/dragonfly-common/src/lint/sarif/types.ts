/** How bad a result is, in the words of SARIF. @public */
export type SarifLevel = 'error' | 'warning' | 'note';

/** A file, relative to the root of what was looked at, or absolute. @public */
export interface SarifArtifactLocation {
  uri: string;
  uriBaseId?: string;
}

/** A place in a file, and the object there. @public */
export interface SarifLocation {
  physicalLocation: {
    artifactLocation: SarifArtifactLocation;
    region?: { startLine: number };
  };
  logicalLocations?: { fullyQualifiedName: string; kind: string }[];
}

/** One rule of the tool. @public */
export interface SarifRule {
  id: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string; markdown: string };
  defaultConfiguration: { level: SarifLevel };
}

/** One finding. @public */
export interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: SarifLevel;
  message: { text: string };
  locations: SarifLocation[];
  partialFingerprints: Record<string, string>;
}

/** One run of the tool. @public */
export interface SarifRun {
  tool: {
    driver: { name: string; semanticVersion: string; rules: SarifRule[] };
  };
  columnKind: 'utf16CodeUnits';
  invocations: {
    executionSuccessful: boolean;
    toolExecutionNotifications: {
      level: SarifLevel;
      message: { text: string };
      locations: SarifLocation[];
    }[];
  }[];
  results: SarifResult[];
}

/** The part of SARIF 2.1.0 that is written. @public */
export interface SarifLog {
  $schema: string;
  version: '2.1.0';
  runs: SarifRun[];
}
