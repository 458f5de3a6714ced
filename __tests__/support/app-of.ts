import { App } from 'cdktf';

/**
 * The app that a file synthesizes, before it does. Its modules are loaded anew, so classes are told apart by name.
 *
 * @param framework what the file imports its `App` from
 */
export function appOf(file: string, framework = 'cdktf'): App {
  let app: App | undefined;
  jest.isolateModules(() => {
    const synth = jest.spyOn(jest.requireActual(framework).App.prototype, 'synth').mockImplementation();
    try {
      jest.requireActual(file);
      expect(synth).toHaveBeenCalledTimes(1);
      app = synth.mock.contexts[0] as App;
    } finally {
      synth.mockRestore();
    }
  });
  return app!;
}

/** What the app has of a class of this library's. */
export function constructsOf(app: App, { name }: { readonly name: string }): any[] {
  return app.node.findAll().filter(({ constructor }) => constructor.name === name);
}
