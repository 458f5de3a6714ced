import { Texts } from '../texts';

export const es: Texts = {
  welcome: 'Rookout en tus dashboards de Datadog',
  whatIsShown: 'Los siguientes widgets muestran todos los puntos de métricas configurados en Rookout.',
  howToSet: 'Para añadir uno, crea un punto de interrupción en Rookout y elige «Datadog» como destino.',
  metricPoints: 'Valores de los puntos de métricas de Rookout',
  metricPointList: 'Puntos de métricas de Rookout',
  location: 'Ubicación',
  hits: 'Ejecuciones',
  cpu: 'CPU',
  memory: 'Memoria',
  instances: 'Instancias',
  chooseInstances: 'Elige las instancias que quieres depurar',
  metricPointsSummary: 'Ubicaciones del código que envían métricas de Rookout a Datadog',
  manifest: {
    title: 'Depuración en directo de Rookout',
    description: 'Recopilación de métricas de tu código en producción utilizando Rookout',
    sourceTypeName: 'Rookout para Datadog',
    captions: [
      'Demostración de la integración de Rookout en Datadog',
      'Depurador Rookout',
      'Configuración de una sesión de depuración de Rookout',
    ],
    hasSourceType: true,
  },
};
