import { TerraformVariable } from 'cdktf';
import { LiveDebugger, RookoutConventions } from '../../lib';
import { BadInput } from '../../lib/bad-input';
import { innerLinkSetting, LinkSettings, linkTemplate } from '../../lib/datadog/live-debugger';
import { newStack } from '../support/stack';

const TENANT = 'abc12345.apps.dynatrace.com';
const OWN = 'https://debug.example.com/?q={search}';
const variable = new TerraformVariable(newStack(), 'tenant', { type: 'string' }).stringValue;

describe('the link template of a live debugger', () => {
  it.each<[LinkSettings, string]>([
    [{}, 'https://app.rookout.com/?labels={labels}'],
    [{ liveDebugger: 'rookout' }, 'https://app.rookout.com/?labels={labels}'],
    [{ liveDebugger: 'datadog' }, 'https://app.datadoghq.com/apm/traces?query={search}'],
    [
      { liveDebugger: 'datadog', site: 'us5.datadoghq.com' },
      'https://us5.datadoghq.com/apm/traces?query={search}',
    ],
    [{ liveDebugger: `dynatrace:${TENANT}` }, `https://${TENANT}/ui/apps/dynatrace.devobs.debugger/debugger`],
    [
      { liveDebugger: `dynatrace:https://${TENANT}/` },
      `https://${TENANT}/ui/apps/dynatrace.devobs.debugger/debugger`,
    ],
    [
      { liveDebugger: LiveDebugger.dynatrace(variable) },
      `https://${variable}/ui/apps/dynatrace.devobs.debugger/debugger`,
    ],
    [{ liveDebugger: OWN }, OWN],
    [{ liveDebugger: `${variable}?q={search}` }, `${variable}?q={search}`],
    [{ sessionLink: OWN }, OWN],
    [{ liveDebugger: 'https://r.example.com/', fixedSessionLink: true }, 'https://r.example.com/'],
    [{ liveDebugger: 'rookout', site: 'ddog-gov.com' }, 'https://app.rookout.com/?labels={labels}'],
  ])('of %j is %s', (settings, template) => {
    expect(linkTemplate(settings)).toBe(template);
  });

  it.each<[object, string]>([
    [
      { liveDebugger: 'datadog', site: 'us2.ddog-gov.com' },
      'liveDebugger: "datadog" is not available on the site us2.ddog-gov.com: Datadog has no Live Debugger on its government sites. Use rookout,',
    ],
    [{ liveDebugger: 'datadog', site: 'datadog.eu' }, 'site: "datadog.eu" is not known'],
    [
      { liveDebugger: 'dynatrace' },
      `liveDebugger: "dynatrace" does not have the address of a tenant of Dynatrace. Write it as "dynatrace:${TENANT}"`,
    ],
    [{ liveDebugger: 'dynatrace:abc12345' }, 'does not have the address of a tenant'],
    [{ liveDebugger: 'dynatrace:a.b/c' }, 'does not have the address of a tenant'],
    [{ liveDebugger: 'Datadog' }, 'liveDebugger: "Datadog" is not known. Use rookout, datadog, dynatrace:'],
    [{ liveDebugger: '' }, 'liveDebugger: "" is not known'],
    [{ liveDebugger: 5 }, 'liveDebugger: 5 is not known'],
    [
      { liveDebugger: 'r.example.com/{labels}' },
      'liveDebugger: "r.example.com/{labels}" is not an http(s) URL',
    ],
    [{ liveDebugger: 'https://r.example.com/' }, 'liveDebugger: "https://r.example.com/" has no {labels}'],
    [
      { liveDebugger: 'rookout', sessionLink: OWN },
      'liveDebugger: "rookout" is set beside sessionLink, which is the same setting. Leave one of the two out',
    ],
  ])('is refused for %j', (settings, problem) => {
    expect(() => linkTemplate(settings)).toThrow(BadInput);
    expect(() => linkTemplate(settings)).toThrow(problem);
  });

  it('is that of the inner setting, by whichever name it has', () => {
    const outer = { liveDebugger: 'datadog' };
    expect(innerLinkSetting({}, outer)).toEqual({ liveDebugger: 'datadog' });
    expect(innerLinkSetting({ sessionLink: OWN }, outer)).toEqual({ sessionLink: OWN });
    expect(innerLinkSetting(outer, { sessionLink: OWN })).toEqual(outer);
  });
});

describe('the live debugger of a tree', () => {
  it('is on the site of the context', () => {
    const stack = newStack({ rookout: { liveDebugger: 'datadog', site: 'datadoghq.eu' } });
    expect(RookoutConventions.of(stack).sessionLink).toBe(
      'https://app.datadoghq.eu/apm/traces?query={search}',
    );
  });

  it('is that of the inner place, by whichever name', () => {
    const stack = newStack({ rookout: { sessionLink: OWN } });
    expect(RookoutConventions.of(stack, { liveDebugger: LiveDebugger.ROOKOUT }).sessionLink).toBe(
      'https://app.rookout.com/?labels={labels}',
    );
    expect(RookoutConventions.of(stack).sessionLink).toBe(OWN);
  });

  it.each([
    [{ liveDebugger: 'datadog', site: 'ddog-gov.com' }, 'is not available on the site ddog-gov.com'],
    [{ liveDebugger: 'datadog', sessionLink: OWN }, 'is set beside sessionLink'],
    [{ liveDebugger: null }, 'liveDebugger: null is not known'],
  ])('is refused in the context %j, with its place', (rookout, problem) => {
    const read = () => RookoutConventions.of(newStack({ rookout }));
    expect(read).toThrow(problem);
    expect(read).toThrow('[stack] context "rookout".liveDebugger');
  });
});
