/** A running code-server that has nothing of this machine's user in it. */
export interface CodeServer {
    readonly port: number;
    /** The last lines that the server printed, for the message of a run that broke. */
    readonly recentOutput: () => string;
    readonly end: () => void;
}
/**
 * Starts code-server with its settings, extensions and home in `folder`.
 *
 * @param vsix An extension to install first, as a reader of the marketplace page would have it.
 */
export declare function startCodeServer(folder: string, vsix?: string): Promise<CodeServer>;
/** An address on this machine that nobody listens on; the kernel hands out a fresh one each time. */
export declare function freePort(): Promise<number>;
