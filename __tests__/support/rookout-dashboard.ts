import { RookoutDashboard, RookoutDashboardProps } from '../../lib';
import { newStack } from './stack';

export const NOTE = { type: 'note', content: 'A ${note}' };

export function dashboard(props: RookoutDashboardProps = {}, context = {}): RookoutDashboard {
  return new RookoutDashboard(newStack(context), 'Dashboard', props);
}

export function plain(props: RookoutDashboardProps = {}): RookoutDashboard {
  return dashboard({ overview: false, ...props });
}

export function layouts(board: RookoutDashboard): unknown[] {
  return board.toJson().widgets.map(({ layout: { x, y, width, height } }: any) => [x, y, width, height]);
}
