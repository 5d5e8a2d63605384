/** The public list of Callfloor's mathematics: pure functions, usable in a browser. */
export * from './gamma-functions.ts';
