import { AppBuilderApp } from '@cdktf/provider-datadog/lib/app-builder-app';
import { AppKeyRegistration } from '@cdktf/provider-datadog/lib/app-key-registration';
import { TerraformOutput, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { BadInput } from '../bad-input';
import { appDefinition, ROOT_INSTANCE_NAME } from '../datadog/app-definition';
import { hasToken } from '../terraform/tokens';
import { Manifest, manifestIn } from '../rookout/manifest';
import { checkTerraformName } from './tokens/terraform-name';
import { conventionsAt } from './rookout-conventions';
import { TerraformData } from './tokens/terraform-data';
import { encodeJson } from './terraform-json';
import { terraformText } from './tokens/terraform-text';
import { within } from './construct-error';

/** How the Rookout app is declared. */
export interface RookoutAppProps {
  /**
   * The name of the App Builder app.
   * @default - the integration's title: `Rookout Live Debugging`, in French `Debugging en temps réel Rookout`
   */
  readonly name?: string;
  /**
   * What the App Builder app is for.
   * @default - the integration's short description
   */
  readonly description?: string;
  /**
   * Whether the App Builder app is published. Only a published app can be embedded in a dashboard.
   * @default true
   */
  readonly published?: boolean;
  /**
   * The id (a UUID, not the key itself) of the application key that the provider uses, to register it for App
   * Builder. It has to be registered once in an organisation before Terraform can manage apps with it.
   * @default - the key is registered already
   */
  readonly appKeyId?: string;
  /**
   * The language of the manifest and of the app, as a code such as `en`; README lists them.
   * @default - from the context `rookout`, else `en`
   */
  readonly locale?: string;
  /**
   * The address that opens Rookout, with `{labels}` in it.
   * @default - from the context `rookout`, else `https://app.rookout.com/?labels={labels}`
   */
  readonly sessionLink?: string;
  /**
   * The Datadog provider.
   * @default - the stack's
   */
  readonly provider?: TerraformProvider;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The Rookout app: the integration's manifest, as a `terraform_data` with outputs, since no Datadog resource takes
 * it, and an App Builder app (`datadog_app_builder_app`) that lists where metric points report from and opens
 * Rookout. Hand it to a `RookoutDashboard` to have it embedded there, in the same stack or another.
 */
export class RookoutApp extends Construct {
  /**
   * The manifest of Datadog's Rookout integration, with the field names of the manifest (`app_id`, `app_uuid`,
   * `tile`, …).
   *
   * Source: https://docs.datadoghq.com/integrations/rookout/
   */
  public readonly manifest: any;
  /** The UUID that Datadog knows the integration by; its custom widget refers to it. */
  public readonly appUuid: string;
  /** The id of the App Builder app, known once it is deployed: a token. */
  public readonly builderAppId: string;
  /** The App Builder app, to reach what this construct has no option for. */
  public readonly resource: AppBuilderApp;

  /**
   * @param scope where it stands, with a Datadog provider in its stack
   * @param id its name there; it becomes part of the names of Terraform resources
   * @param props how it is declared
   * @throws where a setting is invalid, or the id makes a name that Terraform refuses
   */
  public constructor(scope: Construct, id: string, props: RookoutAppProps = {}) {
    super(scope, id);
    const { locale, sessionLink } = props;
    const conventions = conventionsAt(this, { locale, sessionLink });
    const manifest = manifestIn(conventions.locale);
    this.manifest = manifest;
    this.appUuid = manifest.app_uuid;
    this.declareManifest(manifest);
    const app = {
      name: props.name ?? manifest.integration_title,
      description: props.description ?? manifest.short_description,
    };
    this.resource = new AppBuilderApp(this, 'Resource', {
      name: terraformText(app.name),
      description: terraformText(app.description),
      provider: props.provider,
      appJson: within(this, () => encodeJson(appDefinition(app, conventions.texts, conventions))),
      rootInstanceName: ROOT_INSTANCE_NAME,
      published: props.published ?? true,
      dependsOn: props.appKeyId === undefined ? undefined : [this.register(props.appKeyId, props.provider)],
    });
    checkTerraformName(this.resource);
    this.builderAppId = this.resource.id;
    new TerraformOutput(this, 'BuilderAppId', {
      value: this.builderAppId,
      description: 'Id of the App Builder app',
    });
  }

  private declareManifest(manifest: Manifest): void {
    const data = new TerraformData(this, 'Manifest', manifest);
    checkTerraformName(data);
    new TerraformOutput(this, 'AppId', {
      value: data.output('app_id'),
      description: 'Id of the Rookout integration',
    });
    new TerraformOutput(this, 'AppUuid', {
      value: data.output('app_uuid'),
      description: 'UUID of the Rookout integration',
    });
  }

  private register(id: string, provider: TerraformProvider | undefined): AppKeyRegistration {
    within(this, () => {
      if (UUID.test(id) || hasToken(id)) return;
      throw new BadInput(
        'appKeyId',
        '(not shown)',
        'is no UUID',
        "Pass the key's id, which Datadog shows beside it in the list of application keys, not the key",
      );
    });
    return new AppKeyRegistration(this, 'KeyRegistration', { id, provider });
  }
}
