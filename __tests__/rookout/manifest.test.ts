import { LOCALES } from '../../lib/rookout/locales';
import { APP_ID, APP_UUID, CUSTOM_WIDGET_KEY, manifestIn } from '../../lib/rookout/manifest';

/** The front matter of the French page of the integration. */
const FRENCH = {
  app_id: 'rookout',
  app_uuid: 'a82a4f89-0690-48cf-bad0-9603fb652f44',
  assets: {
    dashboards: { rookout_overview: 'assets/dashboards/rookout_overview.json' },
    integration: {
      configuration: {},
      events: { creates_events: false },
      metrics: { check: '', metadata_path: 'metadata.csv', prefix: 'rookout.' },
      service_checks: { metadata_path: 'assets/service_checks.json' },
      source_type_name: 'Rookout pour Datadog',
    },
  },
  author: {
    homepage: 'https://rookout.com',
    name: 'Rookout',
    support_email: 'support@rookout.com',
  },
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
  integration_title: 'Debugging en temps réel Rookout',
  integration_version: '',
  is_public: true,
  kind: 'integration',
  manifest_version: '2.0.0',
  name: 'rookout',
  oauth: {},
  public_title: 'Debugging en temps réel Rookout',
  short_description: 'Utilisez Rookout pour recueillir des métriques depuis votre code exécuté en production',
  supported_os: ['linux', 'mac os', 'windows'],
  tile: {
    configuration: 'README.md#Setup',
    description: 'Utilisez Rookout pour recueillir des métriques depuis votre code exécuté en production',
    media: [
      {
        caption: "Démonstration de l'intégration Datadog/Rookout",
        image_url: 'images/video_thumbnail.png',
        media_type: 'video',
        vimeo_id: 642104223,
      },
      {
        caption: 'Outil de debugging Rookout',
        image_url: 'images/app1.png',
        media_type: 'image',
      },
      {
        caption: "Configuration d'une session de debugging Rookout",
        image_url: 'images/app2.png',
        media_type: 'image',
      },
    ],
    overview: 'README.md#Overview',
    support: 'README.md#Support',
    title: 'Debugging en temps réel Rookout',
  },
};

const TITLES = ['integration_title', 'public_title', 'title'];
const WORDS = [...TITLES, 'short_description', 'description', 'source_type_name', 'caption'];
const LEFT_OUT_IN_FRENCH = ['auto_install', 'source_type_id'];

function withoutWords(manifest: object): object {
  const replacer = (key: string, value: unknown) => {
    if (LEFT_OUT_IN_FRENCH.includes(key)) return undefined;
    return WORDS.includes(key) ? 'words' : value;
  };
  return JSON.parse(JSON.stringify(manifest, replacer));
}

describe('the manifest', () => {
  it('is in French, whole, what Datadog’s page says', () => {
    expect(manifestIn('fr')).toStrictEqual(FRENCH);
  });

  it('has in English the title and the description of the English page', () => {
    const manifest = manifestIn('en');
    const title = 'Rookout Live Debugging';
    const description = 'Collect metrics from your code running in production using Rookout';
    expect(manifest).toMatchObject({ integration_title: title, public_title: title, tile: { title } });
    expect(manifest).toMatchObject({ short_description: description, tile: { description } });
  });

  it('has in Spanish and Japanese the titles of those pages', () => {
    expect(manifestIn('es').tile.title).toBe('Depuración en directo de Rookout');
    expect(manifestIn('ja').tile.title).toBe('Rookout ライブデバッグ');
  });

  it('has the source type and the automatic installation in all languages but French, as its page', () => {
    for (const locale of LOCALES.filter((other) => other !== 'fr')) {
      const { integration } = manifestIn(locale).assets;
      expect(integration).toMatchObject({ auto_install: true, source_type_id: 10020 });
    }
    expect(manifestIn('fr').assets.integration).not.toHaveProperty('auto_install');
    expect(manifestIn('fr').assets.integration).not.toHaveProperty('source_type_id');
  });

  it.each(LOCALES)('differs in %s from the French one in words and those two fields alone', (locale) => {
    expect(withoutWords(manifestIn(locale))).toEqual(withoutWords(FRENCH));
  });

  it.each(LOCALES)('says the same in %s wherever it gives title and description', (locale) => {
    const { integration_title, public_title, short_description, tile } = manifestIn(locale);
    expect([integration_title, public_title]).toEqual([tile.title, tile.title]);
    expect(short_description).toBe(tile.description);
  });

  it('goes by the ids that the custom widget refers to', () => {
    expect([APP_ID, APP_UUID, CUSTOM_WIDGET_KEY]).toEqual([
      'rookout',
      'a82a4f89-0690-48cf-bad0-9603fb652f44',
      'Rookout',
    ]);
  });

  it('is a new object each time, so that nobody changes another’s', () => {
    expect(manifestIn('en')).not.toBe(manifestIn('en'));
    expect(manifestIn('en').tile.media).not.toBe(manifestIn('en').tile.media);
  });
});
