import { Locale } from '../../rookout/locales';
import { InstancesOption } from '../instances/option';
import { TaggingOptions } from '../options';

/** What is made of dashboards; the first is the default. */
export const PREVIEW_FORMATS = ['html', 'png', 'markdown', 'json'] as const;

export interface PreviewOptions extends TaggingOptions, InstancesOption {
  readonly out: string;
  readonly format: (typeof PREVIEW_FORMATS)[number];
  readonly against?: string;
  readonly open?: boolean;
  readonly watch?: boolean;
  /** The command that synthesizes, for `watch`. */
  readonly synth?: string;
  /** The port of `watch`. */
  readonly port?: number;
  readonly images?: boolean;
  readonly locale: Locale;
}
