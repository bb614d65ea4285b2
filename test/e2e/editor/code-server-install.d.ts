/** An installed code-server: the Node that runs it and the script to run. */
export interface CodeServerInstall {
    readonly node: string;
    readonly entry: string;
}
/**
 * Gives code-server, from the cache or from the npm registry.
 *
 * Install scripts stay off: they compile an authentication module that is not needed and often fails. What
 * is left uncompiled are a log writer and a watchdog, and the editor does without either of them.
 */
export declare function provideCodeServer(): Promise<CodeServerInstall>;
