import { IPostProcessor, IResolvable, IResolveContext } from 'cdktf';
import { hasAnyToken } from '../../terraform/tokens';

/**
 * The text of an attribute, so that CDKTF does not search it for tokens if it has none. CDKTF searches each text
 * twice, with three patterns, which takes about as long as to write the JSON of a dashboard.
 */
export function unsearched(text: string): string | IResolvable {
  return hasAnyToken(text) ? text : new PlainText(text);
}

/** CDKTF resolves what a token resolves to, but takes the value of a post-processor as it is. */
class PlainText implements IResolvable, IPostProcessor {
  public readonly creationStack: string[] = [];

  public constructor(private readonly text: string) {}

  public resolve(context: IResolveContext): string {
    context.registerPostProcessor(this);
    return '';
  }

  public postProcess(): string {
    return this.text;
  }

  public toString(): string {
    return this.text;
  }
}
