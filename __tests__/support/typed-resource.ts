import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

/**
 * A typed dashboard or powerpack of bindings that these tests have no class of: only its type, and its blocks, are known.
 * Its blocks keep the names of the bindings.
 */
export class TypedResource extends TerraformResource {
  public constructor(
    scope: Construct,
    id: string,
    type: string,
    public widgetInput: unknown,
    public readonly templateVariableInput?: unknown,
  ) {
    super(scope, id, { terraformResourceType: type });
  }

  public get titleInput(): string {
    return 'Next';
  }

  public putWidget(widgets: unknown): void {
    this.widgetInput = widgets;
  }

  protected override synthesizeAttributes(): { [name: string]: any } {
    return {
      title: this.titleInput,
      widget: this.widgetInput,
      template_variable: this.templateVariableInput,
    };
  }
}
