import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { RookoutDashboard, RookoutTimeseries, RookoutTitles } from 'cdktf-datadog-rookout';

/** A team's own stack. Its dashboard has tagged graphs, and widgets in Datadog's own JSON. */
class CheckoutStack extends TerraformStack {
  public constructor(scope: App, id: string) {
    super(scope, id);
    new DatadogProvider(this, 'Datadog');

    const dashboard = new RookoutDashboard(this, 'Checkout', {
      title: 'Checkout',
      description: 'What on-call looks at first',
      overview: false,
      titles: new RookoutTitles(this, 'Titles', { labelKey: 'k8s_deployment', labels: ['env:production'] }),
      templateVariables: [{ name: 'namespace', prefix: 'kube_namespace' }],
      teams: ['checkout'],
      notifyList: ['on-call@example.com'],
    });

    // Any widget, in Datadog's own JSON. This one has its place, and the others flow around it.
    dashboard.addWidget(
      { type: 'note', content: 'Runbook: https://example.com/checkout', background_color: 'yellow' },
      { x: 0, y: 0, width: 12, height: 1 },
    );

    this.errorRate(dashboard);
    this.queueOf(dashboard);
    this.cart(dashboard);
    new TerraformOutput(this, 'Url', { value: dashboard.url });
  }

  private errorRate(dashboard: RookoutDashboard): void {
    new RookoutTimeseries(dashboard, 'ErrorRate', {
      service: 'checkoutservice',
      subject: 'Error rate',
      queries: [
        {
          name: 'errors',
          query: 'sum:trace.grpc.server.errors{service:checkoutservice,$namespace}.as_count()',
        },
        { name: 'hits', query: 'sum:trace.grpc.server.hits{service:checkoutservice,$namespace}.as_count()' },
      ],
      formulas: [{ formula: 'errors / hits * 100', alias: 'errors in %' }],
      displayType: 'bars',
      palette: 'warm',
      yaxis: { label: '%', min: '0' },
      markers: [{ value: 'y = 1', displayType: 'error dashed', label: 'objective' }],
      events: [{ q: 'source:kubernetes checkoutservice' }],
    });
  }

  private queueOf(dashboard: RookoutDashboard): void {
    // A name that only Terraform knows passes through title, link and query.
    const worker = new TerraformVariable(this, 'worker', { type: 'string', default: 'checkout-worker' });
    new RookoutTimeseries(dashboard, 'Queue', {
      service: worker.stringValue,
      subject: 'Queue length',
      query: `avg:checkout.queue.length{kube_deployment:${worker.stringValue}}`,
      liveSpan: '4h',
    });
  }

  private cart(dashboard: RookoutDashboard): void {
    const cart = dashboard.addService('cartservice');
    // In a service's section a graph shows that service.
    new RookoutTimeseries(cart, 'Redis', {
      subject: 'Redis commands',
      query: 'sum:redis.client.commands{kube_deployment:cartservice}',
      layout: { width: 12 },
    });
  }
}

const app = new App();
new CheckoutStack(app, 'checkout');
app.synth();
