/** JSON whose shape is being checked, or was. */
export type Json = Record<string, any>;

/** Thrown for a call that Datadog would not carry out; becomes the answer. */
export class Refusal extends Error {
  /** @param errors texts for v1 of the API, JSON:API errors for App Builder */
  constructor(
    readonly status: number,
    readonly errors: readonly (string | Json)[],
  ) {
    super(JSON.stringify(errors));
  }
}

/** @throws Refusal where the body is not a JSON object */
export function asObject(body: unknown): Json {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw new Refusal(400, ['The body must be a JSON object']);
}
