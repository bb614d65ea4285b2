/** The extension host that this bundle of the suites was made for; set by its entry before the tests run. */
export const hosts: { expected: 'node' | 'web' } = { expected: 'node' };
