import { type ChildProcess, type SpawnOptions } from 'node:child_process';
/** Undoes everything that is still open, the newest first. */
export declare function cleanUp(): void;
/** Makes sure that no editor and no temporary folder outlives this process, not even after Ctrl+C. */
export declare function cleanUpOnExit(): void;
/** Makes a temporary folder that is removed at the end, or kept and named when `keep` is set. */
export declare function temporaryFolder(keep: boolean): string;
/** A process with all its descendants. */
export interface ProcessGroup {
    readonly process: ChildProcess;
    /** Ends the process and everything it started; doing so twice is harmless. */
    readonly end: () => void;
}
/** Starts a process as the leader of its own group, so that the whole group can be ended at once. */
export declare function startGroup(command: string, args: readonly string[], options: SpawnOptions): ProcessGroup;
