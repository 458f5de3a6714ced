import { v2 } from '@datadog/datadog-api-client';
import { DatadogApi } from '../support/datadog-api';
import { call, configuration, NOTE, startedApi } from './support';

const PATH = '/api/v2/powerpacks';

let api: DatadogApi;
let powerpacks: v2.PowerpackApi;

beforeEach(async () => {
  api = await startedApi();
  powerpacks = new v2.PowerpackApi(configuration(api));
});

function powerpack(name: string, definition: object = NOTE): any {
  const group = { type: 'group', layout_type: 'ordered', title: name, widgets: [{ definition }] };
  return { data: { type: 'powerpack', attributes: { name, tags: [], group_widget: { definition: group } } } };
}

describe('powerpacks', () => {
  it('are created, read, changed and deleted, with ids of the widgets and a layout', async () => {
    const { data: created } = await call(api, 'POST', PATH, powerpack('Pack'));
    const { id: powerpackId } = created;
    const { data } = await powerpacks.getPowerpack({ powerpackId });
    const { name, groupWidget } = data!.attributes!;
    expect(name).toBe('Pack');
    expect(groupWidget.layout).toMatchObject({ x: 0, y: 0, width: 12, height: 1 });
    expect(groupWidget.definition.widgets).toMatchObject([{ definition: NOTE }]);
    const [widget] = created.attributes.group_widget.definition.widgets;
    expect(widget).toEqual({ id: expect.any(Number), definition: NOTE });
    await call(api, 'PATCH', `${PATH}/${powerpackId}`, powerpack('Pack 2'));
    const { data: listed } = await powerpacks.listPowerpacks({});
    expect(listed).toMatchObject([{ id: powerpackId, attributes: { name: 'Pack 2' } }]);
    await powerpacks.deletePowerpack({ powerpackId });
    await expect(powerpacks.getPowerpack({ powerpackId })).rejects.toMatchObject({ code: 404 });
  });

  it('are refused with widgets that Datadog does not know, and nothing is kept', async () => {
    const { status, errors } = await call(api, 'POST', PATH, powerpack('Pack', { type: 'timeseries' }));
    expect(status).toBe(400);
    expect(errors[0].detail).toContain('Invalid inner widget definition at position 0 of type timeseries');
    expect(api.powerpacks.all()).toEqual([]);
  });
});
