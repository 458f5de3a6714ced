import { AppBuilderApp } from '@cdktf/provider-datadog/lib/app-builder-app';
import { AppKeyRegistration } from '@cdktf/provider-datadog/lib/app-key-registration';
import { TerraformOutput, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { BadInput } from '../bad-input';
import { appDefinition, ROOT_INSTANCE_NAME } from '../datadog/app-definition';
import { hasToken } from '../terraform/tokens';
import { Manifest, manifestIn } from '../rookout/manifest';
import { checkTerraformName } from './terraform-name';
import { conventionsAt } from './rookout-conventions';
import { checkSettings } from './check-settings';
import { TerraformData } from './terraform-data';
import { encodeJson } from './terraform-json';
import { terraformText } from './tokens/terraform-text';
import { within } from './within';

/** The settings of a `RookoutApp`. */
export interface RookoutAppProps {
  /**
   * The name of the App Builder app.
   * @default - the integration's title: `Rookout Live Debugging`, in French `Debugging en temps réel Rookout`
   */
  readonly name?: string;
  /**
   * The description of the App Builder app.
   * @default - the integration's short description
   */
  readonly description?: string;
  /**
   * Whether the App Builder app is published. Only a published app can be embedded in a dashboard.
   * @default true
   */
  readonly published?: boolean;
  /**
   * The id of the provider's application key: a UUID, not the key itself. The key is then registered for App
   * Builder. Terraform can only manage apps with a registered key. One registration per organisation is
   * enough.
   * @default - the key is registered already
   */
  readonly appKeyId?: string;
  /**
   * The language of the manifest and of the app, as a code such as `en` or `fr`.
   * @default - from the context `rookout`, else `en`
   */
  readonly locale?: string;
  /**
   * What links open: a word of `LiveDebugger`, or a URL as in `sessionLink`, which is the same setting.
   * @default - from the context `rookout`, else `rookout`
   */
  readonly liveDebugger?: string;
  /**
   * The URL of links, with `{labels}`, `{search}` or the like in it.
   * @default - from the context `rookout`, else that of `liveDebugger`
   */
  readonly sessionLink?: string;
  /**
   * The Datadog provider.
   * @default - the provider of the stack
   */
  readonly provider?: TerraformProvider;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The Rookout app. It declares the integration's manifest and an App Builder app (`datadog_app_builder_app`).
 *
 * Datadog has no resource for the manifest, so it is a `terraform_data` with outputs. The App Builder app
 * lists where metric points report from, and opens Rookout. Pass it to a `RookoutDashboard`, in any stack, to
 * embed it there.
 */
export class RookoutApp extends Construct {
  /**
   * The manifest of Datadog's Rookout integration, with its own field names (`app_id`, `app_uuid`, `tile`, …).
   *
   * Source: https://docs.datadoghq.com/integrations/rookout/
   */
  public readonly manifest: any;
  /** Datadog's UUID of the integration. The integration's custom widget refers to it. */
  public readonly appUuid: string;
  /** The id of the App Builder app: a token, known after the deployment. */
  public readonly builderAppId: string;
  /** The resource of the App Builder app, for settings that this construct has no property for. */
  public readonly resource: AppBuilderApp;

  /**
   * @param scope the parent construct, in a stack with a Datadog provider
   * @param id the id of the construct, part of the names of Terraform resources
   * @param props the settings of the app
   * @throws if a setting is invalid, or the id makes a name that Terraform refuses
   */
  public constructor(scope: Construct, id: string, props: RookoutAppProps = {}) {
    super(scope, id);
    within(this, () => checkSettings('props', props));
    const { locale, liveDebugger, sessionLink } = props;
    const conventions = conventionsAt(this, { locale, liveDebugger, sessionLink });
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
        'is not a UUID',
        "Pass the key's id, which Datadog shows beside it in the list of application keys, not the key",
      );
    });
    return new AppKeyRegistration(this, 'KeyRegistration', { id, provider });
  }
}
