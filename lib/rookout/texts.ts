import { Locale } from './locale';

/** The sentences that a person reads on the dashboard and in the app. */
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
}

const TEXTS: Record<Locale, Texts> = {
  en: {
    welcome: 'Rookout on your Datadog dashboards',
    whatIsShown: 'The widgets below show every metric point that is set in Rookout.',
    howToSet: 'To add one, set a breakpoint in Rookout and choose “Datadog” as its target.',
    metricPoints: 'Values of Rookout metric points',
    metricPointList: 'Rookout metric points',
    location: 'Location',
    hits: 'Hits',
    cpu: 'CPU',
    memory: 'Memory',
    instances: 'Instances',
    chooseInstances: 'Choose the instances to debug',
    metricPointsSummary: 'Locations in code that send metrics from Rookout to Datadog',
  },
  fr: {
    welcome: 'Rookout dans vos dashboards Datadog',
    whatIsShown: 'Les widgets ci-dessous présentent tous les points de métrique définis dans Rookout.',
    howToSet:
      'Pour en ajouter un, placez un point d’arrêt dans Rookout et choisissez « Datadog » comme cible.',
    metricPoints: 'Valeurs des points de métrique Rookout',
    metricPointList: 'Points de métrique Rookout',
    location: 'Emplacement',
    hits: 'Passages',
    cpu: 'CPU',
    memory: 'Mémoire',
    instances: 'Instances',
    chooseInstances: 'Choisissez les instances à déboguer',
    metricPointsSummary: 'Emplacements du code qui envoient des métriques de Rookout à Datadog',
  },
};

export function textsIn(locale: Locale): Texts {
  return TEXTS[locale];
}
