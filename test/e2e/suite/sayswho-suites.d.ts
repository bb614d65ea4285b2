/** Made by `bundle.ts`: loads every `*.suite.ts` file, so that none can be forgotten in a list. */
declare module 'sayswho:suites' {
  export default function loadSuites(): void;
}
