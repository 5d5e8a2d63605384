/** The public API of Callfloor: re-exports only. */
export {};
