import { Texts } from '../texts';

export const fr: Texts = {
  welcome: 'Rookout dans vos dashboards Datadog',
  whatIsShown: 'Les widgets ci-dessous présentent tous les points de métrique définis dans Rookout.',
  howToSet: 'Pour en ajouter un, placez un point d’arrêt dans Rookout et choisissez « Datadog » comme cible.',
  metricPoints: 'Valeurs des points de métrique Rookout',
  metricPointList: 'Points de métrique Rookout',
  location: 'Emplacement',
  hits: 'Passages',
  cpu: 'CPU',
  memory: 'Mémoire',
  instances: 'Instances',
  chooseInstances: 'Choisissez les instances à déboguer',
  metricPointsSummary: 'Emplacements du code qui envoient des métriques de Rookout à Datadog',
  manifest: {
    title: 'Debugging en temps réel Rookout',
    description: 'Utilisez Rookout pour recueillir des métriques depuis votre code exécuté en production',
    sourceTypeName: 'Rookout pour Datadog',
    captions: [
      "Démonstration de l'intégration Datadog/Rookout",
      'Outil de debugging Rookout',
      "Configuration d'une session de debugging Rookout",
    ],
    hasSourceType: false,
  },
};
