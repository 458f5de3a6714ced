import fc from 'fast-check';

/** The same examples in each run, so that only a change makes a test fail. `PROPERTY_SEED` draws others. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
