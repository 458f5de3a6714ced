import {
  RookoutApp,
  RookoutConventions,
  RookoutDashboard,
  RookoutTagging,
  RookoutTimeseries,
  RookoutTitles,
} from '../../lib';
import { newStack } from '../support/stack';

type Make = (settings: any) => unknown;

const MAKE: Readonly<Record<string, Make>> = {
  RookoutApp: (settings) => new RookoutApp(newStack(), 'Id', settings),
  RookoutDashboard: (settings) => new RookoutDashboard(newStack(), 'Id', settings),
  'RookoutDashboard.fromFile': (settings) => RookoutDashboard.fromFile(newStack(), 'Id', settings),
  'RookoutDashboard.fromJson': (settings) => RookoutDashboard.fromJson(newStack(), 'Id', settings),
  'RookoutConventions.of': (settings) => RookoutConventions.of(newStack(), settings),
  RookoutTagging: (settings) => new RookoutTagging(settings),
  RookoutTimeseries: (settings) => new RookoutTimeseries(newStack(), 'Id', settings),
  RookoutTitles: (settings) => new RookoutTitles(newStack(), 'Id', settings),
  addService: (settings) => new RookoutDashboard(newStack(), 'Id').addService('cart', settings),
  addTimeseries: (settings) => new RookoutDashboard(newStack(), 'Id').addTimeseries(settings),
  forService: (settings) => new RookoutTitles(newStack(), 'Id').forService('cart', settings),
};

describe.each(Object.keys(MAKE))('the settings of %s', (name) => {
  it.each([null, 'Memory', 5, []])('are not %j', (settings) => {
    expect(() => MAKE[name](settings)).toThrow(/(props|options): .* are not settings\. /);
  });
});

it('a service whose settings are refused has no section', () => {
  const dashboard = new RookoutDashboard(newStack(), 'Id', { overview: false });
  expect(() => dashboard.addService('cart', 'Memory' as any)).toThrow('are not settings');
  expect(dashboard.toJson().widgets).toEqual([]);
  dashboard.addService('cart');
  expect(dashboard.toJson().widgets).toHaveLength(1);
});
