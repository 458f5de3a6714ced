import { Locale, textsIn } from './locales';

/** The integration's own id at Datadog. */
export const APP_ID = 'rookout';
/** Datadog's UUID of the integration. The integration's custom widget uses it. */
export const APP_UUID = 'a82a4f89-0690-48cf-bad0-9603fb652f44';
/** The key of the integration's custom widget. */
export const CUSTOM_WIDGET_KEY = 'Rookout';

/** The metric that Rookout's metric points report under, tagged with the `location` in the code. */
export const METRIC = 'rookout';

/** Datadog's manifest of the integration, version 2.0.0, with the field names of the manifest. */
export interface Manifest {
  readonly app_id: string;
  readonly app_uuid: string;
  readonly assets: {
    readonly dashboards: Readonly<Record<string, string>>;
    readonly integration: {
      readonly auto_install?: boolean;
      readonly configuration: Readonly<Record<string, never>>;
      readonly events: { readonly creates_events: boolean };
      readonly metrics: { readonly check: string; readonly metadata_path: string; readonly prefix: string };
      readonly service_checks: { readonly metadata_path: string };
      readonly source_type_id?: number;
      readonly source_type_name: string;
    };
  };
  readonly author: { readonly homepage: string; readonly name: string; readonly support_email: string };
  readonly categories: readonly string[];
  readonly classifier_tags: readonly string[];
  readonly dependencies: readonly string[];
  readonly display_on_public_website: boolean;
  readonly draft: boolean;
  readonly git_integration_title: string;
  readonly integration_id: string;
  readonly integration_title: string;
  readonly integration_version: string;
  readonly is_public: boolean;
  readonly kind: string;
  readonly manifest_version: string;
  readonly name: string;
  readonly oauth: Readonly<Record<string, never>>;
  readonly public_title: string;
  readonly short_description: string;
  readonly supported_os: readonly string[];
  readonly tile: {
    readonly configuration: string;
    readonly description: string;
    readonly media: readonly ManifestMedia[];
    readonly overview: string;
    readonly support: string;
    readonly title: string;
  };
}

export interface ManifestMedia {
  readonly caption: string;
  readonly image_url: string;
  readonly media_type: string;
  readonly vimeo_id?: number;
}

const SOURCE_TYPE = { auto_install: true, source_type_id: 10020 };

/**
 * The manifest of the Rookout integration, from Datadog's page in that language.
 *
 * Source: the front matter of https://docs.datadoghq.com/integrations/rookout/ and of its page in each
 * language.
 */
export function manifestIn(locale: Locale): Manifest {
  const { title, description, sourceTypeName, captions, hasSourceType } = textsIn(locale).manifest;
  return {
    app_id: APP_ID,
    app_uuid: APP_UUID,
    assets: {
      dashboards: { rookout_overview: 'assets/dashboards/rookout_overview.json' },
      integration: {
        ...(hasSourceType ? SOURCE_TYPE : {}),
        configuration: {},
        events: { creates_events: false },
        metrics: { check: '', metadata_path: 'metadata.csv', prefix: 'rookout.' },
        service_checks: { metadata_path: 'assets/service_checks.json' },
        source_type_name: sourceTypeName,
      },
    },
    author: { homepage: 'https://rookout.com', name: 'Rookout', support_email: 'support@rookout.com' },
    categories: [],
    classifier_tags: [
      'Supported OS::Linux',
      'Supported OS::Mac OS',
      'Supported OS::Windows',
      'Offering::UI Extension',
    ],
    dependencies: ['https://github.com/DataDog/integrations-extras/blob/master/rookout/README.md'],
    display_on_public_website: true,
    draft: false,
    git_integration_title: 'rookout',
    integration_id: 'rookout',
    integration_title: title,
    integration_version: '',
    is_public: true,
    kind: 'integration',
    manifest_version: '2.0.0',
    name: 'rookout',
    oauth: {},
    public_title: title,
    short_description: description,
    supported_os: ['linux', 'mac os', 'windows'],
    tile: {
      configuration: 'README.md#Setup',
      description,
      media: [
        {
          caption: captions[0],
          image_url: 'images/video_thumbnail.png',
          media_type: 'video',
          vimeo_id: 642104223,
        },
        { caption: captions[1], image_url: 'images/app1.png', media_type: 'image' },
        { caption: captions[2], image_url: 'images/app2.png', media_type: 'image' },
      ],
      overview: 'README.md#Overview',
      support: 'README.md#Support',
      title,
    },
  };
}
