import { IResolvable, IResolveContext, Token } from 'cdktf';

/**
 * Text that is made when CDKTF synthesizes. Unlike `Lazy` it does not keep the stack of calls that made it, which costs
 * more than all else of a dashboard.
 */
export function lateText(produce: () => string): string {
  return Token.asString(new LateText(produce));
}

class LateText implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(private readonly produce: () => string) {}

  public resolve(_context: IResolveContext): string {
    return this.produce();
  }

  public toString(): string {
    return Token.asString(this);
  }
}
