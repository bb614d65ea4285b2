/** How a command ended, with the end of what it printed for a message to quote. */
export interface Ended {
    readonly ok: boolean;
    readonly output: string;
}
/**
 * Runs a command to its end and never throws: a missing program, a failure and an exceeded time limit
 * all come back as `ok: false` with a reason in `output`.
 */
export declare function runCommand(command: string, args: readonly string[], options: {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly limitMs: number;
}): Promise<Ended>;
/** The first of these programs that is on the PATH, as an absolute path; undefined when none is. */
export declare function onPath(...names: readonly string[]): string | undefined;
/** Whether the path is a file that may be executed. */
export declare function isProgram(path: string): boolean;
/** The line of a command's output that says most about a failure, for a message of one line. */
export declare function tellingLine(output: string): string;
