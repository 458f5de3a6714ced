import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformResource, TerraformStack } from 'cdktf';
import { RookoutDashboard, RookoutTitles } from 'cdktf-datadog-rookout';

/** A service in Kubernetes, and its dashboard. The instances have the labels that the titles show. */
class CartStack extends TerraformStack {
  public constructor(scope: App, id: string) {
    super(scope, id);
    new DatadogProvider(this, 'Datadog');

    const titles = new RookoutTitles(this, 'Titles', { labels: ['env:production'] });
    this.deploy('cartservice', { ROOKOUT_LABELS: titles.agentLabels('cartservice') });
    new RookoutDashboard(this, 'Cart', { title: 'Cart', titles, services: ['cartservice'] });
  }

  /** A Deployment without the bindings of the Kubernetes provider, in which it is a `DeploymentV1`. */
  private deploy(name: string, environment: Record<string, string>): void {
    const deployment = new TerraformResource(this, name, {
      terraformResourceType: 'kubernetes_deployment_v1',
    });
    const labels = { app: name };
    const env = Object.entries(environment).map(([name, value]) => ({ name, value }));
    deployment.addOverride('metadata', { name, labels });
    deployment.addOverride('spec', {
      selector: { match_labels: labels },
      template: {
        metadata: { labels },
        spec: { container: [{ name, image: `example.com/${name}:1.2.0`, env }] },
      },
    });
  }
}

const app = new App();
new CartStack(app, 'cart');
app.synth();
