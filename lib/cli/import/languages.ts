import { pythonText } from './python-text';
import { DeclaredDashboard, stackText } from './stack-text';

/** The languages that an app is written in. The first is the default. */
export const LANGUAGE_NAMES = ['typescript', 'python'] as const;
export type Language = (typeof LANGUAGE_NAMES)[number];

interface AppLanguage {
  readonly extension: string;
  /** Whether a file can be an app. */
  readonly isApp: RegExp;
  /** What runs the app. */
  readonly program: string;
  /** @param adopt whether dashboards that exist are taken over */
  text(dashboards: readonly DeclaredDashboard[], adopt: boolean): string;
}

export const LANGUAGES: Readonly<Record<Language, AppLanguage>> = {
  typescript: {
    extension: '.ts',
    isApp: /(?<!\.d)\.ts$/,
    program: 'node -r ts-node/register',
    text: stackText,
  },
  python: { extension: '.py', isApp: /\.py$/, program: 'python3', text: pythonText },
};
