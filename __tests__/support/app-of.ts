import { App } from 'cdktf';

/** The app that a file synthesizes, before it does. Its modules are loaded anew, so classes are told apart by name. */
export function appOf(file: string): App {
  let app: App | undefined;
  jest.isolateModules(() => {
    const synth = jest.spyOn(jest.requireActual('cdktf').App.prototype, 'synth').mockImplementation();
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
