import { Texts } from '../texts';

export const ja: Texts = {
  welcome: 'Datadog ダッシュボードで使う Rookout',
  whatIsShown: '以下のウィジェットには、Rookout で設定したすべてのメトリクスポイントが表示されます。',
  howToSet: '追加するには、Rookout でブレークポイントを設定し、ターゲットに「Datadog」を選択します。',
  metricPoints: 'Rookout メトリクスポイントの値',
  metricPointList: 'Rookout メトリクスポイント',
  location: '場所',
  hits: 'ヒット数',
  cpu: 'CPU',
  memory: 'メモリ',
  instances: 'インスタンス',
  chooseInstances: 'デバッグするインスタンスを選択',
  metricPointsSummary: 'Rookout から Datadog にメトリクスを送信するコード内の場所',
  manifest: {
    title: 'Rookout ライブデバッグ',
    description: 'Rookout を使って本番環境で動作するコードからメトリクスを収集する',
    sourceTypeName: 'Rookout for Datadog',
    captions: [
      'Datadog Rookout インテグレーションデモ',
      'Rookout デバッガー',
      'Rookout デバッグセッションの構成',
    ],
    hasSourceType: true,
  },
};
