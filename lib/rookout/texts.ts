/** All texts of one language. */
export interface Texts {
  readonly welcome: string;
  readonly whatIsShown: string;
  readonly howToSet: string;
  readonly metricPoints: string;
  readonly metricPointList: string;
  readonly location: string;
  readonly hits: string;
  readonly cpu: string;
  readonly memory: string;
  readonly instances: string;
  readonly chooseInstances: string;
  readonly metricPointsSummary: string;
  readonly manifest: ManifestTexts;
}

/** The texts of Datadog's page of the integration. */
export interface ManifestTexts {
  readonly title: string;
  readonly description: string;
  readonly sourceTypeName: string;
  readonly captions: readonly [demo: string, debuggerApp: string, session: string];
  /** Whether the manifest has `auto_install` and `source_type_id`. */
  readonly hasSourceType: boolean;
}
